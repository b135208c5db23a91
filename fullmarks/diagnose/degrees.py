"""Degrees for radians, or radians for degrees: of the answer itself, or of a calculator that was in the wrong mode."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from fullmarks.diagnose.decimals import decimal, is_rounded
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Call, Constant, Divide, Multiply, Node, Number
from fullmarks.expr.walk import rebuild, symbols, walk
from fullmarks.outcome import Diagnosis

CODE = "degrees"

_TRIGONOMETRIC = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
_INVERSE = frozenset({"asin", "acos", "atan", "acot", "asec", "acsc", "atan2", "arg"})
LEAST_FIGURES = 3
_HALF_TURN = Number(Fraction(180))


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The value in the other unit, or the value that functions of angles have with angles in the other unit."""
    for change in (_to_degrees, _to_radians):
        spoiled = [*([change(expected)] if _is_angle(expected) else []), _with_angles(expected, change)]
        if any(tree != expected and _matches(answer, tree, trial) for tree in spoiled):
            return Diagnosis(
                CODE, "Check the unit of the angle: degrees or radians.", "Degrees and radians were mixed up."
            )
    return None


def _matches(answer: Node, spoiled: Node, trial: Trial) -> bool:
    written = decimal(answer)
    # Two figures agree by chance too often to explain anything.
    counts = written is not None and written.figures >= LEAST_FIGURES and not symbols(spoiled)
    if written is not None and counts and is_rounded(written, spoiled):
        return True
    return trial.same(answer, spoiled)


def _is_angle(node: Node) -> bool:
    return any(part == Constant("pi") or (isinstance(part, Call) and part.function in _INVERSE) for part in walk(node))


def _with_angles(node: Node, change: Callable[[Node], Node]) -> Node:
    inside = rebuild(node, lambda child: _with_angles(child, change))
    if isinstance(inside, Call) and inside.function in _TRIGONOMETRIC:
        return Call(inside.function, (change(inside.arguments[0]),))
    return inside


def _to_degrees(angle: Node) -> Node:
    return Divide(Multiply((angle, _HALF_TURN)), Constant("pi"))


def _to_radians(angle: Node) -> Node:
    return Divide(Multiply((angle, Constant("pi"))), _HALF_TURN)


NEAR_MISS = NearMiss(CODE, explain)
