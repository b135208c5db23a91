"""Missing factor: a symbol's power is missing from a product."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.symbol_powers import symbol_powers
from fullmarks.expr.nodes import Divide, Multiply, Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Diagnosis

CODE = "missing_factor"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The answer, times a power of one symbol, is the key."""
    for factor in symbol_powers(answer, expected, trial):
        if any(trial.refuted(answer, quotient) for quotient in trial.spoilt(expected, _without, factor)):
            continue
        if trial.same(Multiply((answer, factor)), expected):
            staff = f"The key without its factor {plain(factor)}."
            return Diagnosis(CODE, "A factor is missing.", staff, (("factor", plain(factor)),))
    return None


def _without(expected: Node, factor: Node) -> Iterator[Node]:
    yield Divide(expected, factor)


NEAR_MISS = NearMiss(CODE, explain)
