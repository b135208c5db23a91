"""Matrices: sums, multiples, products and transposes of written ones worked out, then entry by entry."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.compare.monomials import constant
from fullmarks.expr.nodes import Add, Call, Divide, Listing, Matrix, Multiply, Negate, Node, Number
from fullmarks.expr.walk import size_and_depth

_MOST_ENTRIES = 4_096
_MOST_NODES = 20_000


def as_matrix(node: Node) -> Matrix | None:
    """The matrix that a tree is, entries as trees; None if it is none or its sizes do not fit.

    Raises BeyondError where the entries of a product would grow past all bounds.
    """
    match node:
        case Matrix():
            return node
        case Negate(operand):
            inner = as_matrix(operand)
            return None if inner is None else _mapped(inner, Negate)
        case Call("transpose", (operand,)):
            inner = as_matrix(operand)
            return None if inner is None else Matrix(tuple(zip(*inner.rows, strict=True)))
        case Add(terms):
            return _added([as_matrix(term) for term in terms])
        case Divide(numerator, denominator):
            inner = as_matrix(numerator)
            return (
                None
                if inner is None or as_matrix(denominator)
                else _mapped(inner, lambda entry: Divide(entry, denominator))
            )
        case Multiply(factors):
            return _product(factors)
        case Listing("[" | "(", "]" | ")", (Listing(), *_) as rows):
            items = [row.items for row in rows if isinstance(row, Listing) and row.opening in "[("]
            if len(items) == len(rows) and len({len(row) for row in items}) == 1 and items[0]:
                return Matrix(tuple(items))
    return None


def vector(node: Node) -> Matrix | None:
    """A list of numbers as a column, where a column is asked for: ``(1, 2, 3)``, ``[1, 2, 3]``, ``<1, 2, 3>``."""
    if isinstance(node, Listing) and node.items and node.opening in ("", "[", "("):
        return Matrix(tuple((item,) for item in node.items))
    return as_matrix(node)


def _mapped(matrix: Matrix, change: Callable[[Node], Node]) -> Matrix:
    return Matrix(tuple(tuple(change(entry) for entry in row) for row in matrix.rows))


def _added(parts: list[Matrix | None]) -> Matrix | None:
    total = parts[0]
    for part in parts[1:]:
        if total is None or part is None or shape(total) != shape(part):
            return None
        total = Matrix(
            tuple(
                tuple(Add((a, b)) for a, b in zip(r, s, strict=True))
                for r, s in zip(total.rows, part.rows, strict=True)
            )
        )
    return total


def _product(factors: tuple[Node, ...]) -> Matrix | None:
    total: Matrix | None = None
    scalars: list[Node] = []
    for factor in factors:
        part = as_matrix(factor)
        if part is None:
            scalars.append(factor)
        else:
            total = part if total is None else _times(total, part)
            if total is None:
                return None
    if total is None or not scalars:
        return total
    return _mapped(total, lambda entry: Multiply((*scalars, entry)))


def _times(left: Matrix, right: Matrix) -> Matrix | None:
    rows, inner = shape(left)
    inner_right, columns = shape(right)
    if inner != inner_right or rows * columns * inner > _MOST_ENTRIES:
        return None
    if sum(size_and_depth(entry)[0] for row in left.rows for entry in row) * columns > _MOST_NODES:
        raise BeyondError
    by_column = tuple(zip(*right.rows, strict=True))
    return Matrix(tuple(tuple(_dot(row, column) for column in by_column) for row in left.rows))


def _dot(row: tuple[Node, ...], column: tuple[Node, ...]) -> Node:
    terms = tuple(Multiply((a, b)) for a, b in zip(row, column, strict=True))
    value = constant(Add(terms)) if len(terms) > 1 else constant(terms[0])
    if value is not None:
        return Number(value)
    return terms[0] if len(terms) == 1 else Add(terms)


def shape(matrix: Matrix) -> tuple[int, int]:
    """Rows and columns."""
    return len(matrix.rows), len(matrix.rows[0])
