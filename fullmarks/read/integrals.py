r"""Integrals: ``\int_0^1 x^2\,dx``, ``\int \frac{dx}{x}``, ``integrate(x^2, (x, 0, 1))``, ``Integrate[x^2, {x, 0, 1}]``."""

from __future__ import annotations

from fullmarks.expr.nodes import Divide, Integral, Listing, Node, Symbol
from fullmarks.read.groups import arguments, digits
from fullmarks.read.parser import POWER, PRODUCT, SUM, Parser
from fullmarks.read.sums import bound
from fullmarks.read.tokens import Token

_ONE = digits("1")
_ENDS_INTEGRAL = frozenset(("end", "close", "finish", "separator", "relation", "unit", "text", "logic", "keyword"))


def integral(p: Parser, token: Token) -> Node:
    """An integral, up to its differential."""
    if p.token.kind == "open" and p.text[token.start : token.end].isalpha() and (called := _call(p)):
        return called
    lower = bound(p) if p.accept("subscript") else None
    upper = bound(p) if p.accept("power") else None
    if (lower is None) != (upper is None):
        raise p.error("missing_argument", "An integral has both bounds or none.", token)
    body = None if p.at("differential") else p.expression(SUM)
    if p.at("differential"):
        variable = p.take().value
        return Integral(_behind_differential(p) if body is None else body, variable, lower, upper)
    if p.token.kind in _ENDS_INTEGRAL:
        raise p.error("missing_argument", "The integral needs its variable: write dx at the end.", token)
    raise p.error("missing_operand", f"The integrand cannot be read from {p.described()} on.")


def _behind_differential(p: Parser) -> Node:
    r"""The integrand of ``\int dx``, ``\int dx/x`` and ``\int dx\,f(x)``."""
    if p.accept("times", "/"):
        return Divide(_ONE, p.expression(POWER))
    return p.expression(PRODUCT) if p.starts_factor() else _ONE


def _call(p: Parser) -> Node | None:
    """The integral as a function; None when the bracket only groups the integrand."""
    if p.tokens[p.closing(p.place)].kind != "close" or not _has_comma(p):
        return None
    match arguments(p):
        case (body, Symbol(name)):
            return Integral(body, name, None, None)
        case (body, Listing(_, _, (Symbol(name), lower, upper))) | (body, Symbol(name), lower, upper):
            return Integral(body, name, lower, upper)
    raise p.error("missing_argument", "Write integrate(expression, variable, first, last).")


def _has_comma(p: Parser) -> bool:
    """Whether the bracket that opens here holds several things."""
    place, end = p.place + 1, p.closing(p.place)
    while place < end:
        token = p.tokens[place]
        if token.kind == "separator":
            return True
        place = p.closing(place) + 1 if token.kind in ("open", "begin") else place + 1
    return False
