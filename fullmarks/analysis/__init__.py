"""What the reports of a class say together: items, answers that are equal, keys that look wrong, attempts, scores."""
