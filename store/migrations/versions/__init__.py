"""One revision a file, named after what it changes."""
