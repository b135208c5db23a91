"""Extra term: the answer is right but for one term too many."""

from __future__ import annotations

from itertools import islice

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.variants import MOST_VARIANTS, variants, without_one_term
from fullmarks.expr.nodes import Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Diagnosis

CODE = "extra_term"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The answer without one term of one of its sums is the key."""
    for shorter in islice(variants(answer, without_one_term), MOST_VARIANTS):
        if trial.same(shorter, expected):
            return Diagnosis(CODE, "There is a term too many.", f"Right as {plain(shorter)}.")
    return None


NEAR_MISS = NearMiss(CODE, explain)
