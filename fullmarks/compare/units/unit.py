"""What a unit is worth: how many of which base units it stands for, exactly.

Two units measure the same when their base units are the same. Angles are lenient, as everywhere in physics: a radian may be left
out (``rad/s`` is ``1/s``), and so may a cycle (``Hz`` is ``1/s``); where one side has radians and the other cycles, a cycle is
2π radians, so that 5 Hz are not 5 rad/s.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Self

from fullmarks.expr.nodes import Add, Constant, Divide, Listing, Matrix, Multiply, Node, Number, Power
from fullmarks.records import frozen

TEMPERATURE = (("kelvin", 1),)
"""What temperatures are measured in."""
RADIAN, CYCLE = "radian", "cycle"
_ANGLES = (RADIAN, CYCLE)
_MONEY = ((("dollar", 1),), (("euro", 1),))
_ONE, _ZERO = Fraction(1), Fraction(0)


@frozen
class Unit:
    """``factor`` · π^``pi`` of the product of the base units in ``dimensions`` (names and exponents, sorted, none zero).

    ``zero`` is where its scale begins, in base units: 273.15 for °C. A unit made of others counts from zero.
    """

    dimensions: tuple[tuple[str, int], ...] = ()
    factor: Fraction = _ONE
    pi: int = 0
    zero: Fraction = _ZERO

    def __mul__(self, other: Self) -> Unit:
        return Unit(_summed((*self.dimensions, *other.dimensions)), self.factor * other.factor, self.pi + other.pi)

    def __pow__(self, exponent: int) -> Unit:
        if exponent == 1:
            return self
        dimensions = _summed((name, power * exponent) for name, power in self.dimensions)
        return Unit(dimensions, self.factor**exponent, self.pi * exponent)

    @property
    def is_angle(self) -> bool:
        """Whether it measures angles, or nothing at all: a plain number is one in radians."""
        return all(name in _ANGLES for name, _ in self.dimensions)

    @property
    def is_money(self) -> bool:
        """Whether it measures an amount of money: a plain number is one too, since the sign often stands in the question."""
        return self.dimensions in _MONEY

    def measures_like(self, other: Unit) -> bool:
        """Whether values in both can be compared."""
        ours, theirs = self._turning(), other._turning()
        return self._without_angles() == other._without_angles() and (ours == theirs or 0 in (ours, theirs))

    def is_same(self, other: Unit) -> bool:
        """Whether a value is the same number in both."""
        return self.measures_like(other) and self.worth_in(other) == (_ONE, 0) and self.zero == other.zero

    def worth_in(self, other: Unit) -> tuple[Fraction, int]:
        """The a and k with which one of this unit is a·π^k of another that measures the same, scales' zeros aside."""
        turns = self._power(CYCLE) - other._power(CYCLE) if self._turning() == other._turning() else 0
        return self.factor / other.factor * Fraction(2) ** turns, self.pi - other.pi + turns

    def _power(self, name: str) -> int:
        return dict(self.dimensions).get(name, 0)

    def _turning(self) -> int:
        return self._power(RADIAN) + self._power(CYCLE)

    def _without_angles(self) -> tuple[tuple[str, int], ...]:
        return tuple(pair for pair in self.dimensions if pair[0] not in _ANGLES)


NOTHING = Unit()
"""The unit of a plain number."""


def _summed(dimensions: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    powers: dict[str, int] = {}
    for name, power in dimensions:
        powers[name] = powers.get(name, 0) + power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def converted(value: Node, unit: Unit, other: Unit) -> Node:
    """A value in a unit as the value in another that measures the same, exactly; lists and matrices entry by entry."""
    match value:
        case Listing(opening, closing, items):
            return Listing(opening, closing, tuple(converted(item, unit, other) for item in items))
        case Matrix(rows):
            return Matrix(tuple(tuple(converted(entry, unit, other) for entry in row) for row in rows))
    factor, pi = unit.worth_in(other)
    shift = (unit.zero - other.zero) / other.factor
    scaled = _scaled(value, factor, pi)
    return scaled if not shift else _shifted(scaled, shift)


def _scaled(value: Node, factor: Fraction, pi: int) -> Node:
    if isinstance(value, Number) and factor != 1:
        value, factor = Number(value.value * factor), _ONE
    if factor != 1:
        value = Multiply((Number(factor), value))
    if pi > 0:
        return Multiply((value, Power(Constant("pi"), Number(Fraction(pi)))))
    return Divide(value, Power(Constant("pi"), Number(Fraction(-pi)))) if pi else value


def _shifted(value: Node, shift: Fraction) -> Node:
    return Number(value.value + shift) if isinstance(value, Number) else Add((value, Number(shift)))
