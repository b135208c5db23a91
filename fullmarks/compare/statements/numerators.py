"""A difference as one quotient of waves: ``tan x`` is sin x over cos x, so that it is zero only where sin x is."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.expr.nodes import Add, Call, Divide, Multiply, Negate, Node, Number, Power

_ONE = Number(Fraction(1))
_HIGHEST_POWER = 4
Quotient = tuple[Node, Node]


def numerator(node: Node) -> Node:
    """What stands above the line; it is zero wherever the node is, and may be zero where the node has no value."""
    return _quotient(node)[0]


def _quotient(node: Node) -> Quotient:
    match node:
        case Call("tan", (angle,)):
            return Call("sin", (angle,)), Call("cos", (angle,))
        case Call("cot", (angle,)):
            return Call("cos", (angle,)), Call("sin", (angle,))
        case Call("sec", (angle,)):
            return _ONE, Call("cos", (angle,))
        case Call("csc", (angle,)):
            return _ONE, Call("sin", (angle,))
        case Negate(operand):
            above, below = _quotient(operand)
            return Negate(above), below
        case Divide(one, other):
            above, below = _quotient(one)
            divided, multiplied = _quotient(other)
            return _product(above, multiplied), _product(below, divided)
        case Multiply(factors):
            above, below = _ONE, _ONE
            for factor in factors:
                one, other = _quotient(factor)
                above, below = _product(above, one), _product(below, other)
            return above, below
        case Power(base, Number(power)) if power.denominator == 1 and 0 < power <= _HIGHEST_POWER:
            above, below = _quotient(base)
            return Power(above, Number(power)), below if below == _ONE else Power(below, Number(power))
        case Add(terms):
            return _sum([_quotient(term) for term in terms])
    return node, _ONE


def _sum(quotients: list[Quotient]) -> Quotient:
    above, below = quotients[0]
    for one, other in quotients[1:]:
        if other == below:
            above = Add((above, one))
        else:
            above, below = Add((_product(above, other), _product(one, below))), _product(below, other)
    return above, below


def _product(one: Node, other: Node) -> Node:
    return other if one == _ONE else one if other == _ONE else Multiply((one, other))
