"""Significant figures and decimal places, counted on the decimal text as written.

| written | figures | places |
|---|---|---|
| ``3.14`` | 3 | 2 |
| ``0.0010`` | 2 | 4 |
| ``100.`` | 3 | 0 |
| ``100`` | 1 to 3: trailing zeros may or may not count | 0 |
| ``1.20e3``, ``1.20·10^3`` | 3 | those of its value written out: 0 |
| ``0``, ``0.00`` | 1, 2: a zero has as many figures as places, at least one | 0, 2 |

The strict rule wants exactly as many as asked for, without any doubt. The liberal rule wants at least as many, a doubtful zero
counts, and a value that is no decimal (``22/7``, ``√2``) is as precise as it is. Either way the value must lie within half a unit
of the key's last figure asked for, border included.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from fullmarks.checkers.tolerance import bounds
from fullmarks.expr.nodes import Call, Multiply, Negate, Node, Number, Power
from fullmarks.records import frozen
from fullmarks.regex import regex

_DECIMAL = regex(r"(?P<whole>\d*)(?P<point>\.?)(?P<after>\d*)(?:[eE](?P<exponent>[+-]?\d{1,6}))?")
_TEN = Number(Fraction(10))


class Rule(StrEnum):
    """How closely figures are counted."""

    STRICT = "strict"
    LIBERAL = "liberal"


@frozen
class Figures:
    """Significant figures, at least and at most, and decimal places."""

    least: int
    most: int
    places: int

    def has_figures(self, asked: int, rule: Rule) -> bool:
        return self.most >= asked if rule is Rule.LIBERAL else self.least == self.most == asked

    def has_places(self, asked: int, rule: Rule) -> bool:
        return self.places >= asked if rule is Rule.LIBERAL else self.places == asked


def figures(node: Node) -> Figures | None:
    """Those of a decimal as written, its sign and power of ten aside; None for what is no decimal."""
    match node:
        case Negate(operand):
            return figures(operand)
        case Number(_, str(spelling)):
            return _of_text(spelling)
        case Multiply((Number(_, str(spelling)), Power(base, exponent))) if base == _TEN:
            shift = _integer(exponent)
            return None if shift is None else _of_text(spelling, shift)
        case _:
            return None


def half_unit(key: Node, asked: int) -> Fraction | None:
    """Half a unit of a constant's significant figure number ``asked``; None where it is zero or has no value."""
    for bits in (64, 256, 1024):
        size = bounds(Call("abs", (key,)), bits)
        if size is None or size[1] <= 0:
            return None
        if size[0] > 0 and (place := _place(size[0])) == _place(size[1]):
            return Fraction(10) ** (place - asked + 1) / 2
    return None


def half_place(asked: int) -> Fraction:
    """Half a unit of the decimal place number ``asked``."""
    return Fraction(1, 2) * Fraction(10) ** -asked


def _of_text(spelling: str, shift: int = 0) -> Figures | None:
    match = _DECIMAL.fullmatch(spelling.replace(",", ""))
    if match is None or not (match["whole"] or match["after"]):
        return None
    digits, places = match["whole"] + match["after"], len(match["after"])
    places = max(0, places - shift - int(match["exponent"] or 0))
    from_first = digits.lstrip("0")
    if not from_first:
        zeros = max(1, len(match["after"]))
        return Figures(zeros, zeros, places)
    most = len(from_first)
    sure = match["point"] or match["exponent"] or shift
    return Figures(most if sure else len(from_first.rstrip("0")), most, places)


def _integer(node: Node) -> int | None:
    match node:
        case Number(value) if value.denominator == 1 and abs(value) < 10**6:
            return int(value)
        case Negate(operand):
            inner = _integer(operand)
            return None if inner is None else -inner
        case _:
            return None


def _place(value: Fraction) -> int:
    """The power of ten of a positive number's first figure."""
    guess = (value.numerator.bit_length() - value.denominator.bit_length()) * 30103 // 100_000
    while value >= Fraction(10) ** (guess + 1):
        guess += 1
    while value < Fraction(10) ** guess:
        guess -= 1
    return guess
