"""The best pairing of an answer's items with the key's: as many equal pairs as there can be.

With a tolerance, being near is no equivalence (1.0 is near 1.1, that is near 1.2), so taking the first match is not enough: a
greatest matching is found by augmenting paths (Kuhn 1955, Berge 1957).
"""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.compare.comparison import Comparison

Grid = Sequence[Sequence[Comparison]]
"""The comparison of each item of the answer (a row) with each of the key (a column)."""


def best_assignment(grid: Grid) -> dict[int, int]:
    """The row that each column is paired with; columns and rows that are left over are not in it."""
    owner: dict[int, int] = {}
    for row in range(len(grid)):
        _place(row, grid, owner, set())
    return owner


def _place(row: int, grid: Grid, owner: dict[int, int], tried: set[int]) -> bool:
    """Finds a column for one row, moving others to another column where that helps; as deep as there are rows."""
    for column, comparison in enumerate(grid[row]):
        if comparison.equal and column not in tried:
            tried.add(column)
            if column not in owner or _place(owner[column], grid, owner, tried):
                owner[column] = row
                return True
    return False
