"""The power of ten, if any, that a constant answer is away from a constant key."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.diagnose.near_miss import Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols

MOST = 30
_POWERS = {Fraction(10) ** power: power for power in range(-MOST, MOST + 1) if power}


def power_of_ten(answer: Node, expected: Node, trial: Trial) -> int | None:
    """The k, not 0, for which the answer is 10^k times the key; None for anything that has symbols."""
    if symbols(answer) or symbols(expected):
        return None
    ratio = trial.ratio(answer, expected)
    return None if ratio is None else _POWERS.get(ratio)
