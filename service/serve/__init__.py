"""The whole service on one machine: a supervisor, and as its children a broker, the API and a worker.

What runs here is what runs in production, started by one command.
"""
