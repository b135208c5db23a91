"""Where two values of array expressions differ: in shape, or in an entry."""

from __future__ import annotations

from flint import acb, arb, fmpq

from fullmarks.compare.arrays.values import ArrayValue, Identity, Table, entries, identity, shape, table
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.records import frozen

_CLOSE = arb(2) ** -96
"""Balls that lie so near to each other, beside their size, are taken for equal."""
_ZERO = fmpq(0)


@frozen
class Difference:
    """What differs: the shapes (``place`` is None), or an entry by its place, with both values there."""

    place: tuple[int, int] | None = None
    values: tuple[Value, Value] | None = None
    sure: bool = True
    """Whether the values certainly differ; False where the balls neither part nor come near."""


def difference(first: ArrayValue, second: ArrayValue) -> Difference | None:
    """The first difference of two values, a sure one where there is one; None where they are equal, or agree to many bits."""
    one, other = _alike(first, second)
    if isinstance(one, Identity) or isinstance(other, Identity):
        if not (isinstance(one, Identity) and isinstance(other, Identity)):
            return Difference()
        one, other = one.factor, other.factor
    if not isinstance(one, Table) and not isinstance(other, Table):
        return _of_numbers(one, other, (1, 1))
    if not (isinstance(one, Table) and isinstance(other, Table)) or shape(one) != shape(other):
        return Difference()
    return _of_entries(one, other)


def _alike(first: ArrayValue, second: ArrayValue) -> tuple[ArrayValue, ArrayValue]:
    """Zero as the zero matrix, and the identity at its size, where the other value says which."""
    return _as(first, second), _as(second, first)


def _as(value: ArrayValue, other: ArrayValue) -> ArrayValue:
    zero = isinstance(value, fmpq) and value == 0
    if zero and isinstance(other, Identity):
        return Identity(_ZERO)
    if not isinstance(other, Table):
        return value
    rows, columns = shape(other)
    if zero:
        return table(rows, columns, [_ZERO] * (rows * columns))
    if isinstance(value, Identity) and rows == columns:
        return identity(rows, value.factor)
    return value


def _of_entries(first: Table, second: Table) -> Difference | None:
    unsure: Difference | None = None
    width = first.ncols()
    for number, (one, other) in enumerate(zip(entries(first), entries(second), strict=True)):
        row, column = divmod(number, width)
        found = _of_numbers(one, other, (row + 1, column + 1))
        if found is not None and found.sure:
            return found
        unsure = unsure or found
    return unsure


def _of_numbers(first: Value, second: Value, place: tuple[int, int]) -> Difference | None:
    if isinstance(first, fmpq) and isinstance(second, fmpq):
        return None if first == second else Difference(place, (first, second))
    if isinstance(first, acb) or isinstance(second, acb):
        raise BeyondError
    one, other = arb(first), arb(second)
    apart = one - other
    if not apart.contains(0):
        return Difference(place, (first, second))
    size = abs(one).upper() + abs(other).upper()
    near = abs(apart).upper() <= _CLOSE * (size + 1)
    return None if near else Difference(place, (first, second), sure=False)
