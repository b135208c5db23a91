"""Functions whose arguments are arrays, or come of arrays.

Of what has no single meaning for arrays (the exponential of a matrix, or of its entries?) only this is used: equal arguments give
equal values. A difference then says nothing, and the comparison is left to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flint import fmpq, fmpq_mat

from fullmarks.compare.arrays.operations import IN_FULL, OF_ONE, OF_TWO
from fullmarks.compare.arrays.place import Place
from fullmarks.compare.arrays.values import (
    ArrayValue,
    Identity,
    Table,
    entries,
    entry_by_entry,
    inverse,
    number,
    shape,
    table,
)
from fullmarks.compare.evaluation import powers
from fullmarks.compare.evaluation.function_values import BY_FUNCTION, Run
from fullmarks.compare.evaluation.special import REAL, Value
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.expr.functions import FUNCTIONS

ENTRY_BY_ENTRY = frozenset(("sign", "tanh", "erf"))
"""Known functions that mean one thing only for an array; so does every function that is not known."""
FROBENIUS = "F"
_HALF = fmpq(1, 2)
_Square = Callable[[Place, Table], ArrayValue]


def _determinant(at: Place, matrix: Table) -> Value:
    return matrix.det()


def _trace(at: Place, matrix: Table) -> Value:
    total: Value = fmpq(0)
    for place in range(matrix.nrows()):
        total = total + matrix[place, place]
    return total


OF_SQUARES: Mapping[str, _Square] = {
    "det": _determinant,
    "abs": _determinant,
    "trace": _trace,
    "inverse": lambda at, matrix: number(at.charge(inverse(matrix))),
}
"""Functions of a square matrix; bars around one mean its determinant."""


def call(at: Place, name: str, values: tuple[ArrayValue, ...], mode: str) -> ArrayValue | None:
    """A function's value; None where it has none for arrays of these shapes.

    ``mode`` is the word that may stand behind its arguments: ``full`` for a convolution, ``F`` for a norm.
    """
    match values:
        case (Identity(factor),) if name in ("transpose", "inverse"):
            return Identity(factor if name == "transpose" else at.evaluator.quotient(fmpq(1), factor))
        case (first, second) if name in OF_TWO:
            return _of_two(at, name, first, second, mode)
        case (matrix,) if isinstance(matrix, Table):
            return _norm(at, matrix, mode) if name == "norm" else _of_table(at, name, matrix)
    scalars = tuple(value for value in values if not isinstance(value, Table | Identity))
    if len(scalars) < len(values):
        raise BeyondError
    return _of_scalars(at, name, scalars)


def _of_two(at: Place, name: str, first: ArrayValue, second: ArrayValue, mode: str) -> ArrayValue | None:
    if isinstance(first, Identity) or isinstance(second, Identity):
        raise BeyondError
    one, other = (value if isinstance(value, Table) else table(1, 1, (value,)) for value in (first, second))
    operate = (IN_FULL if mode == "full" else OF_TWO).get(name)
    if operate is None or mode not in ("", "full", "valid"):
        raise BeyondError
    made = operate(one, other)
    return None if made is None else number(at.charge(made))


def _of_table(at: Place, name: str, matrix: Table) -> ArrayValue | None:
    if name in OF_ONE:
        made = OF_ONE[name](matrix)
        return None if made is None else number(at.charge(made))
    if name in OF_SQUARES:
        rows, columns = shape(matrix)
        return OF_SQUARES[name](at, matrix) if rows == columns else None
    if name == "rank" and isinstance(matrix, fmpq_mat):
        return fmpq(matrix.rank())
    if name in ENTRY_BY_ENTRY or name not in FUNCTIONS:
        return entry_by_entry(matrix, lambda entry: _of_scalars(at, name, (entry,)))
    return unknown_table(at, name, matrix)


def unknown_table(at: Place, name: str, matrix: Table) -> Table:
    """A matrix of the same shape that stands for an unknown one, the same for the same matrix."""
    at.opaque = True
    rows, columns = shape(matrix)
    seed = at.unknown(f"{name} {rows} {columns}", entries(matrix))
    return table(rows, columns, (at.unknown(name, (seed, fmpq(place))) for place in range(rows * columns)))


def _norm(at: Place, matrix: Table, mode: str) -> Value:
    """The length of a vector, the Frobenius norm of a matrix where it is named; any other norm is unknown."""
    if mode == FROBENIUS or (1 in shape(matrix) and mode in ("", "2")):
        squares: Value = fmpq(0)
        for entry in entries(matrix):
            squares = squares + entry * entry
        return powers.power(squares, _HALF, at.evaluator.exact_bits, in_complex=False)
    at.opaque = True
    return at.unknown(f"norm {mode} {shape(matrix)}", entries(matrix))


def _of_scalars(at: Place, name: str, values: tuple[Value, ...]) -> Value:
    if name in ("transpose", "trace", "det"):
        return values[0]
    if name == "inverse":
        return at.evaluator.quotient(fmpq(1), values[0])
    special = BY_FUNCTION.get(name)
    if special is not None:
        return special(tuple([_constantly(value) for value in values]))(at.evaluator)
    if len(values) == 1 and name in REAL:
        return at.evaluator.function(name, values[0])
    return at.unknown(name, values)


def _constantly(value: Value) -> Run:
    return lambda _: value
