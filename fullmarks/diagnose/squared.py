"""Squared: the square of the key, such as a variance for a standard deviation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node, Number, Power
from fullmarks.outcome import Diagnosis

CODE = "squared"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key times itself."""
    if not any(trial.same(answer, square) for square in trial.spoilt(expected, _squared)):
        return None
    return Diagnosis(CODE, "Check the power: a square too many, or a root not taken.", "The square of the key.")


def _squared(expected: Node) -> Iterator[Node]:
    yield Power(expected, Number(Fraction(2)))


NEAR_MISS = NearMiss(CODE, explain)
