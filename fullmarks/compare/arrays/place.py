"""One point at which array expressions are evaluated: sizes, numbers for the scalars, and arrays of random whole numbers.

The arrays depend on the seed, the name, the shape and the point's number, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import shake_128
from itertools import count

from flint import fmpq, fmpq_mat

from fullmarks.compare.arrays.entries import index_names
from fullmarks.compare.arrays.shapes import IDENTITY, Arrays, Sizes
from fullmarks.compare.arrays.values import ArrayValue, Identity, Table, shape
from fullmarks.compare.arrays.words import TRANSPOSED, sides
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.compare.points.generic import Point, generic, with_integers
from fullmarks.compare.survey import survey
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Node
from fullmarks.expr.plain import plain
from fullmarks.records import frozen

BITS = 192
"""The precision of what is no exact number."""
_SPREAD = 19
"""Entries go from -9 to 9."""
_MOST_BITS = 4_096
"""Bits of an entry; past them an expression is not computed."""
_BITS_FOR_ONE = 256
"""An entry of so many bits costs one evaluation more."""
_NO_SCALARS = TRANSPOSED | {IDENTITY}
_NO_SIZES = Sizes({}, {})


@frozen
class Names:
    """What the numbers for the scalars follow from: the names in some trees, which of them are indices, and which count something."""

    all: frozenset[str]
    indices: frozenset[str]
    counted: frozenset[str]

    def with_other(self, other: Names) -> Names:
        """The names in the trees of both."""
        return Names(self.all | other.all, self.indices | other.indices, self.counted | other.counted)


class UnfitError(NoValueError):
    """Arrays whose shapes do not fit; the sentence says which, and why."""

    def __init__(self, say: Callable[[], str]) -> None:
        super().__init__()
        self._say = say

    @property
    def sentence(self) -> str:
        """Made when it is asked for: most of these errors are met while spoilt keys are tried."""
        return self._say()


class Place:
    """What every name stands for at a point, and what was noticed while expressions were evaluated there."""

    __slots__ = ("_tables", "arrays", "evaluator", "names", "number", "opaque", "sizes")

    def __init__(self, number: int, point: Point, assumptions: Assumptions, budget: Budget, names: Names) -> None:
        self.names = names
        """What the numbers in ``point`` follow from, beside its number."""
        self.arrays: Arrays = assumptions.arrays
        self.number = number
        self.sizes = sizes_of(self.arrays, number)
        self.evaluator = Evaluator(point, assumptions.limits, assumptions.seed, budget=budget)
        self.opaque = False
        """Whether something was met of which it is only known that equal arguments give equal values."""
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """The array of that name."""
        found = self._tables.get(name)
        if found is None:
            seed = f"{self.evaluator.seed}|{name}|{self.number}"
            found = self._tables[name] = random_table(seed, *self.sizes.shapes[name])
        return found

    def charge(self, made: Table) -> Table:
        """A matrix that was computed, paid for; raises BeyondError once its entries have too many bits."""
        if isinstance(made, fmpq_mat):
            bits = max(entry.height_bits() for entry in made.entries())
            if bits > _MOST_BITS:
                raise BeyondError
            self.evaluator.spend(made.nrows() * made.ncols() * (1 + bits // _BITS_FOR_ONE))
        return made

    def unknown(self, name: str, arguments: Iterable[Value]) -> fmpq:
        """A number that stands for an unknown one, the same for the same exact arguments."""
        listed = list(arguments)
        exact = [argument for argument in listed if isinstance(argument, fmpq)]
        if len(exact) < len(listed):
            raise BeyondError
        return self.evaluator.arbitrary(name, tuple(exact))

    def shown(self) -> tuple[tuple[str, str], ...]:
        """The sizes, and the numbers for the scalars."""
        shown = sorted((name, value) for name, value in self.evaluator.point.items() if name not in _NO_SCALARS)
        return tuple((name, str(value)) for name, value in shown)

    def describe(self, value: ArrayValue) -> str:
        """What a value is, for a sentence: ``d_out × d_in``, ``a number``."""
        if isinstance(value, Identity):
            return "a multiple of the identity"
        if not isinstance(value, Table):
            return "a number"
        lengths, numbers = shape(value), self.sizes.numbers
        written = sides(*map(self._written, lengths))
        if not numbers or written != sides(*map(str, lengths)):
            return written
        return f"{written} where {', '.join(f'{name} is {numbers[name]}' for name in sorted(numbers))}"

    def _written(self, length: int) -> str:
        """A length in the symbols of the declared sizes, where only one of them has it here."""
        shapes, there = self.arrays.shapes, self.sizes.shapes
        found = {
            plain(side)
            for name, shape_there in there.items()
            for side, size in zip(shapes[name].sides, shape_there, strict=True)
            if size == length
        }
        return found.pop() if len(found) == 1 else str(length)


def sizes_of(arrays: Arrays, number: int) -> Sizes:
    """The sizes at a point, by its number."""
    return arrays.sizes[number % len(arrays.sizes)] if arrays.sizes else _NO_SIZES


def names_in(tree: Node, arrays: Arrays) -> Names:
    """The names in a tree."""
    found = survey(tree)
    return Names(frozenset(found.names), index_names(tree, arrays), frozenset(found.counted))


def places(
    names: Names, assumptions: Assumptions, budget: Budget, left_free: frozenset[str] = frozenset()
) -> Iterator[Place]:
    """Points without end for trees with these names, ``left_free`` of them without a value; all share one budget."""
    arrays = assumptions.arrays
    valued = Names(names.all - left_free, names.indices, names.counted) if left_free else names
    scalars = {name for name in valued.all if name not in arrays.shapes and name not in arrays.entries}
    indices = sorted(names.indices & scalars)
    domains = with_integers(assumptions.domains, names.counted)
    real = {name: REAL if domain.kind == "complex" else domain for name, domain in domains.items()}
    for number, point in zip(count(), generic(tuple(sorted(scalars)), real, assumptions.seed), strict=False):
        sizes = sizes_of(arrays, number)
        point |= {name: fmpq(size) for name, size in sizes.numbers.items()}
        point |= {name: _index(place, number, sizes) for place, name in enumerate(indices)}
        yield Place(number, point, assumptions, budget, valued)


def _index(place: int, number: int, sizes: Sizes) -> fmpq:
    """A place that every array has: the indices take different ones at one point, and others at the next."""
    least = min((min(sides) for sides in sizes.shapes.values() if min(sides) > 1), default=1)
    return fmpq(1 + (number + place * (1 + number // least)) % least)


@lru_cache(maxsize=1_024)
def random_table(seed: str, rows: int, columns: int) -> fmpq_mat:
    """A matrix of whole numbers, the same for the same seed."""
    digest = shake_128(seed.encode()).digest(rows * columns)
    return fmpq_mat(rows, columns, [byte % _SPREAD - _SPREAD // 2 for byte in digest])
