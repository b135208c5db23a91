"""Entries of arrays by their indices: which names are indices, and what stands at a place."""

from __future__ import annotations

from flint import fmpq

from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.compare.arrays.values import ArrayValue, Table, shape, table
from fullmarks.compare.evaluation.undefined import BeyondError, UndefinedError
from fullmarks.expr.nodes import Indexed, Node
from fullmarks.expr.walk import symbols, walk

_FIRST = range(1, 2)


def index_names(tree: Node, arrays: Arrays) -> frozenset[str]:
    """The names that stand in subscripts of arrays, without those of sizes."""
    inside = (
        symbols(index)
        for node in walk(tree)
        if isinstance(node, Indexed) and arrays.of_entries(node.base) is not None
        for index in node.indices
    )
    sizes = arrays.sizes[0].numbers.keys() if arrays.sizes else frozenset[str]()
    return frozenset[str]().union(*inside).difference(sizes)


def entry(matrix: Table, places: tuple[range, ...]) -> ArrayValue:
    """An entry by its place, counted from 1, of a vector by one number; a block where a place goes over several numbers.

    Raises UndefinedError outside of the array.
    """
    rows, columns = shape(matrix)
    if len(places) == 1 and 1 in (rows, columns):
        places = (places[0], _FIRST) if columns == 1 else (_FIRST, places[0])
    if len(places) != 2:
        raise BeyondError
    down, across = places
    if not (_inside(down, rows) and _inside(across, columns)):
        raise UndefinedError("nowhere")
    if len(down) == len(across) == 1:
        return matrix[down[0] - 1, across[0] - 1]
    values = (matrix[row - 1, column - 1] for row in down for column in across)
    return table(len(down), len(across), values)


def span(first: fmpq, last: fmpq | None = None) -> range:
    """The numbers that an index goes over: one, or those from first to last; raises UndefinedError for what counts nothing."""
    last = first if last is None else last
    if first.q != 1 or last.q != 1:
        raise UndefinedError("nowhere")
    return range(int(first.p), int(last.p) + 1)


def _inside(places: range, length: int) -> bool:
    return len(places) > 0 and places[0] >= 1 and places[-1] <= length
