"""The value of a constant tree, for whoever needs a number: exact, enclosed, or compared by size."""

from __future__ import annotations

from fractions import Fraction

from flint import acb, arb, fmpq

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.reach import exponent_of
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.expr.nodes import Constant, Negate, Node
from fullmarks.expr.walk import symbols
from fullmarks.limits import DEFAULT, Limits

_MOST_BITS = 512
_ALIKE_BITS = -200
"""Overlapping enclosures are of one number where they are narrower than this power of two, beside the larger of both and one."""
_INFINITE = {Constant("infinity"): 1, Negate(Constant("infinity")): -1}


def rational(node: Node, limits: Limits = DEFAULT) -> Fraction | None:
    """The exact value of a constant tree that is rational by exact arithmetic; None for any other."""
    if (written := constant(node)) is not None:
        return written
    value = _value(node, 64, limits)
    return Fraction(int(value.p), int(value.q)) if isinstance(value, fmpq) else None


def enclosure(node: Node, bits: int = 256, limits: Limits = DEFAULT) -> tuple[Fraction, Fraction] | None:
    """Two rationals between which the real value of a constant tree certainly lies; None where it has no real value."""
    with precision(bits):
        value = _value(node, bits, limits)
        if isinstance(value, fmpq):
            exact = Fraction(int(value.p), int(value.q))
            return exact, exact
        if isinstance(value, acb):
            if not value.imag.contains(0):
                return None
            value = value.real
        if value is None or not value.is_finite() or abs(exponent_of(value)) > limits.exact_bits:
            return None
        low, high = value.lower(), value.upper()
        if max(_length(low), _length(high)) > limits.exact_bits:
            return None  # a wide ball around a small middle
        return _fraction(low), _fraction(high)


def order(left: Node, right: Node, limits: Limits = DEFAULT) -> int | None:
    """-1, 0 or 1 as the first constant is less than, equal to or more than the second; None where that is not known.

    What is as near as 512 bits can tell, is equal.
    """
    if left in _INFINITE or right in _INFINITE:
        first, second = _INFINITE.get(left, 0), _INFINITE.get(right, 0)
        return (first > second) - (first < second)
    if (mine := constant(left)) is not None and (theirs := constant(right)) is not None:
        return (mine > theirs) - (mine < theirs)
    for bits in (64, _MOST_BITS):
        with precision(bits):
            one, other = _value(left, bits, limits), _value(right, bits, limits)
            if one is None or other is None or isinstance(one, acb) or isinstance(other, acb):
                return None
            if one < other:
                return -1
            if one > other:
                return 1
            if isinstance(one, fmpq) and isinstance(other, fmpq):
                return 0
            if bits == _MOST_BITS and _nearly_meet(arb(one), arb(other)):
                return 0
    return None


def _nearly_meet(first: arb, second: arb) -> bool:
    """Whether two enclosures that overlap are narrow, so that what they enclose is one: wide ones say nothing, as those of giants do."""
    largest = max(arb(1), first.abs_upper(), second.abs_upper())
    return bool((first - second).rad() < largest * arb(2) ** _ALIKE_BITS)


def _value(node: Node, bits: int, limits: Limits) -> Value | None:
    if symbols(node):
        return None
    with precision(bits):
        try:
            return Evaluator({}, limits, stand_ins=False).value(node)
        except NoValueError:
            return None


def _length(ball: arb) -> int:
    """About how many bits it takes to write an exact ball down."""
    _, exponent = ball.man_exp()
    return abs(int(exponent))


def _fraction(ball: arb) -> Fraction:
    mantissa, exponent = ball.man_exp()
    scale = int(exponent)
    return Fraction(int(mantissa) * 2**scale) if scale >= 0 else Fraction(int(mantissa), 2**-scale)
