"""Where the text goes on with a digit: the number, and what may stand right behind one."""

from __future__ import annotations

import re

from fullmarks.expr.nodes import Number
from fullmarks.read.numbers import integer, number
from fullmarks.read.scan import Scan

_BELONGS = r"\d.'_{½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
_BELONGS_LATER = r"[eE][+-]?\d|\s*(?:\d|\\|[xX]\s*\d|[…⋯½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])|st|nd|rd|th"
_SHORT = re.compile(rf"\d{{1,15}}(?![{_BELONGS},]|{_BELONGS_LATER})", re.ASCII)
_SHORT_IN_LIST = re.compile(rf"\d{{1,15}}(?![{_BELONGS}]|{_BELONGS_LATER})", re.ASCII)
"""An integer with nothing behind it that could belong to it; in a list, a comma does not."""
_TIMES = re.compile(r"\s*[xX]\s*(?=\d)")
_ORDINAL = re.compile(r"(?:1st|2nd|3rd|\dth)(?![A-Za-z0-9_])")
_DOTS = re.compile(r"\s*(?:\.\.\.|…|⋯|\\[lc]?dots)")


def numeral(scan: Scan) -> None:
    """A number literal with all that belongs to it."""
    start = scan.place
    pattern = _SHORT_IN_LIST if scan.lists and not scan.decimal_comma else _SHORT
    short = pattern.match(scan.text, start)
    if short and short.end() - start <= scan.limits.digits:
        scan.emit("number", short.group(), start, short.end(), integer(short.group()))
        return
    node, end = number(scan, start)
    if isinstance(node, Number):
        _refuse_open_digits(scan, node, start, end)
    scan.emit("number", scan.text[start:end], start, end, node)
    ordinal = _ORDINAL.match(scan.text, end - 1)
    if ordinal and not scan.names.spells(scan.text[end : ordinal.end()]):
        scan.place = ordinal.end()
    elif scan.names.x_is_free and (times := _TIMES.match(scan.text, end)):
        scan.emit("times", "×", end, times.end())


def _refuse_open_digits(scan: Scan, node: Number, start: int, end: int) -> None:
    if (dots := _DOTS.match(scan.text, end)) and node.spelling is not None and "." in node.spelling:
        sentence = (
            f"“{scan.text[start : dots.end()]}” leaves open which digits follow; write a fraction, or the digits that repeat "
            r"as 0.\overline{3}."
        )
        raise scan.error("dots", sentence, start, dots.end())
