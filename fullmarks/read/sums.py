r"""Sums and products with an index: ``\sum_{i=1}^{n} i``, ``sum_{0 <= i < n}``, ``sum(i^2, i, 1, n)``, ``Sum[i, {i, 1, n}]``."""

from __future__ import annotations

from collections.abc import Iterable

from fullmarks.expr.nodes import Add, BigOperator, Constant, Listing, Negate, Node, Relation, Symbol, Text
from fullmarks.read.groups import arguments, contents, digits, one, operand
from fullmarks.read.parser import PRODUCT, Parser
from fullmarks.read.tokens import Token
from fullmarks.records import frozen

_INFINITY = Constant("infinity")
_ONE = digits("1")
UNSAID = Text("")
r"""The bounds of a sum over all places of an array: ``\sum_{i,j} x_{i,j}``; only where a rubric declares names with indices."""
_OPENINGS = frozenset(("(", "["))


@frozen
class Range:
    """An index with its first and its last value."""

    index: str
    lower: Node
    upper: Node


def big_operator(p: Parser, token: Token) -> Node:
    """A sum or a product over one index or several."""
    kind = token.value
    if p.token.kind == "open" and p.token.value in _OPENINGS and p.text[token.start].isalpha():
        return _call(p, kind, token)
    if not p.accept("subscript"):
        raise p.error("missing_argument", f"The {kind} needs its index and bounds: {kind}_{{i=1}}^{{n}}.", token)
    below = bound(p)
    above = bound(p) if p.accept("power") else None
    ranges = _ranges(p, token, below, above)
    outside, p.bound = p.bound, p.bound | {each.index for each in ranges}
    body = p.expression(PRODUCT)
    p.bound = outside
    return _over(kind, body, ranges)


def _over(kind: str, body: Node, ranges: Iterable[Range]) -> Node:
    for one_range in reversed([*ranges]):
        body = BigOperator(kind, body, one_range.index, one_range.lower, one_range.upper)
    return body


def bound(p: Parser) -> Node:
    """What stands below or above a sign: a group, or one token."""
    token = p.token
    if token.kind == "open" and token.value in ("brace", "("):
        p.take()
        return one(p, contents(p), token.value)
    if token.kind == "sign":
        return p.expression(PRODUCT)
    if token.kind not in p.grammar.prefixes:
        raise p.error("missing_argument", f"A bound is expected here, not {p.described(token)}.", token)
    return operand(p)


def _ranges(p: Parser, token: Token, below: Node, above: Node | None) -> list[Range]:
    """Index, lower and upper bound of each of the indices that stand below the sign."""
    parts = below.items if isinstance(below, Listing) and not below.opening else (below,)
    found: list[Range] = []
    waiting: list[str] = []
    for part in parts:
        if name := index_name(part):
            waiting.append(name)
            continue
        last = _range(part, above)
        if last is None:
            sentence = "The index and bounds of this sign cannot be read; write them as i=1 below and n above."
            raise p.error("missing_argument", sentence, token)
        found += [Range(name, last.lower, last.upper) for name in (*waiting, last.index)]
        waiting = []
    if waiting and p.vocabulary.indexed and above is None:
        return [*found, *(Range(name, UNSAID, UNSAID) for name in waiting)]
    if waiting:
        sentence = "This sign needs bounds: write the index with its first value below and the last above."
        raise p.error("missing_argument", sentence, token)
    return found


def _range(part: Node, above: Node | None) -> Range | None:
    """``i = 1`` with what stands above the sign, ``0 <= i < n``, or ``n >= 0`` without an end."""
    match part:
        case Relation((index, lower), ("=",)) if above is not None and (name := index_name(index)):
            return Range(name, lower, above)
        case Relation((lower, index, upper), (("<" | "<=") as low, ("<" | "<=") as high)) if name := index_name(index):
            first = lower if low == "<=" else Add((lower, _ONE))
            last = upper if high == "<=" else Add((upper, Negate(_ONE)))
            return Range(name, first, last)
        case Relation((index, lower), (">" | ">=" as sign,)) if above is None and (name := index_name(index)):
            return Range(name, lower if sign == ">=" else Add((lower, _ONE)), _INFINITY)
    return None


def index_name(node: Node) -> str | None:
    """The name of an index; the letters e and i may be one."""
    return node.name if isinstance(node, (Symbol, Constant)) else None


def _call(p: Parser, kind: str, token: Token) -> Node:
    """``sum(i^2, i, 1, n)`` and ``Sum(i^2, (i, 1, n))``: the index stands behind the body, and binds its letters all the same."""
    name = _index_ahead(p)
    outside = p.bound
    if name:
        p.bound = p.bound | {name}
    given = arguments(p)
    p.bound = outside
    if len(given) == 2 and isinstance(given[1], Listing):
        given = (given[0], *given[1].items)
    if len(given) == 4 and (index := index_name(given[1])) and index == name:
        return BigOperator(kind, given[0], index, given[2], given[3])
    raise p.error("missing_argument", f"Write {kind}(term, index, first, last).", token)


def _index_ahead(p: Parser) -> str | None:
    """The letter behind the first comma of the bracket that opens here."""
    end = p.closing(p.place)
    place = p.place + 1
    while place < end:
        token = p.tokens[place]
        if token.kind == "separator":
            following = p.tokens[place + 1]
            if following.kind == "open":
                following = p.tokens[place + 2]
            return following.value if following.kind in ("symbol", "constant", "word") else None
        place = p.closing(place) + 1 if token.kind in ("open", "begin") else place + 1
    return None
