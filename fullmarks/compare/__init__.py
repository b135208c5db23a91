"""Whether two trees are the same, and how that is known."""
