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


def holds(condition: Node, value_of: ValueOf) -> bool:
    """Whether the condition holds; raises UncertainError where the balls do not tell."""
    match condition:
        case Constant(name) if name in _TRUTHS:
            return _TRUTHS[name]
        case Relation(operands, operators):
            return all(_related(operands[k], sign, operands[k + 1], value_of) for k, sign in enumerate(operators))
        case Logic("and", parts) | Listing("", "", parts):
            return all(holds(part, value_of) for part in parts)
        case Logic("or", parts):
            return any(holds(part, value_of) for part in parts)
        case Logic("not", parts):
            return not holds(parts[0], value_of)
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


def _related(left: Node, operator: str, right: Node, value_of: ValueOf) -> bool:
    if operator in ("in", "not in"):
        return _member(value_of(left), right, value_of) == (operator == "in")
    return compared(value_of(left), operator, value_of(right))


def _member(value: Value, container: Node, value_of: ValueOf) -> bool:
    match container:
        case Listing("{", "}", items):
            return any(compared(value, "=", value_of(item)) for item in items)
        case Listing(opening, closing, (low, high)) if opening in "([" and closing in ")]":
            above = low in _INFINITIES or compared(value, ">=" if opening == "[" else ">", value_of(low))
            return above and (high in _INFINITIES or compared(value, "<=" if closing == "]" else "<", value_of(high)))
        case Constant("reals"):
            return True
        case Constant("integers") if isinstance(value, fmpq):
            return bool(value.q == 1)
    raise BeyondError


def compared(left: Value, operator: str, right: Value) -> bool:
    """Whether two real values stand in a relation; raises UncertainError where overlapping balls do not tell."""
    if isinstance(left, acb) or isinstance(right, acb):
        raise BeyondError
    less, more = bool(left < right), bool(left > right)
    same = isinstance(left, fmpq) and isinstance(right, fmpq) and not less and not more
    if not (less or more or same):
        raise UncertainError
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
