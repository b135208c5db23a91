"""Whether a statement holds at a point: by what is certain there, or on a root, where a ball across zero is zero."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, fmpq

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.conditions import compared
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError, UncertainError, UndefinedError
from fullmarks.compare.points.generic import Point
from fullmarks.compare.statements.roots import ROOT_BITS
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.nodes import Constant, Logic, Node, Relation

_SignOf = Callable[[Node], Value]
"""The value of a difference, its sign certain."""
Holds = Callable[[Node, Point, Assumptions, Workspace], bool | None]
"""Says whether a statement holds at a point."""
_ZERO = fmpq(0)
_COMPARED = frozenset(("=", "!=", "<", "<=", ">", ">="))


def holds_at(tree: Node, point: Point, assumptions: Assumptions, workspace: Workspace) -> bool | None:
    """Whether a statement holds at a root of its differences, or between; None where that is not known.

    Where a part has no value it does not hold, whatever the others do.
    """
    evaluator = Evaluator(point, assumptions.limits, assumptions.seed)

    def sign_of(gap: Node) -> Value:
        value = evaluator.run(workspace.program(gap))
        if isinstance(value, arb) and value.contains(0):
            if evaluator.absorbed or evaluator.needed_bits > ROOT_BITS:
                raise UncertainError
            return _ZERO
        return value

    try:
        return _holds(tree, sign_of, workspace)
    except NoValueError:
        return None


def certainly_holds(tree: Node, point: Point, assumptions: Assumptions, workspace: Workspace) -> bool | None:
    """Whether a statement holds at a point; None where anything it asks is uncertain, or has no value."""
    evaluator = Evaluator(point, assumptions.limits, assumptions.seed)
    several = len(point) > 1

    def sign_of(gap: Node) -> Value:
        try:
            return evaluator.run(workspace.program(gap))
        except UndefinedError as error:
            if several:  # perhaps a hole, and nothing more
                raise BeyondError from error
            raise

    try:
        return _holds(tree, sign_of, workspace)
    except NoValueError:
        return None


def _holds(tree: Node, sign_of: _SignOf, workspace: Workspace) -> bool:
    match tree:
        case Relation(_, operators):
            try:
                gaps = zip(workspace.differences(tree), operators, strict=True)
                return all(_compared(sign_of(gap), sign) for gap, sign in gaps)
            except UndefinedError:
                return False
        case Logic("and", parts):
            return all(_holds(part, sign_of, workspace) for part in parts)
        case Logic("or", parts):
            return any(_holds(part, sign_of, workspace) for part in parts)
        case Logic("not", parts):
            return not _holds(parts[0], sign_of, workspace)
        case Constant("true"):
            return True
        case Constant("false"):
            return False
    raise BeyondError


def _compared(value: Value, operator: str) -> bool:
    if operator not in _COMPARED:
        raise BeyondError
    return compared(value, operator, _ZERO)
