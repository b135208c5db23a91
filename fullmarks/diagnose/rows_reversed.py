"""Rows reversed: the right rows, from the last to the first; or a list in order from its end."""

from __future__ import annotations

from fullmarks.diagnose.arrays import arrays
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.outcome import Diagnosis

CODE = "rows_reversed"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key upside down."""
    both = arrays(answer, expected)
    if both is None or both[0].shape != both[1].shape:
        return None
    given, wanted = both
    rows = tuple(row[::-1] for row in wanted.rows) if wanted.is_list else wanted.rows[::-1]
    if not trial.all_same(given.entries, tuple(entry for row in rows for entry in row)):
        return None
    student = "The order is reversed." if wanted.is_list else "The rows are in reversed order."
    return Diagnosis(CODE, student, "The key from its end.")


NEAR_MISS = NearMiss(CODE, explain)
