"""Vectors with exact entries: which of them depend on others, and which lie in the space that others span.

Entries are made of rational numbers, roots of whole numbers, i, π, symbols, and sines, cosines and exponentials of symbols. These are
polynomials in a ring without zero divisors (``quotients.py``; the exponentials by J. Ax, Ann. of Math. 93, 1971), so elimination without
division decides exactly. With symbols it says what holds at large: for all values but those at which a polynomial happens to vanish.
Any other entry, such as sin 1, may hide a zero, and nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flint import fmpq_mpoly

from fullmarks.compare.algebra.exponents import EXPONENTIAL, PI, UNIT, WAVE
from fullmarks.compare.algebra.generators import BoundError, Generators, collect
from fullmarks.compare.algebra.quotients import Field
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node
from fullmarks.regex import regex

Vector = Sequence[Node]

_MOST_ENTRIES = 1_024
_LARGEST_SIDE_OF_POLYNOMIALS = 10
"""Each step may double the degrees, where a pivot is no plain number."""
_MOST_BITS = 16_384
_MOST_PRODUCTS = 60_000
"""Products of terms that all vectors of one question may cost together."""
_SYMBOL = regex(r"\$\w+'*")


class UnknownEntriesError(ArithmeticError):
    """An entry of which nobody knows whether it is zero, or more work than is allowed."""


class Entries:
    """The entries of all vectors of one question, over common generators; raises UnknownEntriesError."""

    def __init__(self, vectors: Sequence[Vector], assumptions: Assumptions) -> None:
        generators = Generators(assumptions.domains, waves=True)
        if sum(map(len, vectors)) > _MOST_ENTRIES:
            raise UnknownEntriesError
        try:
            for vector in vectors:
                for entry in vector:
                    collect(entry, generators)
        except BoundError as error:
            raise UnknownEntriesError from error
        _refuse_hidden_zeros(generators)
        self.field = Field(generators, assumptions.limits)
        self.left = _MOST_PRODUCTS

    def row(self, vector: Vector) -> list[fmpq_mpoly]:
        """A vector's entries times their common denominator."""
        try:
            pairs = [self.field.quotient(entry) for entry in vector]
            for _, below in pairs:
                self.field.refuse_zero(below)
            return [self._whole(place, pairs) for place in range(len(pairs))]
        except BoundError as error:
            raise UnknownEntriesError from error

    def _whole(self, place: int, pairs: list[tuple[fmpq_mpoly, fmpq_mpoly]]) -> fmpq_mpoly:
        """An entry without its denominator, if that is a number, and times those of the others, if they are none."""
        entry, own = pairs[place]
        if own.is_constant():
            entry = entry / own.leading_coefficient()
        for other, (_, below) in enumerate(pairs):
            if other != place and not below.is_constant():
                entry = self.reduced(self.times(entry, below))
        return self.reduced(entry)

    def times(self, left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
        """The product, not reduced; raises BoundError where all products together cost too much."""
        self.left -= len(left) * len(right)
        if self.left < 0:
            raise BoundError
        return self.field.times(left, right)

    def reduced(self, polynomial: fmpq_mpoly) -> fmpq_mpoly:
        """The one way to write a polynomial, so that it is zero only where it says so; raises BoundError past the limits."""
        polynomial = self.field.reduced(polynomial)
        if len(polynomial) and max(coefficient.height_bits() for coefficient in polynomial.coeffs()) > _MOST_BITS:
            raise BoundError
        return polynomial


@dataclass(slots=True)
class Span:
    """The space that the vectors added so far span, by rows that each begin at a column of their own."""

    entries: Entries
    rows: dict[int, list[fmpq_mpoly]] = field(default_factory=dict)

    @property
    def rank(self) -> int:
        return len(self.rows)

    def add(self, vector: Vector) -> bool:
        """Takes a vector in; whether it did not lie in the space yet."""
        rest = self._rest(vector)
        start = next((column for column, entry in enumerate(rest) if not entry.is_zero()), None)
        if start is None:
            return False
        self.rows[start] = _begun_with_one(rest, start)
        return True

    def holds(self, vector: Vector) -> bool:
        """Whether a vector lies in the space."""
        return all(entry.is_zero() for entry in self._rest(vector))

    def _rest(self, vector: Vector) -> list[fmpq_mpoly]:
        """What is left of a multiple of a vector when all that the space has of it is taken away."""
        rest = self.entries.row(vector)
        try:
            for start in sorted(self.rows):
                if not rest[start].is_zero():
                    rest = self._taken_from(rest, start)
        except BoundError as error:
            raise UnknownEntriesError from error
        return rest

    def _taken_from(self, rest: list[fmpq_mpoly], start: int) -> list[fmpq_mpoly]:
        row, times = self.rows[start], self.entries.times
        if not row[start].is_constant() and len(row) > _LARGEST_SIDE_OF_POLYNOMIALS:
            raise BoundError
        return [
            self.entries.reduced(times(mine, row[start]) - times(rest[start], theirs))
            for mine, theirs in zip(rest, row, strict=True)
        ]


def _begun_with_one(row: list[fmpq_mpoly], start: int) -> list[fmpq_mpoly]:
    """A row divided by its first entry, where that is a number; else by nothing."""
    first = row[start]
    return [entry / first.leading_coefficient() for entry in row] if first.is_constant() else row


def _refuse_hidden_zeros(generators: Generators) -> None:
    """Raises UnknownEntriesError for a generator that may have a relation to others, or may vanish on all of its domain.

    Roots of i hold roots of whole numbers, so only i itself is let in.
    """
    for name, denominator in generators.denominators.items():
        symbol = name.removeprefix(EXPONENTIAL).removeprefix(WAVE)
        if name == PI or name.startswith("#") or (name == UNIT and denominator == 1):
            continue
        if not _SYMBOL.fullmatch(symbol) or _has_few_values(generators.domains.get(symbol[1:])):
            raise UnknownEntriesError


def _has_few_values(domain: Domain | None) -> bool:
    return domain is not None and domain.kind == "integer" and None not in (domain.lower, domain.upper)
