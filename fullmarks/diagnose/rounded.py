"""Rounded: the key, rounded or cut off to as many places as the answer has, where an exact or a closer value is asked for."""

from __future__ import annotations

from fullmarks.diagnose.decimals import decimal, is_rounded
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis

CODE = "rounded"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """A decimal near a constant key that is no whole number."""
    written = decimal(answer)
    if written is None or symbols(expected) or not is_rounded(written, expected):
        return None
    student = "This is rounded too much. Give the exact value, or more figures."
    return Diagnosis(CODE, student, "The key, rounded or cut off to the places of the answer.")


NEAR_MISS = NearMiss(CODE, explain, lambda key: not symbols(key))
