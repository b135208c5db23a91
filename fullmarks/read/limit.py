r"""Limits: ``\lim_{x \to 0^+} f``, ``lim_{x->0} f``, ``limit(f, x, 0)``, ``Limit[f, x -> 0]``."""

from __future__ import annotations

from fullmarks.expr.nodes import Limit, Node, Relation, Symbol
from fullmarks.read.groups import arguments
from fullmarks.read.parser import PRODUCT, Parser
from fullmarks.read.tokens import Token

_SENTENCE = "A limit needs its variable and point: lim_{x -> 0}."


def limit(p: Parser, token: Token) -> Node:
    """A limit with its point and its side."""
    if p.token.kind == "open" and p.token.value in "([" and p.text[token.start].isalpha():
        return _call(p, token)
    if not p.accept("subscript") or p.token.kind != "open" or p.token.value not in ("brace", "("):
        raise p.error("missing_argument", _SENTENCE, token)
    end = p.closing(p.place)
    side = _side(p, end)
    p.take()
    approach = p.expression()
    if p.token.kind == "side":
        p.jump(end)
    if p.token.kind != "close":
        raise p.unclosed("brace")
    p.take()
    match approach:
        case Relation((Symbol(name), point), ("to",)):
            return Limit(p.expression(PRODUCT), name, point, side)
    raise p.error("missing_argument", _SENTENCE, token)


def _side(p: Parser, end: int) -> str:
    """``^+`` or ``^{-}`` right before the closing bracket: the side; the sign there is marked as the end of the point."""
    last = p.tokens[end - 1]
    in_braces = last.kind == "close" and p.tokens[end - 3].kind == "open"
    sign, place = (p.tokens[end - 2], end - 4) if in_braces else (last, end - 2)
    if sign.kind != "sign" or sign.value not in "+-" or place <= p.place or p.tokens[place].kind != "power":
        return ""
    p.tokens[place] = p.tokens[place]._replace(kind="side")
    return sign.value


def _call(p: Parser, token: Token) -> Node:
    match arguments(p):
        case (body, Symbol(name), point):
            return Limit(body, name, point, "")
        case (body, Relation((Symbol(name), point), ("to",))):
            return Limit(body, name, point, "")
    raise p.error("missing_argument", "Write limit(expression, variable, point).", token)
