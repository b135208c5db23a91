"""Files of a model's outputs, one JSON object a line: which fields matter, what each line says, and what is kept of its verdicts."""
