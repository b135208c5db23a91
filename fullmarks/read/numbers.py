"""Number literals: decimals, thousands, exponents, repeating decimals, mixed numbers. A decimal is exactly what is written."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from fullmarks.expr.nodes import Add, Divide, Node, Number
from fullmarks.expr.units import unit_spelling
from fullmarks.read.scan import Scan
from fullmarks.regex import regex

_GAP = r"(?:\{,\}|,?\\[,!:; ]|\\thinspace\s?)"
_FRACTION = r"(?:\.(?!\.)\d*)?"
_NUMBER = regex(
    rf"""
    (?: \d{{1,3}} (?: (?:{_GAP}\d{{3}}){{1,40}} (?!\d) | (?:,\d{{3}}){{1,40}} (?![\d,]|\.\d+,) )   # 1{{,}}000   1,000
      | \d{{1,3}}(?:['_]\d{{3}}){{1,40}} (?!\d)                                                    # 1'000
      | \d{{1,3}}(?:[ ]\d{{3}}){{1,40}} (?![\d/]|[ ]*[\d½¼¾])                                      # 1 000
      | \d+ ) {_FRACTION}
    | \.\d+
    """,
    re.VERBOSE | re.ASCII,
)
_COMMA_NUMBER = regex(
    rf"(?:\d{{1,3}}(?:\\[,!:; ]\d{{3}}){{1,40}}(?!\d)|\d+)(?:(?:,|\{{,\}})\d+|{_FRACTION})|[,.]\d+", re.ASCII
)
_PLAIN = regex(rf"(?:\d{{1,3}}(?:(?:\{{,\}}|\\[,!])\d{{3}}){{1,40}}(?!\d)|\d+){_FRACTION}|\.\d+", re.ASCII)
_BETWEEN_DIGITS = regex(rf"{_GAP}|[,'_ ]")
_SPACES_BETWEEN_DIGITS = regex(r"\\[,!:; ]")
_EXPONENT = regex(r"[eE][+-]?\d++(?![\d.]*+[eE]?[A-Za-z])", re.ASCII)
_REPEATING = regex(r"\s*\\(?:overline|bar)\s*(?:\{\s*(?P<digits>\d{1,50})\s*\}|(?P<digit>\d))", re.ASCII)
_DOTTED = regex(r"\s*\\dot\s*\{?(?P<first>\d)\}?(?:(?P<inner>\d{0,48})\\dot\s*\{?(?P<last>\d)\}?)?", re.ASCII)
_IN_BRACKETS = regex(r"\((?P<digits>\d{1,50})\)", re.ASCII)
"""The digits that repeat, behind a point alone: ``0.(3)``. Behind other decimals, a bracket is a factor."""
_MOST_LOOKED_AT = 60
_TWICE = regex(r"(?P<digits>\d{1,12}?)(?P=digits)+", re.ASCII)
_THRICE = regex(r"(?P<digits>\d{1,12}?)(?P=digits){2,}$", re.ASCII)
"""Decimals that are the same digits again and again: behind others three times, as those of 4π begin 12.566."""
_MIXED = regex(r"\s+(\d{1,9})/(\d{1,9})(?![\d./^(A-Za-z])", re.ASCII)
_MIXED_VULGAR = regex(r"\s*([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])")
_MIXED_LATEX = regex(r"\s*\\[dt]?frac\s*(?:\{\s*(\d{1,9})\s*\}\s*\{\s*(\d{1,9})\s*\}|(\d)(\d))", re.ASCII)
_LONGEST_UNIT = 64
_WORDS = regex(r"\\(?:text|mathrm)\{([^{}]*)\}")
_FULL_STOP = regex(r"$|[\s$.]")

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""Fractions of one character."""


@lru_cache(maxsize=1024)
def integer(digits: str) -> Number:
    """A short run of digits as a number; the same digits give the same node."""
    return Number(Fraction(int(digits)), digits)


def number(scan: Scan, start: int) -> tuple[Node, int]:
    """The number that starts at ``start`` and the place behind it; a mixed number is a sum."""
    text, conventions = scan.text, scan.conventions
    match = _pattern(scan).match(text, start)
    if match is None:
        raise scan.error("unknown_character", f"“{text[start]}” is not a digit that can be read.", start, start + 1)
    literal, end = match.group(), match.end()
    if "." in literal and (repeating := _repeating(text, literal, end)):
        digits, behind = repeating
        return _repeated(_value(scan, start, end, literal), literal, digits), behind
    if literal.endswith(".") and not _stands_alone(text, start, end):  # there it says how many digits count
        literal = literal[:-1]
        end -= _FULL_STOP.match(text, end) is not None
    spelling = _with_point(literal) if scan.decimal_comma else _BETWEEN_DIGITS.sub("", literal)
    if exponent := _EXPONENT.match(text, end):
        end = exponent.end()
        spelling += exponent.group()
    value = _value(scan, start, end, spelling)
    whole = Number(value, spelling)
    if conventions.mixed_numbers and spelling.isdigit() and (tail := _mixed_tail(text, end)):
        numerator, denominator, end = tail
        return Add((whole, _quotient(numerator, denominator))), end
    return whole, end


def _repeating(text: str, literal: str, end: int) -> tuple[str, int] | None:
    """The digits that repeat for ever behind a decimal, and where they end."""
    if match := _REPEATING.match(text, end):
        return match["digits"] or match["digit"], match.end()
    if match := _DOTTED.match(text, end):
        return match["first"] + (match["inner"] or "") + (match["last"] or ""), match.end()
    if literal.endswith(".") and (match := _IN_BRACKETS.match(text, end)):
        return match["digits"], match.end()
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the answer is a number and nothing else, or its unit behind it: ``160. m``."""
    before, behind = text[:start].strip("+- $\n"), text[end : end + _LONGEST_UNIT].strip(" $\n")
    return not before and (not behind or (text[end:].strip(" $\n") == behind and _says_unit(behind)))


def _says_unit(words: str) -> bool:
    inside = _WORDS.fullmatch(words)
    return unit_spelling(inside[1] if inside else words) is not None


def _pattern(scan: Scan) -> re.Pattern[str]:
    """Where a comma may part a list, it does not part thousands."""
    if scan.decimal_comma:
        return _COMMA_NUMBER
    return _NUMBER if scan.conventions.thousands and not scan.lists else _PLAIN


def _with_point(literal: str) -> str:
    return _SPACES_BETWEEN_DIGITS.sub("", literal).replace("{,}", ".").replace(",", ".")


def vulgar(character: str) -> Node:
    """A fraction of one character, as a quotient."""
    return _quotient(*VULGAR[character])


def _quotient(numerator: int, denominator: int) -> Node:
    return Divide(Number(Fraction(numerator), str(numerator)), Number(Fraction(denominator), str(denominator)))


def _repeated(value: Fraction, spelling: str, digits: str) -> Node:
    """A decimal whose last digits repeat for ever, as the quotient that it is."""
    decimals = len(spelling.partition(".")[2])
    value += Fraction(int(digits), (10 ** len(digits) - 1) * 10**decimals)
    return _quotient(value.numerator, value.denominator)


def endless(written: Number) -> Node | None:
    """A decimal with dots behind it, where its last digits stand there twice or more: ``0.1666…``, ``0.2727…``."""
    spelling = written.spelling or ""
    decimals = spelling.partition(".")[2]
    last = decimals[-_MOST_LOOKED_AT:] if decimals.isdecimal() else ""
    match = (_TWICE.fullmatch(last) if last == decimals else None) or _THRICE.search(last)
    return None if match is None else _repeated(written.value, spelling, match["digits"])


def _mixed_tail(text: str, end: int) -> tuple[int, int, int] | None:
    """Numerator, denominator and end of the proper fraction that makes a mixed number of the integer before it."""
    if match := _MIXED_VULGAR.match(text, end):
        return (*VULGAR[match[1]], match.end())
    if match := _MIXED.match(text, end):
        numerator, denominator = int(match[1]), int(match[2])
    elif match := _MIXED_LATEX.match(text, end):
        numerator, denominator = int(match[1] or match[3]), int(match[2] or match[4])
    else:
        return None
    return (numerator, denominator, match.end()) if 0 < numerator < denominator else None


def _value(scan: Scan, start: int, end: int, spelling: str) -> Fraction:
    mantissa, _, exponent = spelling.lower().partition("e")
    most = scan.limits.digits
    if len(mantissa) > most or len(exponent) > 6 or abs(int(exponent or 0)) > most:
        raise scan.error("too_many_digits", f"This number has more than {most} digits.", start, end)
    whole, _, decimals = mantissa.partition(".")
    value = Fraction(long_integer(whole + decimals), 10 ** len(decimals))
    if not exponent:
        return value
    shift = int(exponent)
    power = Fraction(10 ** abs(shift))
    return value * power if shift >= 0 else value / power


def long_integer(digits: str) -> int:
    """An integer from its digits in blocks, so that the interpreter's own limit on long literals does not matter."""
    value = 0
    for k in range(0, len(digits), 4000):
        block = digits[k : k + 4000]
        value = value * 10 ** len(block) + int(block)
    return value
