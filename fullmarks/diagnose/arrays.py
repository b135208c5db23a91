"""Answers and keys of many entries, at their places: matrices, and lists in order."""

from __future__ import annotations

from fullmarks.compare.matrices import matrix_within_bounds
from fullmarks.expr.nodes import Listing, Multiply, Node
from fullmarks.records import frozen

Rows = tuple[tuple[Node, ...], ...]


@frozen
class Array:
    """Entries by rows; a list in order is one row, and ``is_list``."""

    rows: Rows
    is_list: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    @property
    def entries(self) -> tuple[Node, ...]:
        return tuple(entry for row in self.rows for entry in row)

    def place(self, number: int) -> str:
        """Where an entry stands, in words: ``number 2``, ``row 1, column 2``."""
        row, column = divmod(number, self.shape[1])
        return f"number {number + 1}" if self.is_list else f"row {row + 1}, column {column + 1}"


def array(node: Node) -> Array | None:
    """A matrix or an ordered list of things; None for anything else, and for sets and bare lists, which have no order."""
    matrix = matrix_within_bounds(node)
    if matrix is not None:
        return Array(matrix.rows)
    if isinstance(node, Listing) and node.items and node.opening in ("(", "["):
        return Array((node.items,), is_list=True)
    return None


def arrays(answer: Node, expected: Node) -> tuple[Array, Array] | None:
    """Both as arrays; a product stands for a list of as many things, a list for a vector of as many."""
    wanted = array(expected)
    if wanted is None:
        return None
    if isinstance(answer, Multiply) and wanted.is_list and len(answer.factors) == len(wanted.entries):
        return Array((answer.factors,), is_list=True), wanted
    given = array(answer)
    if given is None:
        return None
    if given.is_list and not wanted.is_list and 1 in wanted.shape and len(given.entries) == len(wanted.entries):
        width = wanted.shape[1]
        rows = tuple(given.entries[place : place + width] for place in range(0, len(given.entries), width))
        return Array(rows), wanted
    return given, wanted
