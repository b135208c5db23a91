"""What may be said about a model from a limited number of its answers; each file names its source."""
