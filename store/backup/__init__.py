"""A database as one file: made while the service runs, and put back."""
