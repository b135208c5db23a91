"""An array expression made ready to be evaluated at many points: one closure a node, as ``program`` does it for scalars.

What mentions no array is a scalar's program. A product side by side is the matrix product of arrays and the multiple by a number;
0 is the zero matrix of any shape, and I the identity of any size that fits. Whatever does not fit raises UnfitError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from fullmarks.compare import integers, powers
from fullmarks.compare.array_chain import chain
from fullmarks.compare.array_entries import entry
from fullmarks.compare.array_functions import call, unknown_table
from fullmarks.compare.array_operations import BY_MEANING, OF_TWO
from fullmarks.compare.array_place import Place, UnfitError
from fullmarks.compare.array_shapes import IDENTITY, Arrays
from fullmarks.compare.array_values import (
    ArrayValue,
    Identity,
    Table,
    identity,
    multiple,
    number,
    plus,
    power,
    shape,
    table,
    times,
)
from fullmarks.compare.array_words import TRANSPOSED, factor, listed, said, term
from fullmarks.compare.program import program
from fullmarks.compare.undefined import BeyondError
from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Divide,
    Indexed,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Operation,
    Power,
    Symbol,
)
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import children

Run = Callable[[Place], ArrayValue]
_MOST_POWER = 64


@dataclass(frozen=True, slots=True)
class ArrayProgram:
    """What to run, and how many nodes a run visits."""

    run: Run
    size: int

    def value(self, at: Place) -> ArrayValue:
        """What the expression comes to there; raises NoValueError, and UnfitError where shapes do not fit."""
        at.evaluator.spend(self.size)
        return self.run(at)


def array_program(tree: Node, arrays: Arrays, declared: AbstractSet[str]) -> ArrayProgram:
    """The program of a tree; ``declared`` are the names of scalars. What has no evaluation raises BeyondError when it is run."""
    maker = _Maker(arrays, declared)
    return ArrayProgram(maker.make(tree), maker.size)


class _Maker:
    """Makes one program, and measures it."""

    __slots__ = ("_mentions", "arrays", "bound", "declared", "size")

    def __init__(self, arrays: Arrays, declared: AbstractSet[str]) -> None:
        self.arrays = arrays
        self.declared = declared
        self.bound: list[str] = []
        self.size = 0
        self._mentions: dict[int, bool] = {}

    def make(self, node: Node) -> Run:
        self.size += 1
        if not self.mentions(node):
            made = program(node)
            return lambda at: at.evaluator.run(made)
        make = _BY_NODE.get(type(node))
        return make(self, node) if make is not None else _beyond

    def several(self, nodes: tuple[Node, ...]) -> tuple[Run, ...]:
        return tuple([self.make(node) for node in nodes])

    def mentions(self, node: Node) -> bool:
        """Whether there is an array in a tree: a declared one, an entry, an identity, or one that is written out."""
        found = self._mentions.get(id(node))
        if found is None:
            found = self._is_array(node) or any(self.mentions(child) for child in children(node))
            self._mentions[id(node)] = found
        return found

    def _is_array(self, node: Node) -> bool:
        match node:
            case Symbol(name):
                return name in self.arrays.shapes or self.is_identity(name) or self.primed(name) is not None
            case Indexed(base, _):
                return self.arrays.of_entries(base) is not None or self.is_identity(base)
        return isinstance(node, Matrix)

    def is_identity(self, name: str) -> bool:
        return name == IDENTITY and self.arrays.identity

    def primed(self, name: str) -> str | None:
        """The array that a prime behind its name transposes: ``X'``, unless that is declared itself."""
        base = name.removesuffix("'")
        return base if base != name and base in self.arrays.shapes and name not in self.declared else None

    def is_free(self, name: str) -> bool:
        """Whether a name stands for nothing that is declared or bound."""
        sizes = self.arrays.sizes[0].numbers if self.arrays.sizes else {}
        return not (name in self.declared or name in self.arrays.shapes or name in sizes or name in self.bound)


def _beyond(_: Place) -> ArrayValue:
    raise BeyondError


def _shapes(at: Place, *parts: tuple[str, ArrayValue]) -> str:
    """``A is n × m, B is m × n``."""
    return listed((what, at.describe(value)) for what, value in parts)


# names


def _symbol(maker: _Maker, node: Symbol) -> Run:
    name = node.name
    if name in maker.arrays.shapes:
        return lambda at: number(at.table(name))
    if (base := maker.primed(name)) is not None:
        return lambda at: number(at.table(base).transpose())
    unit = Identity(fmpq(1))
    return lambda _: unit


def _indexed(maker: _Maker, node: Indexed) -> Run:
    name = maker.arrays.of_entries(node.base)
    if name is None:
        return _sized_identity(maker, node)
    if node.base == name and _is_mark(maker, name, node.indices):
        return lambda at: number(at.table(name))
    match node.indices:
        case (Number(_, spelling),) if _is_matrix(maker.arrays, name) and spelling and len(spelling) == 2:
            places = tuple(fmpq(int(digit)) for digit in spelling)  # x_{12}: row 1, column 2
            return lambda at: entry(at.table(name), places)
    indices = maker.several(node.indices)
    return lambda at: entry(at.table(name), tuple([_whole(at, index) for index in indices]))


def _is_mark(maker: _Maker, name: str, indices: tuple[Node, ...]) -> bool:
    """Whether a subscript only marks an array, as in W_t or w_{new}: free letters, more or fewer than an entry's indices."""
    sides = 2 if _is_matrix(maker.arrays, name) else 1
    return len(indices) != sides and all(isinstance(one, Symbol) and maker.is_free(one.name) for one in indices)


def _is_matrix(arrays: Arrays, name: str) -> bool:
    """Whether an array has neither one row nor one column by its declaration."""
    return all(not (isinstance(side, Number) and side.value == 1) for side in arrays.shapes[name].sides)


def _whole(at: Place, index: Run) -> fmpq:
    value = index(at)
    if not isinstance(value, fmpq):
        raise BeyondError
    return value


def _sized_identity(maker: _Maker, node: Indexed) -> Run:
    sizes = maker.several(node.indices)
    if len(set(node.indices)) != 1:
        return _beyond
    size, text = sizes[0], said(node.indices[0])

    def run(at: Place) -> ArrayValue:
        length = _whole(at, size)
        if length.q != 1 or not 1 <= length <= at.evaluator.limits.matrix_side:
            raise UnfitError(f"I_{text} has no size here: {text} is not a size that is declared.")
        return number(identity(int(length.p), fmpq(1)))

    return run


def _matrix(maker: _Maker, node: Matrix) -> Run:
    rows, columns = len(node.rows), len(node.rows[0])
    entries = maker.several(tuple(one for row in node.rows for one in row))

    def run(at: Place) -> ArrayValue:
        values = [one(at) for one in entries]
        scalars = [value for value in values if not isinstance(value, Table | Identity)]
        if len(scalars) < len(values):
            raise BeyondError
        return number(table(rows, columns, scalars))

    return run


# sums and products


def _add(maker: _Maker, node: Add) -> Run:
    terms = node.terms
    runs = maker.several(terms)

    def run(at: Place) -> ArrayValue:
        values = [one(at) for one in runs]
        total = values[0]
        for place, value in enumerate(values[1:], 1):
            summed = plus(total, value)
            if summed is None:
                first, second = term(terms[place - 1]), term(terms[place])
                shapes = _shapes(at, (first, values[place - 1]), (second, value))
                raise UnfitError(f"{first} and {second} cannot be added: {shapes}.")
            total = summed
        return at.charge(total) if isinstance(total, Table) else total

    return run


def _negate(maker: _Maker, node: Negate) -> Run:
    operand, minus = maker.make(node.operand), fmpq(-1)
    return lambda at: multiple(operand(at), minus)


def _multiply(maker: _Maker, node: Multiply) -> Run:
    factors, runs = node.factors, maker.several(node.factors)
    return lambda at: chain(at, factors, tuple([factor(at) for factor in runs]))


def _divide(maker: _Maker, node: Divide) -> Run:
    numerator, denominator = maker.make(node.numerator), maker.make(node.denominator)
    text = factor(node.denominator)

    def run(at: Place) -> ArrayValue:
        above, below = numerator(at), denominator(at)
        if isinstance(below, Table | Identity):
            raise UnfitError(f"Nothing can be divided by {text}, which is {at.describe(below)}.")
        if not isinstance(above, Table | Identity):
            return at.evaluator.quotient(above, below)
        return multiple(above, at.evaluator.quotient(fmpq(1), below))

    return run


def _power(maker: _Maker, node: Power) -> Run:
    match node.exponent:
        case Symbol(name) if name in TRANSPOSED and maker.is_free(name):
            return _call(maker, Call("transpose", (node.base,)))
        case Negate(Symbol(name)) if name in TRANSPOSED and maker.is_free(name):
            return _call(maker, Call("transpose", (Call("inverse", (node.base,)),)))
    base, exponent = maker.make(node.base), maker.make(node.exponent)
    if node.base == Constant("e"):
        return lambda at: _exponential(at, exponent(at))
    text = factor(node.base)

    def run(at: Place) -> ArrayValue:
        below, above = base(at), exponent(at)
        if isinstance(above, Table | Identity):
            raise BeyondError
        if isinstance(below, Identity):
            return Identity(powers.power(below.factor, above, at.evaluator.exact_bits, in_complex=False))
        if not isinstance(below, Table):
            return powers.power(below, above, at.evaluator.exact_bits, in_complex=False)
        rows, columns = shape(below)
        if rows != columns:
            inverted = above == -1
            what = "has no inverse" if inverted else "cannot be raised to a power"
            raise UnfitError(f"{text} {what}: it is {at.describe(below)}.")
        if not isinstance(above, fmpq) or above.q != 1 or abs(above) > _MOST_POWER:
            raise BeyondError
        return at.charge(power(below, int(above.p)))

    return run


def _exponential(at: Place, value: ArrayValue) -> ArrayValue:
    if isinstance(value, Identity):
        raise BeyondError
    return unknown_table(at, "exp", value) if isinstance(value, Table) else at.evaluator.function("exp", value)


def _operation(maker: _Maker, node: Operation) -> Run:
    left, right = maker.make(node.left), maker.make(node.right)
    meaning = maker.arrays.meaning(node.operator)
    operate = None if meaning is None else BY_MEANING[meaning]

    def run(at: Place) -> ArrayValue:
        first, second = left(at), right(at)
        if not isinstance(first, Table) or not isinstance(second, Table):
            return _with_a_number(first, second)
        if operate is None:
            raise BeyondError
        made = operate(first, second)
        if made is None:
            one, other = factor(node.left), factor(node.right)
            shapes = _shapes(at, (one, first), (other, second))
            raise UnfitError(f"{one} {node.operator} {other} cannot be formed: {shapes}.")
        return number(at.charge(made))

    return run


def _with_a_number(first: ArrayValue, second: ArrayValue) -> ArrayValue:
    """Between a number and an array every sign is the multiple; of the identity of any size nothing else is known."""
    if not isinstance(first, Table | Identity):
        return multiple(second, first)
    if not isinstance(second, Table | Identity):
        return multiple(first, second)
    raise BeyondError


# functions and indexed sums


def _call(maker: _Maker, node: Call) -> Run:
    name, arguments, mode = _with_mode(node)
    runs = maker.several(arguments)

    def run(at: Place) -> ArrayValue:
        values = tuple([argument(at) for argument in runs])
        made = call(at, name, values, mode)
        if made is None:
            shapes = _shapes(at, *zip(map(said, arguments), values, strict=True))
            raise UnfitError(f"{said(node)} cannot be formed: {shapes}.")
        return made

    return run


def _with_mode(node: Call) -> tuple[str, tuple[Node, ...], str]:
    """A function, its arguments, and the word behind them: ``full`` in ``conv2d(X, Y, full)``, ``F`` of a norm."""
    arrays = 2 if node.function in OF_TWO else 1 if node.function == "norm" else len(node.arguments)
    words = [plain(argument).strip('"').split()[-1] for argument in node.arguments[arrays:]]
    return node.function, node.arguments[:arrays], " ".join(words)


def _big(maker: _Maker, node: BigOperator) -> Run:
    lower, upper = maker.make(node.lower), maker.make(node.upper)
    before_body = maker.size
    maker.bound.append(node.index)
    body = maker.make(node.body)
    maker.bound.pop()
    size, name, is_sum = maker.size - before_body, node.index, node.kind == "sum"

    def run(at: Place) -> ArrayValue:
        evaluator = at.evaluator
        indices = integers.index_range(_whole(at, lower), _whole(at, upper), evaluator.limits.sum_terms)
        before = evaluator.point.get(name)
        total: ArrayValue = fmpq(0) if is_sum else fmpq(1)
        try:
            for index in indices:
                evaluator.spend(size)
                evaluator.point[name] = fmpq(index)
                term = body(at)
                summed = plus(total, term) if is_sum else times(total, term)
                if summed is None:
                    raise UnfitError(f"The terms {said(node.body)} do not fit together.")
                total = at.charge(summed) if isinstance(summed, Table) else summed
        finally:
            if before is None:
                evaluator.point.pop(name, None)
            else:
                evaluator.point[name] = before
        return total

    return run


_BY_NODE: Mapping[type[Node], Callable[[_Maker, Any], Run]] = {  # each takes its own kind of node
    Symbol: _symbol,
    Indexed: _indexed,
    Matrix: _matrix,
    Add: _add,
    Negate: _negate,
    Multiply: _multiply,
    Divide: _divide,
    Power: _power,
    Operation: _operation,
    Call: _call,
    BigOperator: _big,
}
