"""The value of a tree at a point: exact rationals, certified balls, and why there is none."""
