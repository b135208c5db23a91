"""Reading a tree as a set of real numbers: interval notation, sets, and conditions on one symbol."""

from __future__ import annotations

from fullmarks.checkers.intervals import EVERYTHING, Interval, Region, UnorderedError, complement, intersection, point
from fullmarks.checkers.relations import TURNED, steps
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.nodes import Constant, Listing, Logic, Negate, Node, Relation, SetOperation, Symbol
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen


@frozen
class Solutions:
    """A region, and the symbol that is said to lie in it (None for interval notation)."""

    region: Region
    symbol: str | None = None


def solutions(node: Node, assumptions: Assumptions) -> Solutions | None:
    """The set that a tree describes; None where it describes none, or one that would have to be solved for."""
    try:
        return _condition(node, assumptions) if is_condition(node) else _set(node, assumptions)
    except UnorderedError:
        return None


def is_condition(node: Node) -> bool:
    """Whether a tree says something of a symbol; ``x >= -2, x != 1`` says both."""
    match node:
        case Relation() | Logic():
            return True
        case Listing("", "", items):
            return all(isinstance(item, Relation | Logic) for item in items)
    return False


def interval(node: Node) -> Interval | None:
    """``(a, b]`` and its like."""
    if not isinstance(node, Listing) or len(node.items) != 2 or node.opening not in "([" or node.closing not in ")]":
        return None
    if not (node.opening and node.closing):
        return None
    lower, upper = node.items
    ends = (None if _is_infinite(lower) == -1 else lower, None if _is_infinite(upper) == 1 else upper)
    return Interval(*ends, node.opening == "[" and ends[0] is not None, node.closing == "]" and ends[1] is not None)


def _set(node: Node, assumptions: Assumptions) -> Solutions | None:
    match node:
        case Listing("{", "}", items):
            return Solutions(tuple(point(item) for item in items))
        case Listing():
            part = interval(node)
            return Solutions((part,)) if part else None
        case Constant("reals"):
            return Solutions((EVERYTHING,))
        case Constant("emptyset"):
            return Solutions(())
        case SetOperation(operator, parts):
            found = [_set(part, assumptions) for part in parts]
            known = [one.region for one in found if one is not None]
            return Solutions(_combined(operator, known, assumptions)) if len(known) == len(found) else None
        case _:
            return None


def _combined(operator: str, regions: list[Region], assumptions: Assumptions) -> Region:
    if operator == "union":
        return tuple(part for region in regions for part in region)
    if operator == "intersection":
        return intersection(regions, assumptions)
    return intersection((regions[0], *(complement(region, assumptions) for region in regions[1:])), assumptions)


def _condition(node: Node, assumptions: Assumptions) -> Solutions | None:
    match node:
        case Relation():
            return _together([_step(*step, assumptions) for step in steps(node)], "intersection", assumptions)
        case Listing("", "", parts):
            return _listed([_condition(part, assumptions) for part in parts], assumptions)
        case Logic("and" | "or" as connective, parts):
            found = [_condition(part, assumptions) for part in parts]
            return _together(found, "intersection" if connective == "and" else "union", assumptions)
        case _:
            return None


def _listed(found: list[Solutions | None], assumptions: Assumptions) -> Solutions | None:
    """Conditions with commas between hold together; where that cannot be (``x < -1, x > 4``) each says a part."""
    both = _together(found, "intersection", assumptions)
    return both if both is None or both.region else _together(found, "union", assumptions)


def _together(found: list[Solutions | None], operator: str, assumptions: Assumptions) -> Solutions | None:
    known = [one for one in found if one is not None]
    names = {one.symbol for one in known}
    if len(known) != len(found) or len(names) != 1:
        return None
    region = known[0].region if len(known) == 1 else _combined(operator, [one.region for one in known], assumptions)
    return Solutions(region, known[0].symbol)


def _step(left: Node, operator: str, right: Node, assumptions: Assumptions) -> Solutions | None:
    """What one relation says of a symbol that stands alone on one side."""
    if operator == "in" and isinstance(left, Symbol):
        inside = _set(right, assumptions)
        return Solutions(inside.region, left.name) if inside else None
    if not isinstance(left, Symbol) and isinstance(right, Symbol) and operator in TURNED:
        left, operator, right = right, TURNED[operator], left
    if not isinstance(left, Symbol) or left.name in symbols(right):
        return None
    region = _half_line(operator, right)
    return Solutions(region, left.name) if region is not None else None


def _half_line(operator: str, end: Node) -> Region | None:
    infinite = _is_infinite(end)
    match operator:
        case "<" | "<=":
            return (EVERYTHING,) if infinite == 1 else (Interval(None, end, upper_closed=operator == "<="),)
        case ">" | ">=":
            return (EVERYTHING,) if infinite == -1 else (Interval(end, None, lower_closed=operator == ">="),)
        case "=":
            return (point(end),)
        case "!=":
            return (Interval(None, end), Interval(end, None))
        case _:
            return None


def _is_infinite(node: Node) -> int:
    """1 for infinity, -1 for minus infinity, else 0."""
    match node:
        case Constant("infinity"):
            return 1
        case Negate(Constant("infinity")):
            return -1
        case _:
            return 0
