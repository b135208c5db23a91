"""Exact equality of scalars: both sides as quotients of polynomials (``quotients.py``), cross-multiplied."""

from __future__ import annotations

from collections.abc import Mapping

from flint import fmpq_mpoly

from fullmarks.compare.algebra.floors import with_plain_floors
from fullmarks.compare.algebra.generators import BoundError, Generators, collect, never_zero
from fullmarks.compare.algebra.quotients import Field, InField, Quotient
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node
from fullmarks.limits import Limits
from fullmarks.records import record


def exactly_equal(left: Node, theirs: InField | None, domains: Mapping[str, Domain], limits: Limits) -> bool | None:
    """Whether two scalar trees are equal wherever both are defined; None when exact arithmetic cannot tell.

    ``theirs`` is the other one in its own field, its floors in their one form (``floors.py``). Equality may only be claimed
    where the parts that are not defined everywhere (logarithms, even roots; ``partial.py``) are the same on both sides.
    """
    if theirs is None:
        return None
    try:
        both = over_one_field(with_plain_floors(left, domains, limits), theirs, limits)
        (above_left, below_left), (above_right, below_right) = both.left, both.right
        if below_left.is_zero() or below_right.is_zero():
            return None
        times = both.field.times
        difference = both.field.reduced(times(above_left, below_right) - times(above_right, below_left))
    except BoundError:
        return None
    if difference.is_zero():
        return True
    if both.generators.opaque and not _never_zero(difference, tuple(both.generators.denominators)):
        return None
    return False if all(_is_infinite(domain) for domain in domains.values()) else None


def _never_zero(difference: fmpq_mpoly, names: tuple[str, ...]) -> bool:
    """Whether a polynomial is a constant times exponentials, waves and roots of primes."""
    if len(difference) != 1:
        return False
    powers = difference.monoms()[0]
    return all(never_zero(name) for name, power in zip(names, powers, strict=False) if power)


@record
class OverOneField:
    """Two trees as quotients over the same generators."""

    generators: Generators
    field: Field
    left: Quotient
    right: Quotient


def over_one_field(left: Node, theirs: InField, limits: Limits) -> OverOneField:
    """Both trees over common generators, the right one's own field if the left one brings no others; raises BoundError."""
    generators = theirs.generators.copy()
    collect(left, generators)
    if generators.denominators == theirs.generators.denominators:
        field_, quotient = theirs.field.for_tree(generators), theirs.quotient
    else:
        field_ = Field(generators, limits)
        quotient = field_.quotient(theirs.tree)
    return OverOneField(generators, field_, field_.quotient(left), quotient)


def _is_infinite(domain: Domain) -> bool:
    return domain.kind != "integer" or domain.lower is None or domain.upper is None
