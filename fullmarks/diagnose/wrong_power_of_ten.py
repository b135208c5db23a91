"""Power of ten: the right figures, with the point at the wrong place."""

from __future__ import annotations

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.powers_of_ten import power_of_ten
from fullmarks.expr.nodes import Node
from fullmarks.outcome import Diagnosis

CODE = "power_of_ten"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """A power of ten times the key."""
    power = power_of_ten(answer, expected, trial)
    if power is None:
        return None
    student = "The figures are right; check the decimal point, or the units."
    return Diagnosis(CODE, student, f"10^{power} times the key.", (("power", str(power)),))


NEAR_MISS = NearMiss(CODE, explain)
