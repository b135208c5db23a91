r"""Endless sums that have a closed form by algebra: a polynomial in the index times powers with the index in the exponent.

With r the quotient of one power to the one before, and Δ the difference from one index to the next,

    Σ_{k ≥ a} Q(k) r^k = r^a Σ_i Δ^i Q(a) r^i / (1 - r)^{i+1}

wherever |r| < 1. Where that is not certain on the whole domain, nothing is replaced: a sum that has no value is not its closed form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from fullmarks.compare.algebra.bounded import between
from fullmarks.compare.algebra.monomials import constant
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, BigOperator, Call, Constant, Divide, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.expr.walk import contains, rebuild, substitute, symbols

_ONE = Number(Fraction(1))
_HIGHEST_DEGREE = 4
_MOST_STEPS = 8
"""The exponent may grow by so much at each step."""


def with_closed_series(tree: Node, domains: Mapping[str, Domain]) -> Node:
    """The tree with such sums in closed form."""
    if not contains(tree, BigOperator):
        return tree
    if isinstance(tree, BigOperator) and tree.kind == "sum" and tree.upper == Constant("infinity"):
        return _closed(tree, domains) or tree
    return rebuild(tree, lambda child: with_closed_series(child, domains))


@dataclass(slots=True)
class _Parts:
    """A term taken apart: quotients of its powers, and what else there is."""

    ratios: list[Node]
    rest: list[Node]


def _closed(total: BigOperator, domains: Mapping[str, Domain]) -> Node | None:
    index, first = total.index, total.lower
    start = first.value if isinstance(first, Number) else None
    if start is None or start.denominator != 1 or index in symbols(first):
        return None
    if isinstance(total.body, Add):
        terms = [_closed(BigOperator("sum", term, index, first, total.upper), domains) for term in total.body.terms]
        known = [term for term in terms if term is not None]
        return Add(tuple(known)) if len(known) == len(terms) else None
    parts = _Parts([], [])
    if not _take_apart(total.body, index, parts, upright=True) or not parts.ratios:
        return None
    ratio = _product(parts.ratios)
    bounds = between(ratio, domains)
    if bounds is None or not bounds.is_small:
        return None
    polynomial = _product(parts.rest) if parts.rest else _ONE
    degree = _degree(polynomial, index)
    if degree is None or degree > _HIGHEST_DEGREE:
        return None
    return _sum(polynomial, index, ratio, start, degree)


def _sum(polynomial: Node, index: str, ratio: Node, start: Fraction, degree: int) -> Node:
    values = [substitute(polynomial, {index: Number(start + step)}) for step in range(degree + 1)]
    left = Add((_ONE, Negate(ratio)))
    terms: list[Node] = []
    for order in range(degree + 1):
        above = Multiply((values[0], Power(ratio, Number(Fraction(order))))) if order else values[0]
        terms.append(Divide(above, Power(left, Number(Fraction(order + 1)))))
        values = [Add((after, Negate(before))) for before, after in pairwise(values)]
    whole = terms[0] if len(terms) == 1 else Add(tuple(terms))
    return whole if start == 0 else Multiply((Power(ratio, Number(start)), whole))


def _take_apart(term: Node, index: str, parts: _Parts, *, upright: bool) -> bool:
    """Sorts the factors of a term; whether all of them are of the kinds that are known. ``upright``: not below a line."""
    if index not in symbols(term):
        parts.rest.append(term if upright else Divide(_ONE, term))
        return True
    match term:
        case Negate(operand):
            parts.rest.append(Negate(_ONE))
            return _take_apart(operand, index, parts, upright=upright)
        case Multiply(factors):
            return all(_take_apart(factor, index, parts, upright=upright) for factor in factors)
        case Divide(above, below):
            return _take_apart(above, index, parts, upright=upright) and _take_apart(
                below, index, parts, upright=not upright
            )
        case Power(base, exponent) if index not in symbols(base):
            return _take_power(base, exponent, index, parts, upright=upright)
        case Call("exp", (exponent,)):
            return _take_power(Constant("e"), exponent, index, parts, upright=upright)
    if not upright:
        return False
    parts.rest.append(term)
    return True


def _take_power(base: Node, exponent: Node, index: str, parts: _Parts, *, upright: bool) -> bool:
    """``b^(m k + c)``: the quotient b^m, and b^c."""
    if isinstance(base, Constant) and base.name == "e":
        slope = _slope(exponent, index)
        if slope is None:
            return False
        step, start = slope
        parts.ratios.append(Power(base, step if upright else Negate(step)))
        parts.rest.append(Power(base, start if upright else Negate(start)))
        return True
    found = _slope(exponent, index)
    if found is None or not isinstance(found[0], Number):
        return False
    step, start = found
    count = step.value if isinstance(step, Number) else Fraction(0)
    if count.denominator != 1 or not 0 < abs(count) <= _MOST_STEPS:
        return False
    turned = (count < 0) == upright
    ratio: Node = base if abs(count) == 1 else Power(base, Number(abs(count)))
    parts.ratios.append(Divide(_ONE, ratio) if turned else ratio)
    if start != Number(Fraction(0)):
        parts.rest.append(Power(base, start if upright else Negate(start)))
    return True


def _slope(exponent: Node, index: str) -> tuple[Node, Node] | None:
    """What an exponent grows by at each step, and what it is at zero; None where it does not grow evenly."""
    if _degree(exponent, index) != 1:
        return None
    at_zero, at_one = (substitute(exponent, {index: Number(Fraction(place))}) for place in (0, 1))
    zero, one = constant(at_zero), constant(at_one)
    if zero is not None and one is not None:
        return Number(one - zero), Number(zero)
    match exponent:
        case Add((Symbol(name), rest)) | Add((rest, Symbol(name))) if name == index and index not in symbols(rest):
            return _ONE, rest
        case Multiply(factors):
            others = tuple(factor for factor in factors if factor != Symbol(index))
            if len(others) == len(factors) - 1 and all(index not in symbols(factor) for factor in others):
                return _product(list(others)), Number(Fraction(0))
        case Negate(operand):
            inner = _slope(operand, index)
            return None if inner is None else (Negate(inner[0]), Negate(inner[1]))
    return None


def _degree(node: Node, index: str) -> int | None:
    """The degree in the index; None for what is no polynomial in it."""
    if index not in symbols(node):
        return 0
    match node:
        case Symbol():
            return 1
        case Negate(operand):
            return _degree(operand, index)
        case Add(terms):
            return _combined([_degree(term, index) for term in terms], is_sum=True)
        case Multiply(factors):
            return _combined([_degree(factor, index) for factor in factors], is_sum=False)
        case Divide(above, below) if index not in symbols(below):
            return _degree(above, index)
        case Power(base, Number(power)) if power.denominator == 1 and 0 < power <= _HIGHEST_DEGREE:
            inner = _degree(base, index)
            return None if inner is None else inner * int(power)
    return None


def _combined(degrees: list[int | None], *, is_sum: bool) -> int | None:
    known = [degree for degree in degrees if degree is not None]
    if len(known) < len(degrees):
        return None
    return max(known) if is_sum else sum(known)


def _product(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))
