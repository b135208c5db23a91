r"""Fractions, binomials, roots, and commands that only stand around their argument."""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Divide, Listing, Multiply, Node, Number
from fullmarks.read.derivatives import is_differential_sign, of_quotient
from fullmarks.read.groups import argument, arguments, digits, operand
from fullmarks.read.operators import ungrouped
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import Token

_TWO = digits("2")


def fraction(p: Parser, token: Token) -> Node:
    r"""``\frac{a}{b}``, a quotient or, of differentials, a derivative."""
    differentials = is_differential_sign(p, p.place + 1)
    numerator = ungrouped(argument(p))
    differentials = differentials and is_differential_sign(p, p.place + 1)
    denominator = ungrouped(argument(p))
    derivative = of_quotient(p, numerator, denominator) if differentials else None
    return derivative or Divide(numerator, denominator)


def binomial(p: Parser, token: Token) -> Node:
    r"""``\binom{n}{k}``, and ``\binom{8}{3, 3, 2}`` of several kinds."""
    upper, lower = argument(p), argument(p)
    if isinstance(lower, Listing) and not lower.opening and _are_parts(lower.items, upper):
        return Divide(Call("factorial", (upper,)), Multiply(tuple(Call("factorial", (item,)) for item in lower.items)))
    return Call("binomial", (upper, lower))


def _are_parts(items: tuple[Node, ...], whole: Node) -> bool:
    """Whether numbers add up to a whole."""
    values = [item.value for item in items if isinstance(item, Number)]
    return len(values) == len(items) > 1 and isinstance(whole, Number) and sum(values) == whole.value


def square_root(p: Parser, token: Token) -> Node:
    r"""``\sqrt[n]{x}``, ``\sqrt x``, ``√2``, ``sqrt(x)``, ``Sqrt[x]``; a bare number is taken whole."""
    if p.at("open", "[") and p.text[token.start] == "\\":
        given = arguments(p)
        if len(given) != 1:
            raise p.error("missing_argument", "The degree of a root is one expression.", token)
        return _root(_radicand(p), given[0])
    return Call("sqrt", (_radicand(p),))


def _root(radicand: Node, degree: Node) -> Node:
    return Call("sqrt", (radicand,)) if degree == _TWO else Call("root", (radicand, degree))


def _radicand(p: Parser) -> Node:
    if p.token.kind != "open" or p.token.value in "⌊⌈|‖":
        if p.token.kind not in p.grammar.prefixes or p.token.kind == "sign":
            raise p.error("missing_argument", f"What stands under the root is expected here, not {p.described()}.")
        return operand(p)
    opening = p.token
    given = arguments(p)
    if len(given) != 1:
        raise p.error("missing_argument", "One expression is expected under a root.", opening)
    return given[0]


def cube_root(p: Parser, token: Token) -> Node:
    """``∛x``, ``cbrt(x)``."""
    return Call("root", (_radicand(p), digits("3")))


def nth_root(p: Parser, token: Token) -> Node:
    """``root(x, n)``."""
    given = arguments(p) if p.token.kind == "open" else ()
    if len(given) == 1 and p.at("open", "("):
        given = (*arguments(p), *given)  # AsciiMath's root(3)(x)
    if len(given) == 1:
        return Call("sqrt", given)
    if len(given) != 2:
        raise p.error("missing_argument", "root takes 2 arguments, the radicand and the degree.", token)
    return _root(*given)


def group(p: Parser, token: Token) -> Node:
    r"""``\boxed{x}`` is x."""
    return argument(p)


def underbrace(p: Parser, token: Token) -> Node:
    r"""``\underbrace{x}_{words}``: the words are only a remark."""
    node = argument(p)
    if p.accept("subscript") or p.accept("power"):
        opening = p.token
        p.jump(p.closing(p.place) if opening.kind == "open" else p.place)
        p.take()
    return node


def conjugate(p: Parser, token: Token) -> Node:
    """A bar over something that is not one letter."""
    return Call("conjugate", (argument(p),))
