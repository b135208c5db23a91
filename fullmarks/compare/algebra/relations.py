"""Generators of which some power is a number: by that, polynomials in them are reduced."""

from __future__ import annotations

from fullmarks.compare.algebra.exponents import ALTERNATING, UNIT
from fullmarks.records import frozen


@frozen
class Relation:
    """A power of a generator that is a number."""

    degree: int
    value: int


def relation_of(name: str, denominator: int) -> Relation | None:
    """The root of a prime; i, whose square is −1; what alternates, whose square is 1; None for any other generator."""
    if name.startswith("#"):
        return Relation(denominator, int(name[1:]))
    if name == UNIT:
        return Relation(2 * denominator, -1)
    if name.startswith(ALTERNATING):
        return Relation(2 * denominator, 1)
    return None
