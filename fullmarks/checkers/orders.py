"""How fast an expression grows: its order as one variable grows without bound, up to a constant factor.

An order is known by its logarithm, a sum of scales of which those that grow are kept: log of n² log n is 2 log n + log log n; log
of 2^n is (log 2) n; log of n! is n log n - n + ½ log n (Stirling). Two orders are the same where these sums are; the greatest
term in which they differ says which one is greater (G. H. Hardy, Orders of Infinity, 1910). What cannot be told is not guessed.
"""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from functools import lru_cache

from fullmarks.checkers.scales import (
    CONSTANT,
    LEVELS,
    ONE,
    ZERO,
    Terms,
    UnclearError,
    exact_log,
    exact_terms,
    multiplied,
    plus,
    scale,
    sign,
    unit,
)
from fullmarks.compare.algebra.monomials import constant
from fullmarks.expr.nodes import Add, BigOperator, Call, Constant, Divide, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen

_HALF = Number(Fraction(1, 2))


@frozen
class Order:
    """The growing terms of the logarithm, and the sign that the expression has in the end."""

    log: Terms = field(default_factory=dict)
    sign: int = 1

    def times(self, other: Order, power: int = 1) -> Order:
        """The product with a power of another order."""
        return Order(plus(self.log, other.log, Number(Fraction(power))), self.sign * other.sign)


def compare_orders(one: Order, other: Order) -> int:
    """-1, 0 or 1 as the first grows slower, alike or faster; raises UnclearError."""
    difference = plus(one.log, other.log, Negate(ONE))
    return sign(difference[max(difference)]) if difference else 0


def order_of(node: Node, variable: str) -> Order:
    """The order of an expression; raises UnclearError."""
    if variable not in symbols(node):
        if not (own := sign(node)):
            raise UnclearError
        return Order({}, own)
    match node:
        case Symbol():
            return Order({unit(1): ONE})
        case Negate(operand):
            inner = order_of(operand, variable)
            return Order(inner.log, -inner.sign)
        case Add(terms):
            return _of_sum([order_of(term, variable) for term in terms if not _is_zero(term)])
        case Multiply((first, *rest)):
            product = order_of(first, variable)
            for factor in rest:
                product = product.times(order_of(factor, variable))
            return product
        case Divide(numerator, denominator):
            return order_of(numerator, variable).times(order_of(denominator, variable), -1)
        case Power(base, exponent):
            return _of_power(base, exponent, variable)
        case Call(function, (first, *rest)):
            return _of_call(function, first, rest, variable)
        case BigOperator("sum", body, index, lower, upper) if variable not in symbols(body) | symbols(lower):
            return _of_long_sum(order_of(body, index), index, upper, variable)
        case _:
            raise UnclearError


def _is_zero(term: Node) -> bool:
    return constant(term) == 0


def _of_sum(orders: list[Order]) -> Order:
    """The greatest of them, where nothing cancels."""
    greatest = orders[0] if orders else Order()
    for one in orders[1:]:
        if compare_orders(one, greatest) > 0:
            greatest = one
    if any(one.sign != greatest.sign and compare_orders(one, greatest) == 0 for one in orders):
        raise UnclearError
    return greatest


def _of_power(base: Node, exponent: Node, variable: str) -> Order:
    if variable in symbols(exponent):
        log = multiplied(exact_terms(exponent, variable), exact_log(base, variable))
        return Order({place: value for place, value in log.items() if place > CONSTANT})
    inner, power = order_of(base, variable), constant(exponent)
    whole = power is not None and power.denominator == 1
    if inner.sign < 0 and not whole:
        raise UnclearError
    return Order(plus({}, inner.log, exponent), inner.sign if power is not None and whole and power % 2 else 1)


def _of_call(function: str, first: Node, rest: list[Node], variable: str) -> Order:
    match function, rest:
        case "sqrt", []:
            return _of_power(first, _HALF, variable)
        case "root", [degree]:
            return _of_power(first, Divide(ONE, degree), variable)
        case "exp", []:
            return _of_power(Constant("e"), first, variable)
        case "log", _ if not any(variable in symbols(base) for base in rest):
            return _of_log(order_of(first, variable))
        case "factorial", []:
            return Order(_log_factorial(first, variable))
        case "abs", []:
            return Order(order_of(first, variable).log)
        case (("floor" | "ceil" | "round"), []):
            inner = order_of(first, variable)
            if compare_orders(inner, Order()) > 0:
                return inner
    raise UnclearError


def _of_log(inner: Order) -> Order:
    """A logarithm grows like its greatest term; of what stays bounded it is taken to be bounded."""
    if not inner.log or inner.sign < 0:
        raise UnclearError
    greatest = max(inner.log)
    if greatest[-1]:
        raise UnclearError
    log: Terms = {unit(level): Number(Fraction(power)) for level, power in enumerate(greatest[:-1], 1) if power}
    return Order(log, sign(inner.log[greatest]))


def _log_factorial(argument: Node, variable: str) -> Terms:
    """Stirling: the logarithm of (a n + b)! is a n log n + (a log a - a) n + (b + ½) log n, and what stays bounded."""
    terms = exact_terms(argument, variable)
    slope, rest = terms.get(unit(0)), terms.get(CONSTANT, ZERO)
    if slope is None or set(terms) - {unit(0), CONSTANT} or sign(slope) < 0:
        raise UnclearError
    linear = Add((Multiply((slope, Call("log", (slope,)))), Negate(slope)))
    return plus({}, {scale(1, 1): slope, unit(0): linear, unit(1): Add((rest, _HALF))})


def _of_long_sum(inner: Order, index: str, upper: Node, variable: str) -> Order:
    """A sum up to n: like its last term where terms grow at least like 2^n, like the integral where they are powers."""
    end = exact_terms(upper, variable)
    if max(end, default=CONSTANT) != unit(0) or sign(end[unit(0)]) < 0:
        raise UnclearError
    if inner.log and max(inner.log) > unit(1):
        return _of_fast_sum(inner, upper, variable)
    log = inner.log
    for level in range(1, LEVELS):
        power = constant(log.get(unit(level), ZERO))
        if power is None:
            raise UnclearError
        if power < -1:
            return Order({}, inner.sign)
        log = plus(log, {unit(level): ONE})
        if power > -1:
            return Order(log, inner.sign)
    raise UnclearError


def _of_fast_sum(inner: Order, upper: Node, variable: str) -> Order:
    greatest = max(inner.log)
    if greatest < unit(0):
        raise UnclearError
    if sign(inner.log[greatest]) < 0:
        return Order({}, inner.sign)
    if upper != Symbol(variable):
        raise UnclearError
    return inner


def same_order(answer: Node, expected: Node, variable: str) -> bool | None:
    """Whether two expressions grow alike; None where that is not known."""
    wanted = _order_of_a_key(expected, variable)
    if wanted is None:
        return None
    try:
        return compare_orders(order_of(answer, variable), wanted) == 0
    except UnclearError:
        return None


@lru_cache(maxsize=256)
def _order_of_a_key(expected: Node, variable: str) -> Order | None:
    """The order of a key, which many answers are compared with; None where it is not known."""
    try:
        return order_of(expected, variable)
    except UnclearError:
        return None
