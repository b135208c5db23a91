"""Which row of an answer is which row of the key, by their names, where several rows may have one name and some may lack."""

from __future__ import annotations

from collections.abc import Sequence


def aligned(given: Sequence[str], wanted: Sequence[str]) -> dict[int, int]:
    """For each wanted place its given one: as many pairs of equal names as can be had in the order of both, the earliest of equals.

    Costs the product of both lengths.
    """
    most = [[0] * (len(wanted) + 1) for _ in range(len(given) + 1)]
    for row in range(len(given) - 1, -1, -1):
        for column in range(len(wanted) - 1, -1, -1):
            beside = max(most[row + 1][column], most[row][column + 1])
            most[row][column] = max(beside, 1 + most[row + 1][column + 1]) if given[row] == wanted[column] else beside
    pairs: dict[int, int] = {}
    row = column = 0
    while row < len(given) and column < len(wanted):
        if given[row] == wanted[column] and most[row][column] == 1 + most[row + 1][column + 1]:
            pairs[column] = row
            row, column = row + 1, column + 1
        elif most[row + 1][column] >= most[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs
