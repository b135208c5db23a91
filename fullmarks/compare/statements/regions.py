"""A set of real numbers as a condition on one symbol, so that ``(-∞, -2) ∪ (2, ∞)`` can be compared with ``|x| > 2``."""

from __future__ import annotations

from fullmarks.expr.nodes import Add, Call, Constant, Listing, Logic, Negate, Node, Relation, SetOperation, Symbol
from fullmarks.expr.walk import symbols, walk

_INFINITIES = (Constant("infinity"), Negate(Constant("infinity")))
_PAIR = 2
_ALWAYS, _NEVER = Constant("true"), Constant("false")


def as_conditions(answer: Node, expected: Node) -> tuple[Node, Node] | None:
    """Both as conditions on the one symbol that one of them speaks of; None where this is not a region and a condition.

    Where a region is asked for, a condition must be solved: ``x ≠ 0`` and ``|x - 1| > 2`` are, ``x^2 > 4`` may be the question itself.
    """
    if isinstance(answer, Relation | Logic) is isinstance(expected, Relation | Logic):
        return None
    names = symbols(answer) | symbols(expected)
    if len(names) != 1:
        return None
    symbol = Symbol(next(iter(names)))
    if isinstance(answer, Relation | Logic) and not _is_solved(answer, symbol):
        return None
    first, second = _condition(answer, symbol), _condition(expected, symbol)
    return None if first is None or second is None else (first, second)


def _is_solved(condition: Node, symbol: Symbol) -> bool:
    """Whether every relation stands between the lone symbol, or its distance from a number, and constants."""
    relations = [node for node in walk(condition) if isinstance(node, Relation)]
    return all(
        side == symbol or symbol.name not in symbols(side) or _is_distance(side, symbol)
        for node in relations
        for side in node.operands
    )


def _is_distance(side: Node, symbol: Symbol) -> bool:
    """``|x|``, ``|x - 3|``."""
    match side:
        case Call("abs", (inner,)) if inner == symbol:
            return True
        case Call("abs", (Add(terms),)):
            return len(terms) == _PAIR and symbol in terms and not all(symbols(term) for term in terms)
    return False


def _condition(node: Node, symbol: Symbol) -> Node | None:
    match node:
        case Relation((Symbol() as left, container), ("in",)) if left == symbol:
            return _condition(container, symbol)
        case Relation() | Logic():
            return node
        case Constant("reals"):
            return _ALWAYS
        case Constant("emptyset"):
            return _NEVER
        case Listing("{", "}", items):
            return _any([Relation((symbol, item), ("=",)) for item in items])
        case Listing(opening, closing, (low, high)) if opening in ("(", "[") and closing in (")", "]"):
            return _between(symbol, low, high, closed=(opening == "[", closing == "]"))
        case SetOperation(operator, parts):
            return _combined(operator, [_condition(part, symbol) for part in parts])
    return None


def _between(symbol: Symbol, low: Node, high: Node, *, closed: tuple[bool, bool]) -> Node:
    bounds: list[Node] = []
    if low not in _INFINITIES:
        bounds.append(Relation((symbol, low), (">=" if closed[0] else ">",)))
    if high not in _INFINITIES:
        bounds.append(Relation((symbol, high), ("<=" if closed[1] else "<",)))
    return _all(bounds)


def _combined(operator: str, parts: list[Node | None]) -> Node | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    match operator:
        case "union":
            return _any(known)
        case "intersection":
            return _all(known)
    return _all([known[0], *(Logic("not", (part,)) for part in known[1:])])


def _any(parts: list[Node]) -> Node:
    return Logic("or", tuple(parts)) if len(parts) > 1 else parts[0] if parts else _NEVER


def _all(parts: list[Node]) -> Node:
    return Logic("and", tuple(parts)) if len(parts) > 1 else parts[0] if parts else _ALWAYS
