"""The rubric: the marking scheme as its author writes it in YAML, and as the engine uses it."""
