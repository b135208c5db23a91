"""Matrices as tuples of rows, and what prefix forms may do with them. Exact where the entries are fractions."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

Entry: TypeAlias = Any  # a Fraction, mpf or mpc: whatever can be added and multiplied
Matrix: TypeAlias = tuple[tuple[Entry, ...], ...]
Value: TypeAlias = Any  # a matrix or an entry


class ShapeMismatchError(ArithmeticError):
    """Two arrays don't fit: a difference, not a fault of the row."""


def shape(a: Matrix) -> tuple[int, int]:
    return len(a), len(a[0])


def multiply(a: Matrix, b: Matrix) -> Matrix:
    """The matrix product."""
    if shape(a)[1] != shape(b)[0]:
        raise ShapeMismatchError(f"{shape(a)} times {shape(b)}")
    columns = transpose(b)
    return tuple(tuple(_dot(row, column) for column in columns) for row in a)


def _dot(row: tuple[Entry, ...], column: tuple[Entry, ...]) -> Entry:
    total: Entry = Fraction(0)
    for a, b in zip(row, column, strict=True):
        total = total + a * b
    return total


def transpose(a: Matrix) -> Matrix:
    return tuple(zip(*a, strict=True))


def flip(a: Matrix) -> Matrix:
    """Half a turn: rows and columns reversed."""
    return tuple(tuple(reversed(row)) for row in reversed(a))


def valid_correlation(a: Matrix, b: Matrix) -> Matrix:
    """The smaller array slides over the larger, not flipped, no padding."""
    (rows, columns), (height, width) = shape(a), shape(b)
    if height > rows or width > columns:
        return valid_correlation(b, a)
    return tuple(
        tuple(
            sum((a[i + h][j + k] * b[h][k] for h in range(height) for k in range(width)), Fraction(0))
            for j in range(columns - width + 1)
        )
        for i in range(rows - height + 1)
    )


def full_correlation(a: Matrix, b: Matrix) -> Matrix:
    """The second array slides over the first, which zeros surround; not flipped."""
    height, width = shape(b)
    blank = Fraction(0)
    middle = [(blank,) * (width - 1) + tuple(row) + (blank,) * (width - 1) for row in a]
    border = [(blank,) * len(middle[0])] * (height - 1)
    return valid_correlation(tuple(border + middle + border), b)


def inverse(a: Matrix) -> Matrix:
    """Gauss and Jordan; a singular matrix raises ZeroDivisionError."""
    size = len(a)
    rows = [list(row) + [Fraction(int(i == j)) for j in range(size)] for i, row in enumerate(a)]
    for i in range(size):
        pivot = next((r for r in range(i, size) if rows[r][i] != 0), None)
        if pivot is None:
            raise ZeroDivisionError("a singular matrix has no inverse")
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [entry / rows[i][i] for entry in rows[i]]
        for r in range(size):
            if r != i:
                rows[r] = [entry - rows[r][i] * above for entry, above in zip(rows[r], rows[i], strict=True)]
    return tuple(tuple(row[size:]) for row in rows)


def determinant(a: Matrix) -> Entry:
    """By the first row; for the small matrices here."""
    if len(a) == 1:
        return a[0][0]
    minors = [tuple(row[:j] + row[j + 1 :] for row in a[1:]) for j in range(len(a))]
    return sum((-1) ** j * a[0][j] * determinant(minor) for j, minor in enumerate(minors))


def identity(size: Fraction) -> Matrix:
    return tuple(tuple(Fraction(int(i == j)) for j in range(int(size))) for i in range(int(size)))


def _entrywise(operation: Callable[[Entry, Entry], Entry], a: Matrix, b: Matrix) -> Matrix:
    if shape(a) != shape(b):
        raise ShapeMismatchError(f"{shape(a)} beside {shape(b)}")
    return tuple(tuple(operation(x, y) for x, y in zip(p, q, strict=True)) for p, q in zip(a, b, strict=True))


def _scaled(factor: Entry, a: Matrix) -> Matrix:
    return tuple(tuple(factor * entry for entry in row) for row in a)


def _star(a: Value, b: Value) -> Value:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return multiply(a, b)
    return _scaled(a, b) if isinstance(b, tuple) else _scaled(b, a)


def _plus(x: Entry, y: Entry) -> Entry:
    return x + y


def _minus(x: Entry, y: Entry) -> Entry:
    return x - y


OPERATIONS: dict[str, Callable[..., Any]] = {
    "T": transpose,
    "flip": flip,
    "inv": inverse,
    "det": determinant,
    "tr": lambda a: sum((a[i][i] for i in range(len(a))), Fraction(0)),
    "I": identity,
    "corr": valid_correlation,
    "fullcorr": full_correlation,
    "had": lambda a, b: _entrywise(lambda x, y: x * y, a, b),
}


def apply(head: str, members: list[Value]) -> Value:
    """One operation on members of which some are matrices."""
    if head in OPERATIONS:
        return OPERATIONS[head](*members)
    if head == "-" and len(members) == 1:
        return _scaled(Fraction(-1), members[0])
    if head == "/":
        return _scaled(1 / members[1], members[0])
    if head == "^" and members[1] >= 1:
        return apply("*", [members[0]] * int(members[1]))
    total = members[0]
    for member in members[1:]:
        if head == "*":
            total = _star(total, member)
        elif head in "+-" and isinstance(total, tuple) and isinstance(member, tuple):
            total = _entrywise(_plus if head == "+" else _minus, total, member)
        else:
            raise ShapeMismatchError(f"{head} of a matrix and a number")
    return total
