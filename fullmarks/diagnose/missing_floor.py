"""Missing floor: right wherever everything divides evenly, for want of rounding down or up."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Call, Node
from fullmarks.expr.walk import rebuild
from fullmarks.outcome import Diagnosis

CODE = "missing_floor"
_ROUNDING = ("floor", "ceil")


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key without its floors and ceilings."""
    if not any(trial.same(answer, bare) for bare in trial.spoilt(expected, _without_floors)):
        return None
    student = "This is right only where everything divides evenly. Say what happens where it does not."
    return Diagnosis(CODE, student, "The key with its floors or ceilings left out.")


def _without_floors(expected: Node) -> Iterator[Node]:
    bare = _bare(expected)
    if bare is not expected:
        yield bare


def _bare(node: Node) -> Node:
    inside = rebuild(node, _bare)
    return inside.arguments[0] if isinstance(inside, Call) and inside.function in _ROUNDING else inside


NEAR_MISS = NearMiss(CODE, explain, lambda key: _bare(key) != key)
