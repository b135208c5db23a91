"""What names, entries and written matrices stand for in an array expression."""

from __future__ import annotations

from collections.abc import Callable

from flint import fmpq

from fullmarks.compare.arrays.entries import entry, span
from fullmarks.compare.arrays.maker import ByNode, Maker, Run, beyond
from fullmarks.compare.arrays.place import Place, UnfitError
from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.compare.arrays.values import (
    ArrayValue,
    Identity,
    Table,
    identity,
    number,
    table,
)
from fullmarks.compare.arrays.words import said
from fullmarks.compare.evaluation.undefined import BeyondError, UndefinedError
from fullmarks.expr.nodes import (
    Divide,
    Indexed,
    Matrix,
    Node,
    Number,
    Symbol,
)


def _symbol(maker: Maker, node: Symbol) -> Run:
    name = node.name
    if name in maker.arrays.shapes:
        return lambda at: number(at.table(name))
    if (base := maker.primed(name)) is not None:
        return lambda at: number(at.table(base).transpose())
    unit = Identity(fmpq(1))
    return lambda _: unit


def _indexed(maker: Maker, node: Indexed) -> Run:
    name = maker.arrays.of_entries(node.base)
    if name is None:
        return _sized_identity(maker, node)
    if node.base == name and _is_mark(maker, name, node.indices):
        return lambda at: number(at.table(name))
    match node.indices:
        case (Number(_, spelling),) if _is_matrix(maker.arrays, name) and spelling and len(spelling) == 2:
            places = tuple(span(fmpq(int(digit))) for digit in spelling)  # x_{12}: row 1, column 2
            return lambda at: entry(at.table(name), places)
    indices = [_index(maker, index) for index in node.indices]
    return lambda at: entry(at.table(name), tuple([index(at) for index in indices]))


def _index(maker: Maker, node: Node) -> Callable[[Place], range]:
    """What an index goes over. A colon is read as a quotient: where its sides count up, ``a:b`` are the numbers from a to b."""
    if not isinstance(node, Divide):
        run = maker.make(node)
        return lambda at: span(whole(at, run))
    numerator, denominator = maker.make(node.numerator), maker.make(node.denominator)

    def over(at: Place) -> range:
        first, last = whole(at, numerator), whole(at, denominator)
        if first > last and last == 0:
            raise UndefinedError("pole")
        return span(first, last) if first <= last else span(first / last)

    return over


def _is_mark(maker: Maker, name: str, indices: tuple[Node, ...]) -> bool:
    """Whether a subscript only marks an array, as in W_t or w_{new}: free letters, more or fewer than an entry's indices."""
    sides = 2 if _is_matrix(maker.arrays, name) else 1
    return len(indices) != sides and all(isinstance(one, Symbol) and maker.is_free(one.name) for one in indices)


def _is_matrix(arrays: Arrays, name: str) -> bool:
    """Whether an array has neither one row nor one column by its declaration."""
    return all(not (isinstance(side, Number) and side.value == 1) for side in arrays.shapes[name].sides)


def whole(at: Place, index: Run) -> fmpq:
    """An index or a size; raises BeyondError for what is no exact number."""
    value = index(at)
    if not isinstance(value, fmpq):
        raise BeyondError
    return value


def _sized_identity(maker: Maker, node: Indexed) -> Run:
    sizes = maker.several(node.indices)
    if len(set(node.indices)) != 1:
        return beyond
    size = sizes[0]

    def unsized() -> str:
        text = said(node.indices[0])
        return f"I_{text} has no size here: {text} is not a size that is declared."

    def run(at: Place) -> ArrayValue:
        length = whole(at, size)
        if length.q != 1 or not 1 <= length <= at.evaluator.limits.matrix_side:
            raise UnfitError(unsized)
        return number(identity(int(length.p), fmpq(1)))

    return run


def _matrix(maker: Maker, node: Matrix) -> Run:
    rows, columns = len(node.rows), len(node.rows[0])
    entries = maker.several(tuple(one for row in node.rows for one in row))

    def run(at: Place) -> ArrayValue:
        values = [one(at) for one in entries]
        scalars = [value for value in values if not isinstance(value, Table | Identity)]
        if len(scalars) < len(values):
            raise BeyondError
        return number(table(rows, columns, scalars))

    return run


NAMES: ByNode = {Symbol: _symbol, Indexed: _indexed, Matrix: _matrix}
