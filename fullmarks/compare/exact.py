"""Exact equality of scalars: both sides as quotients of polynomials (``quotients.py``), cross-multiplied."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.compare.canonical import key
from fullmarks.compare.monomials import positive_monomial
from fullmarks.compare.quotients import BoundError, Field, InField, collect, small_power
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Piecewise,
    Power,
    Symbol,
)
from fullmarks.expr.walk import walk
from fullmarks.limits import Limits

_PARTIAL = frozenset(("log", "asin", "acos", "asec", "acsc", "acosh", "atanh", "factorial", "gamma", "binomial"))
"""Functions that are not defined on the whole real line."""


def exactly_equal(
    left: Node, right: Node, theirs: InField | None, domains: Mapping[str, Domain], limits: Limits
) -> bool | None:
    """Whether two scalar trees are equal wherever both are defined; None when exact arithmetic cannot tell.

    ``theirs`` is the right one in its own field. Equality is only claimed where the parts that are not defined everywhere
    (logarithms, even roots) are the same on both sides.
    """
    if theirs is None:
        return None
    generators = theirs.generators.copy()
    try:
        collect(left, generators)
        field_, (above_right, below_right) = theirs.field, theirs.quotient
        if generators.denominators != theirs.generators.denominators:
            field_ = Field(generators, limits)
            above_right, below_right = field_.quotient(right)
        above_left, below_left = field_.quotient(left)
        if below_left.is_zero() or below_right.is_zero():
            return None
        difference = field_.reduced(field_.times(above_left, below_right) - field_.times(above_right, below_left))
    except BoundError:
        return None
    if difference.is_zero():
        return True if _partial(left, domains) == _partial(right, domains) else None
    if generators.opaque and not difference.is_constant():
        return None
    return False if all(_is_infinite(domain) for domain in domains.values()) else None


def _is_infinite(domain: Domain) -> bool:
    return domain.kind != "integer" or domain.lower is None or domain.upper is None


def _partial(tree: Node, domains: Mapping[str, Domain]) -> frozenset[str]:
    """The parts of a tree, kernels included, that have no value on more than isolated points, by their keys."""
    return frozenset(key(node) for node in walk(tree) if _is_partial(node, domains))


def _is_partial(node: Node, domains: Mapping[str, Domain]) -> bool:
    match node:
        case Call("log" | "sqrt" | "root", (argument, *_)):
            return positive_monomial(argument, domains) is None
        case Call(name, _):
            return name in _PARTIAL
        case Power(Constant("e"), _):
            return False
        case Power(base, exponent):
            return small_power(exponent) is None and positive_monomial(base, domains) is None
        case Divide(_, divisor):
            return positive_monomial(divisor, domains) is None and not _is_rational(divisor)
        case Piecewise(_, otherwise):
            return otherwise is None
    return False


def _is_rational(tree: Node) -> bool:
    """Whether a tree is a quotient of polynomials in its symbols, which only vanishes at isolated places or everywhere."""
    return all(
        isinstance(node, Number | Symbol | Add | Multiply | Negate | Divide | Percent)
        or (isinstance(node, Power) and small_power(node.exponent) is not None)
        for node in walk(tree)
    )
