"""Tables: from Markdown, LaTeX, lists, lines or aligned text to one entry a row."""
