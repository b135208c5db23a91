"""Trees as nested lists of plain values, for the pipe between the engine and the prover's process."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Derivative,
    Divide,
    Integral,
    Limit,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Power,
    Quantity,
    Symbol,
)

Written = list["Written | str | int"]


class NotWrittenError(ValueError):
    """The tree has a node that the prover does not know."""


def written(node: Node) -> Written:  # noqa: C901 - one line a kind of node
    """The tree as lists; raises NotWrittenError for what the prover does not know."""
    match node:
        case Number(value, _):
            return ["number", f"{value.numerator:x}", f"{value.denominator:x}"]
        case Symbol(name):
            return ["symbol", name]
        case Constant(name) if name in ("pi", "e", "i", "infinity"):
            return ["constant", name]
        case Add(parts):
            return ["add", *map(written, parts)]
        case Multiply(parts):
            return ["multiply", *map(written, parts)]
        case Divide(first, second):
            return ["divide", written(first), written(second)]
        case Power(base, exponent):
            return ["power", written(base), written(exponent)]
        case Negate(operand):
            return ["negate", written(operand)]
        case Percent(operand):
            return ["divide", written(operand), ["number", "64", "1"]]
        case Quantity(value, _):
            return written(value)
        case Call(name, arguments):
            return ["call", name, *map(written, arguments)]
        case BigOperator(kind, body, index, lower, upper):
            return [kind, written(body), index, written(lower), written(upper)]
        case Integral(body, variable, Node() as lower, Node() as upper):
            return [
                "integral",
                written(body),
                variable,
                written(lower),
                written(upper),
            ]  # without bounds it is no function
        case Derivative(body, variable, order):
            return ["derivative", written(body), variable, order]
        case Limit(body, variable, point, side):
            return ["limit", written(body), variable, written(point), side]
    raise NotWrittenError(type(node).__name__)


def fraction(numerator: str, denominator: str) -> Fraction:
    """A number from its hexadecimal parts."""
    return Fraction(int(numerator, 16), int(denominator, 16))
