"""Percent: a hundred times too much or too little, where a percent sign is about."""

from __future__ import annotations

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.powers_of_ten import power_of_ten
from fullmarks.expr.nodes import Node, Percent
from fullmarks.expr.walk import walk
from fullmarks.outcome import Diagnosis

CODE = "percent"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """A hundred times the key, or a hundredth, and one of them has a percent sign."""
    if not any(isinstance(part, Percent) for tree in (answer, expected) for part in walk(tree)):
        return None
    power = power_of_ten(answer, expected, trial)
    if power not in (2, -2):
        return None
    times = "A hundred times the key" if power == 2 else "A hundredth of the key"
    return Diagnosis(CODE, "Check the percent sign: 1% is a hundredth.", f"{times}: a matter of the percent sign.")


NEAR_MISS = NearMiss(CODE, explain)
