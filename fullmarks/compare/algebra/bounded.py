"""Between which bounds a tree certainly lies on the declared domains: by the bounds of its parts, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, Call, Constant, Divide, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.records import frozen


@frozen
class Between:
    """An interval; an end is None where there is none, and open where it is not reached."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def turned(self) -> Between:
        """The negatives."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Between(low, high, self.high_open, self.low_open)

    @property
    def is_small(self) -> bool:
        """Whether all lies strictly between -1 and 1."""
        above = self.high is not None and (self.high < 1 or (self.high == 1 and self.high_open))
        below = self.low is not None and (self.low > -1 or (self.low == -1 and self.low_open))
        return above and below


_ZERO = Fraction(0)


def between(node: Node, domains: Mapping[str, Domain]) -> Between | None:
    """Bounds of a tree's values; None where they are not known."""
    match node:
        case Number(value):
            return Between(value, value)
        case Symbol(name):
            domain = domains.get(name)
            if domain is None or domain.kind == "complex":
                return None
            return Between(domain.lower, domain.upper, domain.lower_open, domain.upper_open)
        case Negate(operand):
            inner = between(operand, domains)
            return None if inner is None else inner.turned()
        case Add(terms):
            return _added([between(term, domains) for term in terms])
        case Multiply(factors):
            return _multiplied([between(factor, domains) for factor in factors])
        case Divide(numerator, denominator):
            below = between(denominator, domains)
            return _multiplied([between(numerator, domains), None if below is None else _inverse(below)])
        case Power(Constant("e"), exponent) | Call("exp", (exponent,)):
            return _exponential(between(exponent, domains))
        case Power(base, Number(power)) if power in (2, 3):
            return _multiplied([between(base, domains)] * int(power))
    return None


def _added(parts: list[Between | None]) -> Between | None:
    total = Between(_ZERO, _ZERO)
    for part in parts:
        if part is None:
            return None
        low = None if total.low is None or part.low is None else total.low + part.low
        high = None if total.high is None or part.high is None else total.high + part.high
        total = Between(low, high, total.low_open or part.low_open, total.high_open or part.high_open)
    return total


def _multiplied(parts: list[Between | None]) -> Between | None:
    total = Between(Fraction(1), Fraction(1))
    for part in parts:
        if part is None or (product := _product(total, part)) is None:
            return None
        total = product
    return total


def _product(one: Between, other: Between) -> Between | None:
    """Between the products of the ends; an end is open where every way to it is."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    ends = [
        (first * second, (first_open and second != 0) or (second_open and first != 0))
        for first, first_open in ((one.low, one.low_open), (one.high, one.high_open))
        for second, second_open in ((other.low, other.low_open), (other.high, other.high_open))
    ]
    low, high = min(value for value, _ in ends), max(value for value, _ in ends)
    return Between(
        low, high, all(is_open for value, is_open in ends if value == low), all(o for value, o in ends if value == high)
    )


def _inverse(part: Between) -> Between | None:
    """Of what is positive."""
    if part.low is None or part.low <= 0:
        return None
    low = _ZERO if part.high is None else 1 / part.high
    return Between(low, 1 / part.low, part.high is None or part.high_open, part.low_open)


def _exponential(exponent: Between | None) -> Between | None:
    """Of what is at most zero: it lies between 0 and 1."""
    if exponent is None or exponent.high is None or exponent.high > 0:
        return None
    return Between(_ZERO, Fraction(1), low_open=True, high_open=exponent.high < 0 or exponent.high_open)
