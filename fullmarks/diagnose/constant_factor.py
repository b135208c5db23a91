"""Constant factor: a number times the key.

Any number is a number times any other: a key that is a plain rational number says something only for twice and for half.
"""

from __future__ import annotations

from fractions import Fraction

from fullmarks.checkers.outcome import Diagnosis
from fullmarks.compare.values import rational
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols

CODE = "constant_factor"
_PLAIN = (Fraction(2), Fraction(1, 2))


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """A rational number, not 0, times the key."""
    ratio = trial.ratio(answer, expected)
    if ratio is None or ratio in (0, 1):
        return None
    if not symbols(expected) and rational(expected) is not None and ratio not in _PLAIN:
        return None
    student = "Right up to a constant factor: check the numbers in front."
    return Diagnosis(CODE, student, f"{ratio} times the key.", (("factor", str(ratio)),))


NEAR_MISS = NearMiss(CODE, explain)
