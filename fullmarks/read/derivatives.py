r"""Derivatives in Leibniz's notation: ``\frac{d}{dx} f``, ``d/dx f``, ``\frac{\partial L}{\partial w_{h,l}}``, and ``diff(f, x)``.

The derivative of a plain name (``dy/dx``) stays a name of its own, ``derivative(y, x)``: what y is, is not known here.
"""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Derivative, Indexed, Multiply, Node, Number, Power, Symbol
from fullmarks.expr.walk import symbols
from fullmarks.read.groups import arguments, digits, operand
from fullmarks.read.parser import PRODUCT, Parser
from fullmarks.read.tokens import Token

_SIGNS = ("d", "partial")
_DIFFERENTIATED = frozenset(("symbol", "constant", "function", "power", "open", "close", "word", "frac", "sqrt"))
_HIGHEST_ORDER = 20


def is_differential_sign(p: Parser, place: int) -> bool:
    """Whether a d or ∂ stands at a place with what it is the differential of right behind."""
    last = len(p.tokens) - 1
    token = p.tokens[min(place, last)]
    if token.kind != "symbol" or token.value not in _SIGNS or token.value in p.vocabulary.symbols:
        return False
    return p.tokens[min(place + 1, last)].kind in _DIFFERENTIATED


def of_quotient(p: Parser, numerator: Node, denominator: Node) -> Node | None:
    """The derivative that a quotient of differentials is; None if it is not one."""
    head = _differential(numerator)
    below = _below(denominator)
    if head is None or below is None or not below:
        return None
    sign, order, body = head
    if below[0][0] != sign or order != sum(power for _, _, power in below):
        return None
    if body is None:
        if not p.starts_factor():
            return None
        body = p.expression(PRODUCT)
        is_applied = True
    else:
        is_applied = False
    for _, variable, power in reversed(below):
        body = _derivative(body, variable, power, is_applied=is_applied)
    return body


def _derivative(body: Node, variable: Node, order: int, *, is_applied: bool) -> Node:
    if isinstance(variable, Symbol) and (is_applied or variable.name in symbols(body)):
        return Derivative(body, variable.name, order)
    again = () if order == 1 else (digits(str(order)),)
    return Call("derivative", (body, variable, *again))


def _power(node: Node) -> tuple[Node, int]:
    """A base and its small whole exponent."""
    match node:
        case Power(base, Number(value)) if value.denominator == 1 and 0 < value <= _HIGHEST_ORDER:
            return base, int(value)
    return node, 1


def _differential(node: Node) -> tuple[str, int, Node | None] | None:
    """The sign, the order and the body of what stands above the line."""
    first, *rest = node.factors if isinstance(node, Multiply) else (node,)
    sign, order = _power(first)
    if not isinstance(sign, Symbol) or sign.name not in _SIGNS:
        return None
    body = None if not rest else rest[0] if len(rest) == 1 else Multiply(tuple(rest))
    return sign.name, order, body


def _below(node: Node) -> list[tuple[str, Node, int]] | None:
    """Sign, variable and order of each differential below the line."""
    factors = node.factors if isinstance(node, Multiply) else ()
    found: list[tuple[str, Node, int]] = []
    for sign, variable in zip(factors[::2], factors[1::2], strict=False):
        base, order = _power(variable)
        if not isinstance(sign, Symbol) or sign.name not in _SIGNS or not isinstance(base, (Symbol, Indexed)):
            return None
        found.append((sign.name, base, order))
    return found if len(factors) == 2 * len(found) else None


def leibniz(p: Parser, factors: list[Node]) -> list[Node] | None:
    """``dy/dx`` and ``d/dx f`` on one line: the factors with the derivative as the last; None where there is none."""
    place = p.place + 1
    if not is_differential_sign(p, place) or p.tokens[place + 1].spaced or p.tokens[place + 1].kind != "symbol":
        return None
    count = 1 if _differential(factors[-1]) else 2
    if len(factors) < count or _differential(_joined(factors[-count:])) is None:
        return None
    before = p.place
    p.take()
    sign, variable = Symbol(p.take().value), operand(p)
    if p.at("power") and p.ahead().kind == "number":
        p.take()
        variable = Power(variable, operand(p))
    found = of_quotient(p, _joined(factors[-count:]), Multiply((sign, variable)))
    if found is None:
        p.jump(before)
        return None
    return [*factors[:-count], found]


def _joined(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def difference(p: Parser, token: Token) -> Node:
    """``diff(f, x)`` and ``diff(f, x, 2)``."""
    given = arguments(p) if p.token.kind == "open" else ()
    match given:
        case (body, Symbol(name)):
            return Derivative(body, name, 1)
        case (body, Symbol(name), Number(order)) if order.denominator == 1 and 0 < order <= _HIGHEST_ORDER:
            return Derivative(body, name, int(order))
    raise p.error("missing_argument", "Write diff(expression, variable).", token)
