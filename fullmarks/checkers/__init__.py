"""One file a kind of checking: what an answer of that kind must be, and what it earns."""
