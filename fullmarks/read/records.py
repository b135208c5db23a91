"""Values as SymPy writes them: ``Rational(1, 2)``, ``Eq(x, 2)``, ``FiniteSet(1, 2)``, ``Interval(0, 1)``, ``Union(…)``."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.expr.nodes import Divide, Listing, Node, Relation, SetOperation, Symbol
from fullmarks.read.groups import arguments
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import Token

_ENDS = {"open": ("(", ")"), "Lopen": ("(", "]"), "Ropen": ("[", ")"), "": ("[", "]")}


def record(p: Parser, token: Token) -> Node:
    """The value that the record stands for; the word alone is a name."""
    opening, closing = _ends(p) if token.value == "Interval" else ("[", "]")
    if not p.at("open", "("):
        return Symbol(token.value)
    given = arguments(p)
    if token.value == "Interval" and len(given) == 2:
        return Listing(opening, closing, given)
    counts, make = _RECORDS.get(token.value, ((2,), None))
    if make is None or len(given) not in counts:
        raise p.error("missing_argument", f"{token.value} takes {counts[0]} arguments, not {len(given)}.", token)
    return make(given)


def _ends(p: Parser) -> tuple[str, str]:
    """``Interval.open(0, 1)``."""
    following = p.ahead().value
    if p.at("separator", ".") and following in _ENDS:
        p.take()
        p.take()
        return _ENDS[following]
    return _ENDS[""]


_RECORDS: dict[str, tuple[range | tuple[int, ...], Callable[[tuple[Node, ...]], Node]]] = {
    "Fraction": ((2,), lambda given: Divide(*given)),
    "Rational": ((2,), lambda given: Divide(*given)),
    "Eq": ((2,), lambda given: Relation(given, ("=",))),
    "FiniteSet": (range(1, 1000), lambda given: Listing("{", "}", given)),
    "set": ((1,), lambda given: Listing("{", "}", given[0].items if isinstance(given[0], Listing) else given)),
    "Union": (range(2, 1000), lambda given: SetOperation("union", given)),
}
