"""Points rounded to multiples of a step, half up."""

from __future__ import annotations

from fractions import Fraction

HALF = Fraction(1, 2)


def rounded(points: Fraction, step: Fraction | None) -> Fraction:
    """The nearest multiple of the step, of two equally near ones the larger; the points as they are without a step."""
    return points if step is None else (points / step + HALF).__floor__() * step
