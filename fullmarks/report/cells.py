"""Cells and rows of tables for spreadsheets.

The form is RFC 4180's. A spreadsheet takes a cell for a formula that begins like one, whoever wrote it. Such a cell gets a ``'`` in front,
and so does one that begins with ``'`` itself: who takes one ``'`` away from the front of each cell has the texts as they were.
Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from fullmarks.regex import regex
from fullmarks.report.model import Points
from fullmarks.report.shown import shown

LONGEST_CELL = 32_000
"""Characters of a cell; spreadsheets take 32,767."""
# Also behind white space, and in the wide forms that some spreadsheets take for the narrow ones.
_LIKE_A_FORMULA = regex(r"\s*['=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_NUMBER = regex(r"[+-]?[0-9]+(?:\.[0-9]+)?")

Cell = str | Points


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula, that hides nothing and fits into a cell."""
    safe = shown(text)
    if _LIKE_A_FORMULA.match(safe) and not _NUMBER.fullmatch(safe):
        safe = f"'{safe}"
    return safe if len(safe) <= LONGEST_CELL else f"{safe[: LONGEST_CELL - 1]}…"


def line(cells: Iterable[Cell]) -> str:
    """A row, with its end."""
    written = StringIO()
    # Quotes around every text: no comma, semicolon or line end in one is taken for the end of a cell.
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([cell(one) if isinstance(one, str) else one for one in cells])
    return written.getvalue()
