"""From the text of an answer to one tree: clean, cut into tokens, pair the brackets, parse. One door: ``reader.read``."""
