"""Points added up, exactly."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

_NOTHING = Fraction(0)


def total(points: Iterable[Fraction]) -> Fraction:
    """The sum. Points are mostly whole, and whole numbers add up much faster."""
    whole, rest = 0, _NOTHING
    for one in points:
        if one.denominator == 1:
            whole += one.numerator
        else:
            rest += one
    return rest + whole if rest else Fraction(whole)
