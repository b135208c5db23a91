"""Whether a condition holds at a point: relations, membership, and their connectives."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flint import acb, fmpq

from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, UncertainError
from fullmarks.expr.nodes import Constant, Listing, Logic, Negate, Node, Relation

ValueOf = Callable[[Node], Value]
_TRUTHS = {"true": True, "false": False}
_INFINITIES = (Constant("infinity"), Negate(Constant("infinity")))


def holds(condition: Node, value_of: ValueOf, *, ties: bool = False) -> bool:
    """Whether the condition holds; raises UncertainError where the balls do not tell, or takes them for equal (``ties``)."""
    match condition:
        case Constant(name) if name in _TRUTHS:
            return _TRUTHS[name]
        case Relation(operands, operators):
            return all(
                _related(operands[k], sign, operands[k + 1], value_of, ties=ties) for k, sign in enumerate(operators)
            )
        case Logic("and", parts) | Listing("", "", parts):
            return all(holds(part, value_of, ties=ties) for part in parts)
        case Logic("or", parts):
            return any(holds(part, value_of, ties=ties) for part in parts)
        case Logic("not", parts):
            return not holds(parts[0], value_of, ties=ties)
    raise BeyondError


def sides(condition: Node) -> Iterator[Node]:
    """What a condition may ask the value of, never what stands inside it: conditions may nest through their sides."""
    match condition:
        case Logic(_, parts) | Listing("", "", parts):
            for part in parts:
                yield from sides(part)
        case Relation(operands, _):
            for operand in operands:
                if isinstance(operand, Listing):
                    yield from operand.items
                else:
                    yield operand


def _related(left: Node, operator: str, right: Node, value_of: ValueOf, *, ties: bool) -> bool:
    if operator in ("in", "not in"):
        return _member(value_of(left), right, value_of, ties=ties) == (operator == "in")
    return compared(value_of(left), operator, value_of(right), ties=ties)


def _member(value: Value, container: Node, value_of: ValueOf, *, ties: bool) -> bool:
    def stands(operator: str, side: Node) -> bool:
        return compared(value, operator, value_of(side), ties=ties)

    match container:
        case Listing("{", "}", items):
            return any(stands("=", item) for item in items)
        case Listing(opening, closing, (low, high)) if opening in "([" and closing in ")]":
            above = low in _INFINITIES or stands(">=" if opening == "[" else ">", low)
            return above and (high in _INFINITIES or stands("<=" if closing == "]" else "<", high))
        case Constant("reals"):
            return True
        case Constant("integers") if isinstance(value, fmpq):
            return bool(value.q == 1)
    raise BeyondError


def compared(left: Value, operator: str, right: Value, *, ties: bool = False) -> bool:
    """Whether two real values stand in a relation; where balls overlap it raises UncertainError, or takes them for equal (``ties``)."""
    if isinstance(left, acb) or isinstance(right, acb):
        raise BeyondError
    less, more = bool(left < right), bool(left > right)
    same = isinstance(left, fmpq) and isinstance(right, fmpq) and not less and not more
    if not (less or more or same):
        if not ties:
            raise UncertainError
        same = True
    match operator:
        case "=":
            return same
        case "!=":
            return not same
        case "<":
            return less
        case "<=":
            return less or same
        case ">":
            return more
        case ">=":
            return more or same
    raise BeyondError
