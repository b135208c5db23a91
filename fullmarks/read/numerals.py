"""Where the text goes on with a digit: the number, and what may stand right behind one."""

from __future__ import annotations

import re
from fractions import Fraction

from fullmarks.expr.nodes import Node, Number
from fullmarks.read.numbers import endless, integer, number
from fullmarks.read.scan import Scan
from fullmarks.regex import regex

_BELONGS = r"\d.'_{½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
_BELONGS_LATER = r"[eE][+-]?\d|\s*(?:\d|\\|[xX]\s*\d|[…⋯½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])|st|nd|rd|th"
_SHORT = regex(rf"\d{{1,15}}(?![{_BELONGS},]|{_BELONGS_LATER})", re.ASCII)
_SHORT_IN_LIST = regex(rf"\d{{1,15}}(?![{_BELONGS}]|{_BELONGS_LATER})", re.ASCII)
"""An integer with nothing behind it that could belong to it; in a list, a comma does not."""
_IN_OTHER_BASE = regex(r"0([bB](?=[01]+(?!\w))|[oO](?=[0-7]+(?!\w))|[xX](?=\d*[a-fA-F]))([0-9a-fA-F]{1,200})(?![\w.])")
"""Numbers as programs write them; ``0x10`` without a letter is a product."""
_BASES = {"b": 2, "o": 8, "x": 16}
_HALF_OF_DAY = regex(r"\s*(?:\\text\{\s*)?([aApP])\.?\s?[mM](?:\.|(?![A-Za-z]))\s*\}?")
"""What stands behind a time of day."""
_TIMES = regex(r"\s*[xX]\s*(?=\d)")
_ORDINAL = regex(r"(?:1st|2nd|3rd|\dth)(?![A-Za-z0-9_])")
_DOTS = regex(r"\s*(?:\.\.\.|…|⋯|\\[lc]?dots)")


def numeral(scan: Scan) -> None:
    """A number literal with all that belongs to it."""
    start = scan.place
    if scan.text[start] == "0" and (other := _IN_OTHER_BASE.match(scan.text, start)):
        base = _BASES[other[1].lower()]
        scan.emit("number", other.group(), start, other.end(), Number(Fraction(int(other[2], base))))
        return
    pattern = _SHORT_IN_LIST if scan.lists and not scan.decimal_comma else _SHORT
    short = pattern.match(scan.text, start)
    if short and short.end() - start <= scan.limits.digits:
        scan.emit("number", short.group(), start, short.end(), integer(short.group()))
        if start and scan.text[start - 1] == ":" and (half := _HALF_OF_DAY.match(scan.text, short.end())):
            scan.emit("unit", f"{half[1].lower()}.m.", half.start(1), half.end())
        return
    node, end = number(scan, start)
    if isinstance(node, Number) and (dots := _DOTS.match(scan.text, end)) and "." in (node.spelling or ""):
        node, end = _with_open_digits(scan, node, start, dots.end()), dots.end()
    scan.emit("number", scan.text[start:end], start, end, node)
    ordinal = _ORDINAL.match(scan.text, end - 1)
    if ordinal and not scan.names.spells(scan.text[end : ordinal.end()]):
        scan.place = ordinal.end()
    elif scan.names.x_is_free and (times := _TIMES.match(scan.text, end)):
        scan.emit("times", "×", end, times.end())


def _with_open_digits(scan: Scan, node: Number, start: int, end: int) -> Node:
    """``0.1666…`` as the fraction that it is; digits of which it is not plain how they go on are refused."""
    if (found := endless(node)) is not None:
        return found
    sentence = (
        f"“{scan.text[start:end]}” leaves open which digits follow; write a fraction, or the digits that repeat "
        r"as 0.\overline{3}."
    )
    raise scan.error("dots", sentence, start, end)
