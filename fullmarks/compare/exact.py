"""Exact equality of scalars: both sides as quotients of polynomials (``quotients.py``), cross-multiplied."""

from __future__ import annotations

from collections.abc import Mapping

from flint import fmpq_mpoly

from fullmarks.compare.floors import with_plain_floors
from fullmarks.compare.generators import BoundError, collect, never_zero
from fullmarks.compare.quotients import Field, InField
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Node,
)
from fullmarks.limits import Limits


def exactly_equal(
    left: Node, right: Node, theirs: InField | None, domains: Mapping[str, Domain], limits: Limits
) -> bool | None:
    """Whether two scalar trees are equal wherever both are defined; None when exact arithmetic cannot tell.

    ``theirs`` is the right one in its own field, its floors in their one form (``floors.py``). Equality may only be claimed
    where the parts that are not defined everywhere (logarithms, even roots; ``partial.py``) are the same on both sides.
    """
    if theirs is None:
        return None
    generators = theirs.generators.copy()
    plain = with_plain_floors(left, domains, limits)
    try:
        collect(plain, generators)
        field_, (above_right, below_right) = theirs.field, theirs.quotient
        if generators.denominators != theirs.generators.denominators:
            field_ = Field(generators, limits)
            above_right, below_right = field_.quotient(theirs.tree)
        above_left, below_left = field_.quotient(plain)
        if below_left.is_zero() or below_right.is_zero():
            return None
        difference = field_.reduced(field_.times(above_left, below_right) - field_.times(above_right, below_left))
    except BoundError:
        return None
    if difference.is_zero():
        return True
    if generators.opaque and not _never_zero(difference, tuple(generators.denominators)):
        return None
    return False if all(_is_infinite(domain) for domain in domains.values()) else None


def _never_zero(difference: fmpq_mpoly, names: tuple[str, ...]) -> bool:
    """Whether a polynomial is a constant times exponentials, waves and roots of primes."""
    if len(difference) != 1:
        return False
    powers = difference.monoms()[0]
    return all(never_zero(name) for name, power in zip(names, powers, strict=False) if power)


def _is_infinite(domain: Domain) -> bool:
    return domain.kind != "integer" or domain.lower is None or domain.upper is None
