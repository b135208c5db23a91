"""Number literals: decimals, thousands, exponents, repeating decimals, mixed numbers. A decimal is exactly what is written."""

from __future__ import annotations

import re
from fractions import Fraction

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Add, Divide, Node, Number
from fullmarks.limits import Limits

_GAP = r"(?:\{,\}|\\[,!:; ]|\\thinspace\s?)"
NUMBER = re.compile(
    rf"""
    (?: \d{{1,3}} (?: (?:{_GAP}\d{{3}})+ (?!\d) | (?:,\d{{3}})+ (?![\d,]|\.\d+,) )   # 1{{,}}000   1,000
      | \d{{1,3}}(?:['_]\d{{3}})+ (?!\d)                                              # 1'000
      | \d+ ) (?: \.(?!\.) \d* )?
    | \.\d+
    """,
    re.VERBOSE,
)
COMMA_NUMBER = re.compile(r"\d+(?:,\d+)?|,\d+")
_PLAIN = re.compile(r"\d+(?:\.(?!\.)\d*)?|\.\d+")
_EXPONENT = re.compile(r"[eE][+-]?\d+(?![\d.]*[eE]?[A-Za-z])")
_REPEATING = re.compile(r"\s*\\(?:overline|bar)\s*\{\s*(\d{1,50})\s*\}")
_MIXED = re.compile(r"\s+(\d{1,9})/(\d{1,9})(?![\d./^(A-Za-z])")
_MIXED_LATEX = re.compile(r"\s*\\[dt]?frac\s*(?:\{\s*(\d{1,9})\s*\}\s*\{\s*(\d{1,9})\s*\}|(\d)(\d))")

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""Fractions of one character."""


def number(
    text: str, start: int, limits: Limits, *, thousands: bool, mixed: bool, decimal_comma: bool
) -> tuple[Node, int]:
    """The number that starts at ``start`` and the place behind it; a mixed number is a sum."""
    pattern = COMMA_NUMBER if decimal_comma else NUMBER if thousands else _PLAIN
    match = pattern.match(text, start) or _PLAIN.match(text, start)
    if match is None:  # a lone digit of another script
        raise ReadError(
            "unknown_character", f"“{text[start]}” is not a digit that can be read.", text, Span(start, start + 1)
        )
    end = match.end()
    literal = match.group()
    spelling = literal.replace(",", ".") if decimal_comma else re.sub(rf"{_GAP}|[,'_]", "", literal)
    if exponent := _EXPONENT.match(text, end):
        end = exponent.end()
        spelling += exponent.group()
    value = _value(text, start, end, spelling, limits)
    if "." in spelling and exponent is None and (repeating := _REPEATING.match(text, end)):
        digits = repeating[1]
        decimals = len(spelling.partition(".")[2])
        value += Fraction(int(digits), (10 ** len(digits) - 1) * 10**decimals)
        return Divide(_integer(value.numerator), _integer(value.denominator)), repeating.end()
    whole = Number(value, spelling)
    if mixed and spelling.isdigit() and (tail := _mixed_tail(text, end)):
        numerator, denominator, end = tail
        return Add((whole, Divide(_integer(numerator), _integer(denominator)))), end
    return whole, end


def _integer(value: int) -> Number:
    return Number(Fraction(value), str(value))


def vulgar(character: str) -> Node:
    """A fraction of one character, as a quotient."""
    numerator, denominator = VULGAR[character]
    return Divide(_integer(numerator), _integer(denominator))


def _mixed_tail(text: str, end: int) -> tuple[int, int, int] | None:
    if end < len(text) and text[end] in VULGAR:
        return (*VULGAR[text[end]], end + 1)
    if match := _MIXED.match(text, end):
        numerator, denominator = int(match[1]), int(match[2])
    elif match := _MIXED_LATEX.match(text, end):
        numerator, denominator = int(match[1] or match[3]), int(match[2] or match[4])
    else:
        return None
    return (numerator, denominator, match.end()) if 0 < numerator < denominator else None


def _value(text: str, start: int, end: int, spelling: str, limits: Limits) -> Fraction:
    mantissa, _, exponent = spelling.lower().partition("e")
    too_long = len(mantissa) > limits.digits or len(exponent) > 6 or abs(int(exponent or 0)) > limits.digits
    if too_long:
        sentence = f"This number has more than {limits.digits} digits."
        raise ReadError("too_many_digits", sentence, text, Span(start, end))
    whole, _, decimals = mantissa.partition(".")
    value = Fraction(_int(whole + decimals), 10 ** len(decimals))
    shift = int(exponent or 0)
    return value * 10**shift if shift >= 0 else value / 10**-shift


def _int(digits: str) -> int:
    """An integer from its digits in blocks, so that the interpreter's own limit on long literals does not matter."""
    value = 0
    for k in range(0, len(digits), 4000):
        block = digits[k : k + 4000]
        value = value * 10 ** len(block) + int(block)
    return value
