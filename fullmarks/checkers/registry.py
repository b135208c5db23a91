"""The kinds of checker, by name."""
