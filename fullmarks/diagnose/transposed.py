"""Transposed: rows and columns exchanged."""

from __future__ import annotations

from fullmarks.diagnose.arrays import Array, arrays
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Listing, Node
from fullmarks.outcome import Diagnosis

CODE = "transposed"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key with its rows as columns."""
    both = arrays(answer, expected)
    if both is None or both[0].is_list or both[1].is_list:
        return None
    turned = Array(tuple(zip(*both[1].rows, strict=True)))
    if turned.shape != both[0].shape or not trial.all_same(both[0].entries, turned.entries):
        return None
    return Diagnosis(CODE, "Rows and columns are exchanged.", "The key transposed.")


NEAR_MISS = NearMiss(CODE, explain, lambda key: not isinstance(key, Listing))
