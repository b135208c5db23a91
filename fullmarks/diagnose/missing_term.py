"""Missing term: a sum in the key lacks one of its terms in the answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.variants import MOST_VARIANTS, variants, without_one_term
from fullmarks.expr.nodes import Add, Node
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import walk
from fullmarks.outcome import Diagnosis

CODE = "missing_term"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key without one term of one of its sums."""
    for shorter in trial.spoilt(expected, _shorter):
        if trial.same(answer, shorter):
            return Diagnosis(CODE, "A term is missing.", f"The key without one term: {plain(shorter)}.")
    return None


def _shorter(expected: Node) -> Iterator[Node]:
    return islice(variants(expected, without_one_term), MOST_VARIANTS)


NEAR_MISS = NearMiss(CODE, explain, lambda key: any(isinstance(part, Add) for part in walk(key)))
