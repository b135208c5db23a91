"""The language that the whole engine speaks: trees of what was written, their names, domains and units, and writing them back."""
