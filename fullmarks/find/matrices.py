"""Rows of numbers and tables, written as one matrix that the reader knows: ``[[1, 2], [3, 4]]``."""

from __future__ import annotations

import re

from fullmarks.regex import regex

_RULE = regex(r"[\s|:-]*")
_ENTRY = regex(r"[^\s|,&;\[\]()$*]+")
MOST_ENTRIES = 10_000
"""Entries of one matrix."""


def matrix_of_rows(text: str) -> str:
    """One row a line, entries between bars, commas or spaces; empty where the rows differ in length."""
    rows = [_ENTRY.findall(line) for line in text.splitlines() if not _RULE.fullmatch(line)]
    rows = [row for row in rows if row]
    if not rows or len({len(row) for row in rows}) > 1 or len(rows) * len(rows[0]) > MOST_ENTRIES:
        return ""
    return f"[{', '.join('[' + ', '.join(row) + ']' for row in rows)}]"


_SPACED = regex(r"\[\s*\[[^\[\],]*\](?:\s*\[[^\[\],]*\])*\s*\]")


def matrix_without_commas(text: str) -> str:
    """``[[1 2] [3 4]]``, as programs print it; empty for anything else."""
    if not _SPACED.fullmatch(text.strip()):
        return ""
    return matrix_of_rows(re.sub(r"\]\s*\[", "\n", text))
