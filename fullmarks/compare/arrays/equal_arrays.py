"""Two array expressions: evaluated exactly at random arrays of the declared shapes, at several sizes.

Products of arrays do not commute, so no normal form of scalars can tell; but a difference shows at nearly every array of small
whole numbers. Shapes that do not fit are a difference, with the reason. Every number is exact where the expressions are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from flint import arb, arb_mat, fmpq

from fullmarks.compare.arrays.differences import Difference, difference
from fullmarks.compare.arrays.place import BITS, Place, UnfitError, places
from fullmarks.compare.arrays.prepared import prepared
from fullmarks.compare.arrays.values import ArrayValue, Identity, Table, shape, table
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Budget
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError, UncertainError, UndefinedError
from fullmarks.expr.nodes import Add, Negate, Node, Relation
from fullmarks.expr.walk import functions
from fullmarks.records import frozen

_POINTS = 4
"""So many points must agree."""
_MOST_TRIED = 12
_A_REGION = 2
"""So many points without a value on one side are no accident: random matrices are hardly ever singular."""
_BEYOND = "An array could not be computed within the limits, or a function of it has no one meaning."

_RANK = "Arrays of random numbers have full rank, so they say nothing about a rank."


@frozen
class ArrayComparison:
    """A comparison, with the reason where it is one of shapes."""

    comparison: Comparison
    unfit: str | None = None
    """A sentence: which arrays in the answer do not fit each other."""
    shapes: tuple[str, str] | None = None
    """What the answer and the key are, where their shapes differ: ``d_in × d_out``, ``a number``."""


def equal_arrays(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Whether two array expressions are equal for all arrays of the declared shapes, and how that is known."""
    return compare_arrays(answer, expected, assumptions).comparison


def compare_arrays(
    answer: Node, expected: Node, assumptions: Assumptions, entry: tuple[str, ...] = ()
) -> ArrayComparison:
    """The same, with the reason where shapes differ.

    ``entry`` names the indices of a general entry: an answer that uses them describes the key's array entry by entry.
    """
    if answer == expected:
        return ArrayComparison(Comparison(True, Evidence(EvidenceKind.IDENTICAL)))
    with precision(BITS):
        return _Pair(answer, expected, assumptions, entry).compare()


def why_unfit(tree: Node, assumptions: Assumptions) -> str | None:
    """Why an expression, or the two sides of an equation together, have no value at any of the declared sizes, as a sentence.

    None where there is a value, or nobody knows.
    """
    sentence: str | None = None
    match tree:
        case Relation((left, right), ("=",)):
            tree = Add((left, Negate(right)))
    made = prepared(tree, assumptions)
    with precision(BITS):
        for at in islice(places(made.names, assumptions, _budget(assumptions)), _POINTS):
            try:
                made.value(at)
            except UnfitError as error:
                sentence = error.sentence
                continue
            except NoValueError:
                pass
            return None
    return sentence


def _budget(assumptions: Assumptions) -> Budget:
    return Budget(assumptions.limits.evaluations)


@dataclass(slots=True)
class _Tally:
    """What the points so far showed."""

    agreed: int = 0
    exact: bool = True
    lacking: int = 0
    """Points at which one side alone has a value."""
    unfit: str | None = None
    """Why the key has no value at the sizes of some point."""


class _Pair:
    """One comparison."""

    def __init__(self, answer: Node, expected: Node, assumptions: Assumptions, entry: tuple[str, ...]) -> None:
        self.answer, self.expected = prepared(answer, assumptions), prepared(expected, assumptions)
        self.has_rank = any("rank" in functions(tree) for tree in (answer, expected))
        self.entry = entry if not self.answer.names.all.isdisjoint(entry) else ()
        names = self.answer.names.with_other(self.expected.names)
        self.places = islice(places(names, assumptions, _budget(assumptions), frozenset(self.entry)), _MOST_TRIED)

    def compare(self) -> ArrayComparison:
        tally = _Tally()
        for at in self.places:
            try:
                ended = self._at(at, tally)
            except BeyondError:
                return _undecided(_BEYOND)
            except UncertainError:
                continue
            if ended is not None:
                return ended
            if tally.agreed == _POINTS:
                return _undecided(_RANK) if self.has_rank else _agreed(tally)
        if tally.unfit is not None:
            return _undecided(f"The key has no value: {tally.unfit}")
        return _undecided("Too few arrays have a value on both sides.")

    def _at(self, at: Place, tally: _Tally) -> ArrayComparison | None:
        """Counts what a point shows; gives the comparison where that ends it."""
        try:
            theirs = _or_nothing(self.expected.value, at)
        except UnfitError as error:
            tally.unfit = error.sentence
            return None
        try:
            mine = _or_nothing(lambda place: self._answer(place, theirs), at)
        except UnfitError as error:
            note = Evidence(EvidenceKind.EXACT, note=error.sentence)
            return ArrayComparison(Comparison(False, note), unfit=error.sentence)
        if mine is None or theirs is None:
            tally.lacking += (mine is None) != (theirs is None)
            return _lacking(at) if tally.lacking >= _A_REGION else None
        found = difference(mine, theirs)
        if found is not None:
            return _different(found, (mine, theirs), at)
        tally.agreed += 1
        tally.exact &= not (_has_balls(mine) or _has_balls(theirs))
        return None

    def _answer(self, at: Place, theirs: ArrayValue | None) -> ArrayValue:
        """The answer's value; one that gives a general entry is written out to the shape of the key."""
        if not self.entry or not isinstance(theirs, Table):
            return self.answer.value(at)
        return table(*shape(theirs), self._entries(at, *shape(theirs)))

    def _entries(self, at: Place, rows: int, columns: int) -> Iterator[Value]:
        for indices in product(range(1, rows + 1), range(1, columns + 1)):
            at.evaluator.point |= dict(zip(self.entry, map(fmpq, indices), strict=False))
            value = self.answer.program.value(at)  # not what it came to at the indices before
            if isinstance(value, Table | Identity):
                raise self._no_number(at, value)
            yield value

    def _no_number(self, at: Place, value: ArrayValue) -> UnfitError:
        names = ", ".join(self.entry)
        return UnfitError(lambda: f"An entry at {names} is a number, and this is {at.describe(value)}.")


def _or_nothing(value: Callable[[Place], ArrayValue], at: Place) -> ArrayValue | None:
    """The value, or None where there certainly is none."""
    try:
        return value(at)
    except UndefinedError:
        return None


def _has_balls(value: ArrayValue) -> bool:
    return isinstance(value, arb | arb_mat) or (isinstance(value, Identity) and isinstance(value.factor, arb))


# what is claimed


def _different(found: Difference, values: tuple[ArrayValue, ArrayValue], at: Place) -> ArrayComparison:
    if found.values is None or found.place is None:
        shapes = at.describe(values[0]), at.describe(values[1])
        note = f"The answer is {shapes[0]}, the key {shapes[1]}."
        return ArrayComparison(Comparison(False, Evidence(EvidenceKind.EXACT, note=note)), shapes=shapes)
    if at.opaque:
        return _undecided("The values of a function of arrays are not known.")
    if not found.sure:
        return _undecided("The values stayed too uncertain.")
    row, column = found.place
    first, second = found.values
    evidence = Evidence(
        EvidenceKind.COUNTEREXAMPLE,
        at=at.shown(),
        values=(_shown(first), _shown(second)),
        note=f"The entry in row {row}, column {column}, for arrays of random whole numbers.",
    )
    return ArrayComparison(Comparison(False, evidence))


def _lacking(at: Place) -> ArrayComparison:
    note = "Only one side has a value for arrays of random whole numbers."
    return ArrayComparison(Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=at.shown(), note=note)))


def _agreed(tally: _Tally) -> ArrayComparison:
    note = "Exact, at arrays of random whole numbers." if tally.exact else "At arrays of random whole numbers."
    bits = None if tally.exact else BITS // 2
    evidence = Evidence(EvidenceKind.AGREED, points=tally.agreed, bits=bits, note=note)
    return ArrayComparison(Comparison(True, evidence))


def _undecided(note: str) -> ArrayComparison:
    return ArrayComparison(Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note)))


def _shown(value: Value) -> str:
    return str(value) if isinstance(value, fmpq) else value.str(12, radius=False)
