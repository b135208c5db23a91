"""Grading again what is stored: planned, judged, compared, and applied when somebody says so, piece by piece."""
