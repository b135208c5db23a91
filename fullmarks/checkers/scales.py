"""Sums of scales c · n^p (log n)^q (log log n)^r …: the algebra that orders of growth are computed in.

Coefficients are constant trees; symbols in them count as positive constants, and what then has no sign is unclear.
"""

from __future__ import annotations

from fractions import Fraction

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.values import order
from fullmarks.expr.nodes import Add, Call, Divide, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.expr.walk import substitute, symbols

LEVELS = 5
MOST_TERMS = 32
MOST_FACTORS = 8
ZERO, ONE = Number(Fraction(0)), Number(Fraction(1))

Scale = tuple[Fraction | int, ...]
"""The exponents of n, log n, log log n, …; a greater tuple grows faster. Whole ones are ``int``, which are quickly told apart."""

Terms = dict[Scale, Node]
"""A sum of scales with their coefficients, none of them zero."""

_POSITIVE = tuple(Fraction(value) for value in ("2", "3", "1/2", "5", "1/3", "7"))


class UnclearError(Exception):
    """Something that this calculus does not know."""


def scale(*exponents: int) -> Scale:
    """A scale from its first exponents."""
    return (*exponents, *[0] * (LEVELS - len(exponents)))


def unit(level: int) -> Scale:
    """N for 0, log n for 1, log log n for 2."""
    return _UNITS[level]


CONSTANT = scale()
_UNITS = tuple(tuple(int(place == level) for place in range(LEVELS)) for level in range(LEVELS))


def sign(coefficient: Node) -> int:
    """-1, 0 or 1; raises UnclearError where it depends on the symbols, or is not known."""
    exact = constant(coefficient)
    if exact is not None:
        return (exact.numerator > 0) - (exact.numerator < 0)
    names = sorted(symbols(coefficient))
    found = set()
    for start in range(2 if names else 1):
        values = {name: Number(_POSITIVE[(start * 3 + k) % len(_POSITIVE)]) for k, name in enumerate(names)}
        found.add(order(substitute(coefficient, values), ZERO))
    only = found.pop()
    if found or only is None:
        raise UnclearError
    return only


def plus(one: Terms, other: Terms, factor: Node = ONE) -> Terms:
    """``one + factor · other``."""
    total = dict(one)
    for place, coefficient in other.items():
        part = coefficient if factor == ONE else Multiply((factor, coefficient))
        total[place] = Add((total[place], part)) if place in total else part
    if len(total) > MOST_TERMS:
        raise UnclearError
    return {place: short for place, coefficient in total.items() if (short := _short(coefficient)) is not None}


def multiplied(one: Terms, other: Terms) -> Terms:
    """The product."""
    total: Terms = {}
    for place, coefficient in one.items():
        shifted = {tuple(a + b for a, b in zip(place, to, strict=True)): value for to, value in other.items()}
        total = plus(total, shifted, coefficient)
    return total


def powered(terms: Terms, exponent: Node) -> Terms:
    """A power of one term, or a small whole power of a sum."""
    power = constant(exponent)
    if power is None:
        raise UnclearError
    if len(terms) == 1:
        place, coefficient = next(iter(terms.items()))
        raised = power.numerator if power.denominator == 1 else power
        return {tuple(one * raised for one in place): Power(coefficient, exponent)}
    if power.denominator != 1 or not 0 <= power <= MOST_FACTORS:
        raise UnclearError
    product: Terms = {CONSTANT: ONE}
    for _ in range(int(power)):
        product = multiplied(product, terms)
    return product


def exact_terms(node: Node, variable: str) -> Terms:
    """An expression as a sum of scales, nothing left out; raises UnclearError."""
    if variable not in symbols(node):
        return {CONSTANT: node} if sign(node) else {}
    match node:
        case Symbol():
            return {unit(0): ONE}
        case Negate(operand):
            return plus({}, exact_terms(operand, variable), Negate(ONE))
        case Add(terms):
            total: Terms = {}
            for term in terms:
                total = plus(total, exact_terms(term, variable))
            return total
        case Multiply(factors):
            product: Terms = {CONSTANT: ONE}
            for factor in factors:
                product = multiplied(product, exact_terms(factor, variable))
            return product
        case Divide(numerator, denominator):
            return multiplied(
                exact_terms(numerator, variable), powered(exact_terms(denominator, variable), Negate(ONE))
            )
        case Power(base, exponent):
            return powered(exact_terms(base, variable), exponent)
        case Call("sqrt", (argument,)):
            return powered(exact_terms(argument, variable), Number(Fraction(1, 2)))
        case Call("log", (argument,)):
            return exact_log(argument, variable)
        case Call("log", (argument, base)) if variable not in symbols(base):
            return plus({}, exact_log(argument, variable), Divide(ONE, Call("log", (base,))))
        case _:
            raise UnclearError


def exact_log(argument: Node, variable: str) -> Terms:
    """The logarithm of a single term: log c + p log n + q log log n + …; raises UnclearError for any other."""
    terms = exact_terms(argument, variable)
    if len(terms) != 1:
        raise UnclearError
    place, coefficient = next(iter(terms.items()))
    if place[-1]:
        raise UnclearError
    powers: Terms = {unit(level): Number(Fraction(power)) for level, power in enumerate(place[:-1], 1) if power}
    return plus(powers, {CONSTANT: Call("log", (coefficient,))})


def _short(coefficient: Node) -> Node | None:
    """A rational coefficient as one number, so that trees stay small; None for zero. Raises UnclearError like ``sign``."""
    value = constant(coefficient)
    if value is None:
        return coefficient if sign(coefficient) else None
    return Number(value) if value else None
