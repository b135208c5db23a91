"""Reading a tree as a matrix: brackets of brackets, a row of numbers, and simple arithmetic of matrices worked out by entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fullmarks.checkers.kinds import is_expression
from fullmarks.expr.nodes import Add, Call, Divide, Listing, Matrix, Multiply, Negate, Node
from fullmarks.expr.walk import walk

Rows = tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
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
    """The matrix that a tree is or works out to; None where it is none, or is not rectangular."""
    match node:
        case Matrix(rows):
            return Array(rows)
        case Listing("[" | "(" | "", _, items):
            return _of_items(items)
        case Negate(operand):
            return _mapped(array_of(operand), Negate)
        case Divide(numerator, denominator):
            return (
                _mapped(array_of(numerator), lambda entry: Divide(entry, denominator))
                if is_scalar(denominator)
                else None
            )
        case Multiply(factors):
            return _scaled(factors)
        case Add(terms):
            return _sum(terms)
        case Call("transpose", (operand,)):
            inner = array_of(operand)
            # The writer of [1, 2, 3]ᵀ means a column: the list is a row there.
            return Array(inner.rows) if inner and inner.flat else inner.transposed() if inner else None
        case _:
            return None


def is_scalar(node: Node) -> bool:
    """Whether no matrix and no list stands anywhere in a tree."""
    return is_expression(node) and not any(isinstance(part, Matrix | Listing) for part in walk(node))


def _of_items(items: tuple[Node, ...]) -> Array | None:
    if items and all(is_scalar(item) for item in items):
        return Array(tuple((item,) for item in items), flat=True)
    rows = tuple(item.items for item in items if isinstance(item, Listing) and item.opening in ("[", "("))
    if not rows or len(rows) != len(items) or not rows[0] or any(len(row) != len(rows[0]) for row in rows):
        return None
    return Array(rows) if all(is_scalar(entry) for row in rows for entry in row) else None


def _mapped(array: Array | None, change: Callable[[Node], Node]) -> Array | None:
    if array is None:
        return None
    return Array(tuple(tuple(change(entry) for entry in row) for row in array.rows), array.flat)


def _scaled(factors: tuple[Node, ...]) -> Array | None:
    """A product of scalars and one matrix."""
    arrays = [factor for factor in factors if not is_scalar(factor)]
    inner = array_of(arrays[0]) if len(arrays) == 1 else None
    scalars = tuple(factor for factor in factors if is_scalar(factor))
    return _mapped(inner, lambda entry: Multiply((*scalars, entry)))


def _sum(terms: tuple[Node, ...]) -> Array | None:
    arrays = [array for term in terms if (array := array_of(term)) is not None]
    if len(arrays) != len(terms) or any(array.shape != arrays[0].shape for array in arrays):
        return None
    rows = tuple(
        tuple(Add(entries) for entries in zip(*rows, strict=True))
        for rows in zip(*(array.rows for array in arrays), strict=True)
    )
    return Array(rows, all(array.flat for array in arrays))
