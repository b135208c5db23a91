"""Rows of a matrix whose entries stand between spaces alone: ``[1 2; 3 4]``, ``(a b; c d)``, ``[1 2 3]``.

Only where nothing else can be meant: numbers in square brackets, or rows of numbers and letters between semicolons.
"""

from __future__ import annotations

from fullmarks.regex import regex

_NUMBER = r"-?\d{1,40}(?:\.\d{1,40})?"
_ENTRY = rf"(?:{_NUMBER}|-?[A-Za-z])"
_NUMBERS = regex(rf"\[[ ]*{_NUMBER}(?:[ ]+{_NUMBER})+[ ]*\]")
_ROW = rf"[ ]*{_ENTRY}(?:[ ]+{_ENTRY})+[ ]*"
_ROWS = regex(rf"[\[(]{_ROW}(?:;{_ROW})+[\])]")
_GAP = regex(r"(?<=[^\s;\[(]) +(?=[^\s;\])])")
_NO_GAPS: frozenset[int] = frozenset()


def gaps_in_rows(text: str) -> frozenset[int]:
    """Where in a text a run of spaces stands for a comma."""
    if " " not in text or ("[" not in text and ";" not in text):
        return _NO_GAPS
    return frozenset(
        gap.start()
        for pattern in (_NUMBERS, _ROWS)
        for row in pattern.finditer(text)
        for gap in _GAP.finditer(text, row.start(), row.end())
    )
