r"""Rows of a matrix whose entries stand between spaces alone: ``[1 2; 3 4]``, ``(a b; c d)``, ``[1 2 3]``, ``[[1. 2.]\n [3. 4.]]``.

Only where nothing else can be meant: numbers in square brackets, or rows of numbers and letters between semicolons or lines.
"""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.regex import regex

_REAL = r"-?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,4})?"
_NUMBER = rf"{_REAL}(?:[ij]|[+-]\d{{1,40}}(?:\.\d{{0,40}})?\*?[ijI])?"
_ENTRY = rf"(?:{_NUMBER}|-?[A-Za-z])"
_NUMBERS = regex(rf"\[[ ]*{_NUMBER}(?:[ ]+{_NUMBER})+[ ]*\]")
_ROW = rf"[ ]*{_ENTRY}(?:[ ]+{_ENTRY})+[ ]*"
_ROWS = regex(rf"[\[(]{_ROW}(?:;{_ROW})+[\])]")
_LINES = regex(rf"\[{_ROW}(?:;?\n{_ROW})+\]")
_PRINTED = regex(r"(?<=\])\s+(?=\[)")
_BEGINS_PRINTED = regex(r"\s*(?:array\()?\[\[[^\[\]]{1,2000}\]\s+\[")
_GAP = regex(r"(?<=[^\s;\[(]) +(?=[^\s;\])])")
_LINE_END = regex(r"(?<=[^\s;])[ ]*\n\s*(?=[^\s\]])")
_NO_GAPS: Mapping[int, str] = {}


def gaps_in_rows(text: str) -> Mapping[int, str]:
    """Where in a text a run of spaces stands for a comma, or for the end of a row."""
    if " " not in text or ("[" not in text and ";" not in text):
        return _NO_GAPS
    gaps = {
        gap.start(): ","
        for pattern in (_NUMBERS, _ROWS, _LINES)
        for row in pattern.finditer(text)
        for gap in _GAP.finditer(text, row.start(), row.end())
    }
    for rows in _LINES.finditer(text):
        gaps |= {end.start(): "row" for end in _LINE_END.finditer(text, rows.start(), rows.end())}
    if _BEGINS_PRINTED.match(text):
        gaps |= {gap.start(): "," for gap in _PRINTED.finditer(text)}
    return gaps
