"""Functions that take no value twice: where they have a given value, and where they begin to have any.

``ln u`` is 2 only where u is e², and has values only from u = 0 on. So what is said of ``ln u`` can be said of u.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import arb, fmpq

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.evaluation.evaluate import rational_value
from fullmarks.expr.nodes import Call, Constant, Node, Power
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen

_ONE = fmpq(1)
_MOST_ROOT = 64

Number = fmpq | arb
Inverse = Callable[[arb], arb]


@frozen
class Injective:
    """A function of one argument, continuous and never the same twice where it is defined."""

    name: str
    """The same for the same function."""
    argument: Node
    inverse: Inverse
    """The one argument at which it may have a value; no number (or any) where there is none."""
    borders: tuple[fmpq, ...] = ()
    """The arguments between which it is defined."""


_CALLS: dict[str, tuple[Inverse, tuple[fmpq, ...]]] = {
    "exp": (arb.log, ()),
    "log": (arb.exp, (fmpq(0),)),
    "atan": (arb.tan, ()),
    "asin": (arb.sin, (-_ONE, _ONE)),
    "acos": (arb.cos, (-_ONE, _ONE)),
    "sinh": (arb.asinh, ()),
    "asinh": (arb.sinh, ()),
    "tanh": (arb.atanh, ()),
    "atanh": (arb.tanh, (-_ONE, _ONE)),
    "acosh": (arb.cosh, (_ONE,)),
}


def injective(node: Node) -> Injective | None:
    """The function that a tree calls, if it is known to be one of these."""
    match node:
        case Call("sqrt", (radicand,)):
            return _power(radicand, Fraction(1, 2))
        case Call("root", (radicand, degree)) if value := constant(degree):
            return _power(radicand, 1 / value)
        case Call("log", (argument, base)) if (value := constant(base)) is not None:
            return _logarithm(argument, value)
        case Call(name, (argument,)) if name in _CALLS:
            return Injective(name, argument, *_CALLS[name])
        case Power(Constant("e"), exponent):
            return Injective("exp", exponent, arb.log)
        case Power(base, exponent) if (value := constant(exponent)) is not None:
            return _power(base, value)
        case Power(base, exponent) if not symbols(base) and (value := constant(base)) is not None:
            return _exponential(exponent, value)
    return None


def _power(base: Node, exponent: Fraction) -> Injective | None:
    """A root, or a power of one: from zero on where the root is even, everywhere where it is odd."""
    degree, times = exponent.denominator, exponent.numerator
    if degree == 1 or degree > _MOST_ROOT or abs(times) > _MOST_ROOT:
        return None
    reverse = rational_value(1 / exponent)
    name = f"power {exponent}"
    if degree % 2 == 0:
        return Injective(name, base, lambda value: value**reverse, (fmpq(0),))
    if times % 2 == 0:
        return None
    return Injective(name, base, lambda value: value**reverse if value >= 0 else -((-value) ** reverse), (fmpq(0),))


def _logarithm(argument: Node, base: Fraction) -> Injective | None:
    if base <= 0 or base == 1:
        return None
    root = rational_value(base)
    return Injective(f"log {base}", argument, lambda value: arb(root) ** value, (fmpq(0),))


def _exponential(exponent: Node, base: Fraction) -> Injective | None:
    if base <= 0 or base == 1:
        return None
    root = rational_value(base)
    return Injective(f"{base} to the", exponent, lambda value: value.log() / arb(root).log())
