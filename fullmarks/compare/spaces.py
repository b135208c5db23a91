"""Vectors with exact entries: which of them depend on others, and which lie in the space that others span.

Entries are numbers of Q, roots of whole numbers, i, one π, and symbols. These are polynomials over a domain without zero divisors
(``quotients.py``), so elimination without division decides exactly. With symbols it says what holds at large: for all
values but those at which a polynomial happens to vanish. Any other entry, such as sin 1, may hide a zero, and nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flint import fmpq_mpoly

from fullmarks.compare.canonical import key
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.quotients import BoundError, Field, Generators, collect
from fullmarks.expr.nodes import Constant, Node

Vector = Sequence[Node]

_MOST_ENTRIES = 1_024
_LARGEST_SIDE_OF_POLYNOMIALS = 10
"""Each step may double the degrees, where a pivot is no plain number."""
_MOST_BITS = 16_384
_I = key(Constant("i"))
_PI = key(Constant("pi"))


class UnknownEntriesError(ArithmeticError):
    """An entry of which nobody knows whether it is zero, or more work than is allowed."""


class Entries:
    """The entries of all vectors of one question, over common generators; raises UnknownEntriesError."""

    def __init__(self, vectors: Sequence[Vector], assumptions: Assumptions) -> None:
        generators = Generators(assumptions.domains)
        if sum(map(len, vectors)) > _MOST_ENTRIES:
            raise UnknownEntriesError
        try:
            for vector in vectors:
                for entry in vector:
                    collect(entry, generators)
        except BoundError as error:
            raise UnknownEntriesError from error
        names = tuple(generators.denominators)
        _refuse_hidden_zeros(names, assumptions)
        self.field = Field(generators, assumptions.limits)
        self.place_of_i = names.index(_I) if _I in names else None

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
        entry = pairs[place][0]
        for other, (_, below) in enumerate(pairs):
            if other != place:
                entry = self.times(entry, below)
        return self.reduced(entry)

    def times(self, left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
        """The product, with known powers of roots and of i worked out."""
        return self.reduced(self.field.times(left, right))

    def reduced(self, polynomial: fmpq_mpoly) -> fmpq_mpoly:
        """The one way to write a polynomial, so that it is zero only where it says so; raises BoundError past the limits."""
        polynomial = self._without_squares_of_i(self.field.reduced(polynomial))
        if len(polynomial) and max(coefficient.height_bits() for coefficient in polynomial.coeffs()) > _MOST_BITS:
            raise BoundError
        return polynomial

    def _without_squares_of_i(self, polynomial: fmpq_mpoly) -> fmpq_mpoly:
        place = self.place_of_i
        if place is None:
            return polynomial
        total = self.field.context.constant(0)
        for exponents, coefficient in polynomial.to_dict().items():
            powers = list(map(int, exponents))
            sign = -1 if powers[place] % 4 > 1 else 1
            powers[place] %= 2
            total += self.field.context.from_dict({tuple(powers): sign * coefficient})
        return total


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


def _refuse_hidden_zeros(names: tuple[str, ...], assumptions: Assumptions) -> None:
    """Only roots of primes, i, π and symbols that may take endlessly many values have no relation that is not known."""
    for name in names:
        if name in (_I, _PI) or name.startswith("#"):
            continue
        domain = assumptions.domains.get(name.removeprefix("$"))
        few = domain is not None and domain.kind == "integer" and None not in (domain.lower, domain.upper)
        if not name.startswith("$") or "[" in name or few:
            raise UnknownEntriesError
