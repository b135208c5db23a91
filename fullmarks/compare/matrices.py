"""Matrices: sums, multiples, products and transposes of written ones worked out, then entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import fmpq, fmpq_mat

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.expr.nodes import Add, Call, Divide, Listing, Matrix, Multiply, Negate, Node, Number, Power
from fullmarks.expr.walk import size_and_depth

_MOST_ENTRIES = 4_096
_MOST_NODES = 20_000
_MOST_FACTORS = 8


def as_matrix(node: Node) -> Matrix | None:
    """The matrix that a tree is, entries as trees; None if it is none or its sizes do not fit.

    Raises BeyondError where the entries of a product would grow past all bounds, and for an inverse that is not worked out.
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
        case Power(base, exponent) if (count := constant(exponent)) and count.denominator == 1:
            inner = as_matrix(base)
            return None if inner is None else _power(inner, int(count))
        case Call("inverse", (operand,)):
            inner = as_matrix(operand)
            return None if inner is None else _power(inner, -1)
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


def matrix_within_bounds(node: Node) -> Matrix | None:
    """``as_matrix``, and None too for one that is past the bounds."""
    try:
        return as_matrix(node)
    except BeyondError:
        return None


def _mapped(matrix: Matrix, change: Callable[[Node], Node]) -> Matrix:
    return Matrix(tuple(tuple(change(entry) for entry in row) for row in matrix.rows))


def _added(parts: list[Matrix | None]) -> Matrix | None:
    matrices = [part for part in parts if part is not None]
    if len(matrices) < len(parts) or len({shape(matrix) for matrix in matrices}) != 1:
        return None
    if len(matrices) == 1:
        return matrices[0]
    rows = zip(*(matrix.rows for matrix in matrices), strict=True)
    return Matrix(tuple(tuple(map(Add, zip(*row, strict=True))) for row in rows))


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


def _power(matrix: Matrix, exponent: int) -> Matrix | None:
    """A power of a square matrix, below zero that of its inverse; None where it has none."""
    if shape(matrix)[0] != shape(matrix)[1]:
        return None
    if abs(exponent) > _MOST_FACTORS:
        raise BeyondError
    base = matrix if exponent > 0 else _inverse(matrix)
    power = base
    for _ in range(abs(exponent) - 1):
        power = None if power is None or base is None else _times(power, base)
    return power


def _inverse(matrix: Matrix) -> Matrix | None:
    """The inverse of a matrix of numbers, or of two rows of anything; None where it is singular, BeyondError for others."""
    numbers = [number for row in matrix.rows for entry in row if (number := constant(entry)) is not None]
    rows, columns = shape(matrix)
    if len(numbers) == rows * columns:
        written = fmpq_mat(rows, columns, [fmpq(number.numerator, number.denominator) for number in numbers])
        if written.det() == 0:
            return None
        entries = [[Number(Fraction(int(entry.p), int(entry.q))) for entry in row] for row in written.inv().tolist()]
        return Matrix(tuple(map(tuple, entries)))
    match matrix.rows:
        case ((a, b), (c, d)):
            determinant = Add((Multiply((a, d)), Negate(Multiply((b, c)))))
            return _mapped(Matrix(((d, Negate(b)), (Negate(c), a))), lambda entry: Divide(entry, determinant))
    raise BeyondError


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
