r"""A function between bounds, ``[x^2]_0^1`` or ``x^2 \Big|_0^1``: its value at the upper one less that at the lower.

``x^2 |_{x = 2}`` is its value at one place.
"""

from __future__ import annotations

from fullmarks.expr.nodes import Add, Listing, Negate, Node, Relation, Symbol
from fullmarks.expr.walk import size_and_depth, substitute, symbols
from fullmarks.read.groups import argument, digits
from fullmarks.read.parser import Parser


def behind_square_bracket(p: Parser, left: Node) -> Node | None:
    """The difference, where a square bracket has both bounds behind it; None where the next token begins no bound."""
    match left:
        case Listing("[", "]", (body,)) if p.at("subscript"):
            return _between(p, body)
    return None


def behind_bar(p: Parser, left: Node) -> Node:
    """The difference behind a bar with its bounds."""
    p.take()
    return _between(p, left)


def _between(p: Parser, body: Node) -> Node:
    sign = p.take()
    lower = _bound(p)
    upper = _bound(p) if p.accept("power") else None
    name, start = _named(body, lower)
    if upper is None and isinstance(lower, Relation) and name:
        return _bounded(p, substitute(body, {name: start}))
    if upper is None or not name:
        sentence = "Two bounds are expected behind this bracket, and the name that they are for, such as x = 0."
        raise p.error("missing_operand", sentence, sign)
    _, end = _named(body, upper)
    return _bounded(p, Add((substitute(body, {name: end}), Negate(substitute(body, {name: start})))))


def _bound(p: Parser) -> Node:
    """One bound: in braces, or one sign or letter right behind."""
    if p.token.kind == "below":
        spelled = p.take().value
        return digits(spelled) if spelled.isdecimal() else Symbol(spelled)
    if p.token.kind == "sign" and p.token.value == "-":
        p.take()
        return Negate(argument(p))
    return argument(p)


def _named(body: Node, bound: Node) -> tuple[str, Node]:
    """What the bound is for, empty where that is not plain, and the bound itself."""
    match bound:
        case Relation((Symbol(name), value), ("=",)):
            return name if name in symbols(body) else "", value
    names = symbols(body)
    return (next(iter(names)) if len(names) == 1 else "x" if "x" in names else "", bound)


def _bounded(p: Parser, tree: Node) -> Node:
    if size_and_depth(tree)[0] > p.limits.nodes:
        raise p.error("too_large", f"The formula has more than {p.limits.nodes} parts once the bounds are put in.")
    return tree
