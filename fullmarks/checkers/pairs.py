"""Marking items in any order: as a list, where a value given twice counts twice, or as a set, where it counts once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fullmarks.checkers.assignment import Grid, best_assignment
from fullmarks.checkers.compared import UNDECIDED, together
from fullmarks.checkers.entries import CompareEntry, Credit
from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.comparison import Comparison, Evidence, EvidenceKind
from fullmarks.expr.nodes import Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Entry, Outcome, Verdict, graded, undecided
from fullmarks.records import frozen

_OTHER_NUMBER = Comparison(False, Evidence(EvidenceKind.EXACT))
MOST_ITEMS = 64
"""Longer lists go to a person: each item is compared with each."""


@frozen
class Pairing:
    """Which rows of a grid (the answer's items) have their place, which columns (the key's) are met, and by what comparisons."""

    rows: frozenset[int]
    columns: frozenset[int]
    met: tuple[Comparison, ...]


def mark_unordered(
    answer: Sequence[Node],
    expected: Sequence[Node],
    compare: CompareEntry,
    credit: Credit,
    *,
    as_set: bool,
    exactly: bool = False,
) -> Outcome:
    """The outcome; an item too many costs as much as one that is missing.

    ``exactly`` says that numbers are only equal where they are the same, so that written ones need no comparing.
    """
    if max(len(answer), len(expected)) > MOST_ITEMS:
        return undecided(f"More than {MOST_ITEMS} items are not compared in any order.")
    grid = _grid(answer, expected, compare, exactly=exactly)
    pairing = _covering(grid) if as_set else _assignment(grid)
    entries = tuple(
        Entry((place,), _verdict(place - 1, grid, pairing), plain(item)) for place, item in enumerate(answer, 1)
    )
    open_columns = set(range(len(expected))) - pairing.columns
    undecided_rows = [row for row in range(len(answer)) if entries[row].verdict is Verdict.NEEDS_REVIEW]
    wrong_rows = len(answer) - len(pairing.rows) - len(undecided_rows)
    different = wrong_rows > 0 or len(undecided_rows) < len(open_columns)
    if undecided_rows and not (credit is Credit.ALL and different):
        return undecided(UNDECIDED, entries)
    if not open_columns and not wrong_rows:
        return graded(Fraction(1), together(pairing.met).evidence, None, entries)
    share = Fraction(0) if credit is Credit.ALL else Fraction(len(pairing.columns), len(expected) + wrong_rows)
    return graded(share, _difference(answer, expected, compare, grid, pairing), None, entries)


def _grid(answer: Sequence[Node], expected: Sequence[Node], compare: CompareEntry, *, exactly: bool) -> Grid:
    """Each item beside each; two different numbers are known to be different without a comparison."""
    numbers = [constant(item) if exactly else None for item in answer]
    wanted = [constant(other) if exactly else None for other in expected]
    return [
        [
            _OTHER_NUMBER if mine is not None and theirs is not None and mine != theirs else compare(item, other)
            for theirs, other in zip(wanted, expected, strict=True)
        ]
        for mine, item in zip(numbers, answer, strict=True)
    ]


def _assignment(grid: Grid) -> Pairing:
    owner = best_assignment(grid)
    met = tuple(grid[row][column] for column, row in sorted(owner.items()))
    return Pairing(frozenset(owner.values()), frozenset(owner), met)


def _covering(grid: Grid) -> Pairing:
    equal = [(row, column) for row, line in enumerate(grid) for column, one in enumerate(line) if one.equal]
    met = tuple(grid[row][column] for row, column in equal)
    return Pairing(frozenset(row for row, _ in equal), frozenset(column for _, column in equal), met)


def _verdict(row: int, grid: Grid, pairing: Pairing) -> Verdict:
    if row in pairing.rows:
        return Verdict.CORRECT
    open_ones = [one for column, one in enumerate(grid[row]) if column not in pairing.columns]
    return Verdict.NEEDS_REVIEW if any(one.equal is None for one in open_ones) else Verdict.INCORRECT


def _difference(
    answer: Sequence[Node], expected: Sequence[Node], compare: CompareEntry, grid: Grid, pairing: Pairing
) -> Evidence:
    """That of the first item that has no place, where the key has one left; else the counting of items is exact."""
    for row, line in enumerate(grid):
        for column, one in enumerate(line):
            if row not in pairing.rows and column not in pairing.columns and one.equal is False:
                return compare(answer[row], expected[column]).evidence if one is _OTHER_NUMBER else one.evidence
    return Evidence(EvidenceKind.EXACT, note="The number of items differs.")
