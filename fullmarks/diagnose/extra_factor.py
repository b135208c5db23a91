"""Extra factor: a symbol's power too many in a product."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.symbol_powers import symbol_powers
from fullmarks.expr.nodes import Multiply, Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Diagnosis

CODE = "extra_factor"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key times a power of one symbol."""
    for factor in symbol_powers(answer, expected, trial):
        if any(trial.same(answer, product) for product in trial.spoilt(expected, _times, factor)):
            staff = f"The key times {plain(factor)}."
            return Diagnosis(CODE, "There is a factor too many.", staff, (("factor", plain(factor)),))
    return None


def _times(expected: Node, factor: Node) -> Iterator[Node]:
    yield Multiply((expected, factor))


NEAR_MISS = NearMiss(CODE, explain)
