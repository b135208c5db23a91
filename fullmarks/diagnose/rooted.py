"""Rooted: a square root of the key, such as a standard deviation for a variance."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node, Number, Power
from fullmarks.outcome import Diagnosis

CODE = "rooted"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """What squared is the key."""
    if not trial.same(Power(answer, Number(Fraction(2))), expected):
        return None
    return Diagnosis(CODE, "Check the power: a root too many, or a square not taken.", "A square root of the key.")


NEAR_MISS = NearMiss(CODE, explain)
