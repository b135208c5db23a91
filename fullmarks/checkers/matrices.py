"""Reading a tree as a matrix, or as a list of entries that may stand for a vector."""

from __future__ import annotations

from fullmarks.compare.matrices import matrix_within_bounds
from fullmarks.expr.nodes import Listing, Matrix, Node
from fullmarks.expr.walk import walk
from fullmarks.records import frozen

Rows = tuple[tuple[Node, ...], ...]


@frozen
class Array:
    """Entries by rows; ``flat`` where they were listed in plain brackets, which tell no row from a column (kept as a column)."""

    rows: Rows
    flat: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    @property
    def is_vector(self) -> bool:
        return 1 in self.shape

    def transposed(self) -> Array:
        return Array(tuple(zip(*self.rows, strict=True)))

    def describe(self) -> str:
        return f"a list of {len(self.rows)}" if self.flat else f"a {self.shape[0]}×{self.shape[1]} matrix"


def array_of(node: Node) -> Array | None:
    """The matrix that a tree is or works out to, or the entries of a list of single things; None for anything else."""
    matrix = matrix_within_bounds(node)
    if matrix is not None:
        return Array(matrix.rows)
    if (
        isinstance(node, Listing)
        and node.items
        and node.opening in ("", "(", "[")
        and not any(map(has_matrix, node.items))
    ):
        return Array(tuple((item,) for item in node.items), flat=True)
    return None


def has_matrix(node: Node) -> bool:
    """Whether a matrix or a list stands anywhere in a tree."""
    return any(isinstance(part, Matrix | Listing) for part in walk(node))
