"""Constant factor: a number times the key.

Any number is a number times any other: a key that is a plain rational number says something only for twice and for half.
"""

from __future__ import annotations

from fractions import Fraction

from fullmarks.compare.values import rational
from fullmarks.diagnose.arrays import arrays
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis

CODE = "constant_factor"
_STUDENT = "Right up to a constant factor: check the numbers in front."
_PLAIN = (Fraction(2), Fraction(1, 2))


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """A rational number, not 0 and not −1, times the key."""
    ratio = trial.ratio(answer, expected)
    if ratio is None or ratio in (0, 1, -1):
        return None
    if not symbols(expected) and rational(expected) is not None and ratio not in _PLAIN:
        return None
    return Diagnosis(CODE, _STUDENT, f"{ratio} times the key.", (("factor", str(ratio)),))


def explain_array(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """One rational number, not −1, times every entry of the key, of which at least two are not zero."""
    both = arrays(answer, expected)
    if both is None or both[0].shape != both[1].shape:
        return None
    pairs = zip(both[0].entries, both[1].entries, strict=True)
    factor, count = None, 0
    for one, other in pairs:
        if rational(one) == rational(other) == 0:
            continue
        ratio = trial.ratio(one, other)
        if ratio in (None, 0, 1, -1) or (count and ratio != factor):
            return None
        factor, count = ratio, count + 1
    return Diagnosis(CODE, _STUDENT, f"{factor} times the key.", (("factor", str(factor)),)) if count > 1 else None


NEAR_MISS = NearMiss(CODE, explain)
OF_ARRAY = NearMiss(CODE, explain_array)
