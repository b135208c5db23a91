"""Where a function bends, breaks or steps: borders, and what holds between them."""
