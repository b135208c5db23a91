"""Reciprocal: one over the key."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Divide, Node, Number
from fullmarks.outcome import Diagnosis

CODE = "reciprocal"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key turned upside down."""
    if not any(trial.same(answer, turned) for turned in trial.spoilt(expected, _turned)):
        return None
    return Diagnosis(
        CODE,
        "Check what is inverted: what stands above and below a fraction bar, or the sign of an exponent.",
        "One over the key.",
    )


def _turned(expected: Node) -> Iterator[Node]:
    yield Divide(Number(Fraction(1)), expected)


NEAR_MISS = NearMiss(CODE, explain)
