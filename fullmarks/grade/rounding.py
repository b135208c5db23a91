"""Points rounded to multiples of a step, half up."""

from __future__ import annotations

from fractions import Fraction

HALF = Fraction(1, 2)


def rounded(points: Fraction, step: Fraction | None, most: Fraction) -> Fraction:
    """The nearest multiple of the step, of two equally near ones the larger, but no more than ``most``.

    The points as they are without a step.
    """
    return points if step is None else min((points / step + HALF).__floor__() * step, most)
