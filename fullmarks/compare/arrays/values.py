"""Values of array expressions: exact matrices over the rationals, matrices of balls, numbers, and the identity of any size.

A matrix of one row and one column is a number: xᵀy times a vector is a multiple of it. Vectors are columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from flint import acb, arb, arb_mat, fmpq, fmpq_mat

from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, UncertainError, UndefinedError
from fullmarks.records import frozen

Table = fmpq_mat | arb_mat
"""A matrix of exact rationals, or of balls."""


@frozen
class Identity:
    """A multiple of the identity matrix of whatever size fits."""

    factor: Value


ArrayValue = fmpq | arb | acb | Table | Identity
_MOST_ENTRIES = 4_096


def shape(table: Table) -> tuple[int, int]:
    """Rows and columns."""
    return table.nrows(), table.ncols()


def entries(matrix: Table) -> list[Value]:
    """The entries, row by row."""
    return cast("list[Value]", matrix.entries())  # all of one kind, which is one of a Value's


def rows_of(matrix: Table) -> list[list[Value]]:
    """The entries by rows."""
    listed, width = entries(matrix), matrix.ncols()
    return [listed[start : start + width] for start in range(0, len(listed), width)]


def table(rows: int, columns: int, values: Iterable[Value]) -> Table:
    """The matrix of entries by rows; raises BeyondError for complex ones, and for too many."""
    listed = list(values)
    if rows * columns > _MOST_ENTRIES:
        raise BeyondError
    exact = [entry for entry in listed if isinstance(entry, fmpq)]
    if len(exact) == len(listed):
        return fmpq_mat(rows, columns, exact)
    balls = [entry for entry in listed if not isinstance(entry, acb)]
    if len(balls) < len(listed):
        raise BeyondError
    return arb_mat(rows, columns, balls)


def number(value: Table) -> Value | Table:
    """The only entry of a matrix of one row and column; any other matrix as it is."""
    return value[0, 0] if shape(value) == (1, 1) else value


def identity(size: int, factor: Value) -> Table:
    """A multiple of the identity matrix of a size."""
    zero = fmpq(0)
    return table(size, size, (factor if row == column else zero for row in range(size) for column in range(size)))


def scaled(matrix: Table, factor: Value) -> Table:
    """The matrix with every entry times a number."""
    if isinstance(factor, acb):
        raise BeyondError
    if isinstance(factor, arb):
        return arb_mat(matrix) * factor
    return matrix * factor


def added(first: Table, second: Table) -> Table:
    """The sum of two matrices of one shape."""
    if isinstance(first, fmpq_mat) and isinstance(second, fmpq_mat):
        return first + second
    return arb_mat(first) + arb_mat(second)


def multiplied(first: Table, second: Table) -> Table:
    """The matrix product of matrices whose inner sizes fit."""
    if isinstance(first, fmpq_mat) and isinstance(second, fmpq_mat):
        return first * second
    return arb_mat(first) * arb_mat(second)


def inverse(matrix: Table) -> Table:
    """The inverse of a square matrix; raises UndefinedError where it has none."""
    try:
        return matrix.inv()
    except ZeroDivisionError:
        if isinstance(matrix, fmpq_mat):
            raise UndefinedError("pole") from None
        raise UncertainError from None


def entry_by_entry(matrix: Table, change: Callable[[Value], Value]) -> Table:
    """The matrix with every entry changed."""
    return table(*shape(matrix), map(change, entries(matrix)))


def power(matrix: Table, exponent: int) -> Table:
    """A square matrix to a whole power; to a negative one, that of its inverse."""
    return inverse(matrix) ** -exponent if exponent < 0 else matrix**exponent


def plus(first: ArrayValue, second: ArrayValue) -> ArrayValue | None:
    """The sum; None where the shapes do not fit. The number zero is the zero matrix of any shape, and no other number is a matrix."""
    for one, other in ((first, second), (second, first)):
        if isinstance(one, fmpq) and one == 0:
            return other
        if isinstance(one, Identity) and isinstance(other, Table):
            rows, columns = shape(other)
            return number(added(identity(rows, one.factor), other)) if rows == columns else None
    if isinstance(first, Table) and isinstance(second, Table):
        return number(added(first, second)) if shape(first) == shape(second) else None
    if isinstance(first, Identity) and isinstance(second, Identity):
        return Identity(first.factor + second.factor)
    if isinstance(first, Table | Identity) or isinstance(second, Table | Identity):
        return None
    return first + second


def multiple(value: ArrayValue, factor: Value) -> ArrayValue:
    """A value times a number."""
    if isinstance(value, Identity):
        return Identity(factor * value.factor)
    return scaled(value, factor) if isinstance(value, Table) else factor * value


def times(first: ArrayValue, second: ArrayValue) -> ArrayValue | None:
    """The product, of matrices in this order; None where the shapes do not fit."""
    if isinstance(first, Identity):
        return multiple(second, first.factor)
    if isinstance(second, Identity):
        return multiple(first, second.factor)
    if not isinstance(first, Table):
        return multiple(second, first)
    if not isinstance(second, Table):
        return multiple(first, second)
    return number(multiplied(first, second)) if first.ncols() == second.nrows() else None
