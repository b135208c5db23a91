"""A tree made ready to be evaluated at many points: one closure a node, numbers worked out once.

Making a program costs about as much as running it; running is several times faster than walking the tree each time. The size
says what a run takes from the budget; what loops (indexed sums) pays for each further round itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from flint import acb, arb, fmpq

from fullmarks.compare.evaluation import integers, powers
from fullmarks.compare.evaluation.conditions import holds, sides
from fullmarks.compare.evaluation.function_values import BY_FUNCTION, Run, log_ratio
from fullmarks.compare.evaluation.indices import RunPlace, place
from fullmarks.compare.evaluation.special import COMPLEX, REAL, Value, real_part
from fullmarks.compare.evaluation.undefined import BeyondError, UndefinedError
from fullmarks.compare.matrices import matrix_within_bounds
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Divide,
    Indexed,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Piecewise,
    Power,
    Quantity,
    Symbol,
)
from fullmarks.expr.walk import symbols
from fullmarks.records import record

if TYPE_CHECKING:
    from fullmarks.compare.evaluation.evaluate import Evaluator

__all__ = ["Program", "Run", "program"]

_HUNDRED = fmpq(100)
_TERMS_OF_NESTED = 80
"""The most terms of a sum in which a sum stands, where points say how many; fewer where more stand in one another, since their
product is what is paid. Where the bounds are written as numbers there is but one such product, and the budget bounds it."""


@record
class Program:
    """What to run, how many nodes a run visits, and the bits of the largest number written in the tree."""

    run: Run
    size: int
    height: int


def program(tree: Node) -> Program:
    """The program of a tree; what has no evaluation raises BeyondError when it is run."""
    maker = _Maker()
    return Program(maker.make(tree), maker.size, maker.height)


class _Maker:
    """Makes one program, and measures it."""

    __slots__ = ("bound", "height", "levels", "size")

    def __init__(self) -> None:
        self.size = 0
        self.height = 0
        self.bound: frozenset[str] = frozenset()
        """The indices of the sums around what is being made."""
        self.levels = 0
        """How deep indexed sums stand in one another in what was made last."""

    def make(self, node: Node) -> Run:
        self.size += 1
        make = _BY_NODE.get(type(node))
        return make(self, node) if make is not None else _beyond

    def several(self, nodes: tuple[Node, ...]) -> tuple[Run, ...]:
        return tuple([self.make(node) for node in nodes])


def _beyond(_: Evaluator) -> Value:
    raise BeyondError


def _number(maker: _Maker, node: Number) -> Run:
    value = fmpq(node.value.numerator, node.value.denominator)
    height = value.height_bits()
    maker.height = max(maker.height, height)
    return lambda _: value


def _symbol(_: _Maker, node: Symbol) -> Run:
    name = node.name

    def run(at: Evaluator) -> Value:
        value = at.point.get(name)
        if value is None:
            raise BeyondError
        return value

    return run


def _undefined(_: Evaluator) -> Value:
    raise UndefinedError("nowhere")


_CONSTANTS: Mapping[str, Run] = {
    "pi": lambda _: arb.pi(),
    "e": lambda _: arb.const_e(),
    "i": lambda _: acb(0, 1),
    "undefined": _undefined,
}


def _constant(_: _Maker, node: Constant) -> Run:
    return _CONSTANTS.get(node.name, _beyond)


def _add(maker: _Maker, node: Add) -> Run:
    runs = maker.several(node.terms)

    def run(at: Evaluator) -> Value:
        values = [term(at) for term in runs]
        total = values[0]
        for value in values[1:]:
            total = total + value
        if at.watching and not isinstance(total, fmpq):
            at.notice_absorbed(values, total)
        return total

    return run


def _multiply(maker: _Maker, node: Multiply) -> Run:
    first, *rest = maker.several(node.factors)

    def run(at: Evaluator) -> Value:
        total = first(at)
        for factor in rest:
            total = total * factor(at)
        return at.bounded(total)

    return run


def _negate(maker: _Maker, node: Negate) -> Run:
    operand = maker.make(node.operand)
    return lambda at: -operand(at)


def _divide(maker: _Maker, node: Divide) -> Run:
    numerator, denominator = maker.make(node.numerator), maker.make(node.denominator)
    match node:
        case Divide(Call("log", (value,)), Call("log", (base,))):  # log 8 / log 2 is the integer 3
            whole, root = maker.make(value), maker.make(base)

            def ratio(at: Evaluator) -> Value:
                exact = log_ratio(whole(at), root(at))
                return at.quotient(numerator(at), denominator(at)) if exact is None else exact

            return ratio
    return lambda at: at.quotient(numerator(at), denominator(at))


def _power(maker: _Maker, node: Power) -> Run:
    exponent = maker.make(node.exponent)
    if node.base == Constant("e"):
        return lambda at: at.function("exp", exponent(at))
    base = maker.make(node.base)
    power = powers.power
    symbolic = bool(symbols(node.exponent))

    def run(at: Evaluator) -> Value:
        below, above = base(at), exponent(at)
        if symbolic and not at.in_complex and type(above) is fmpq and above.q != 1 and real_part(below) < 0:
            raise UndefinedError("domain")  # odd roots of negative numbers are real only where they are written out
        value = power(below, above, at.exact_bits, in_complex=at.in_complex)
        if at.watching and type(value) is not fmpq:
            at.notice_reach("power", above, value)
        return at.bounded(value)

    return run


def _percent(maker: _Maker, node: Percent) -> Run:
    operand = maker.make(node.operand)
    return lambda at: operand(at) / _HUNDRED


def _quantity(maker: _Maker, node: Quantity) -> Run:
    return maker.make(node.value)


def _indexed(maker: _Maker, node: Indexed) -> Run:
    base, places = node.base, _places(node.indices, maker.several(node.indices))
    if len(places) == 1:
        index = places[0]
        return lambda at: at.entry(base, (index(at),))
    return lambda at: at.entry(base, tuple([index(at) for index in places]))


def _places(nodes: tuple[Node, ...], runs: tuple[Run, ...]) -> tuple[RunPlace, ...]:
    return tuple([place(node, run) for node, run in zip(nodes, runs, strict=True)])


def _call(maker: _Maker, node: Call) -> Run:
    name = node.function
    if name in ("det", "trace"):
        return _of_square(maker, name, node.arguments[0])
    arguments = maker.several(node.arguments)
    special = BY_FUNCTION.get(name)
    if special is not None:
        return special(arguments)
    if len(arguments) == 1 and (name in REAL or name in COMPLEX):
        argument = arguments[0]
        return lambda at: at.function(name, argument(at))
    if name in FUNCTIONS:
        return _beyond
    places = _places(node.arguments, arguments)  # made once: twice at each level would double with every one
    return lambda at: at.arbitrary(name, tuple([argument(at) for argument in places]))


def _of_square(maker: _Maker, name: str, node: Node) -> Run:
    matrix = matrix_within_bounds(node)
    if matrix is None:
        return _beyond
    rows = [maker.several(row) for row in matrix.rows]
    of_rows = integers.determinant if name == "det" else integers.trace
    return lambda at: of_rows([[entry(at) for entry in row] for row in rows], in_complex=at.in_complex)


def _big(maker: _Maker, node: BigOperator) -> Run:
    lower, upper = maker.make(node.lower), maker.make(node.upper)
    before_body, levels_beside = maker.size, maker.levels
    maker.levels, bound = 0, maker.bound
    written_out = (symbols(node.lower) | symbols(node.upper)) <= bound
    maker.bound = bound | {node.index}
    body = maker.make(node.body)
    maker.bound = bound
    size = maker.size - before_body
    levels = maker.levels + 1
    maker.levels = max(levels_beside, levels)
    name, is_sum = node.index, node.kind == "sum"

    def run(at: Evaluator) -> Value:
        most = at.limits.sum_terms if levels == 1 or written_out else _TERMS_OF_NESTED // (levels - 1)
        indices = integers.index_range(at.exact(lower), at.exact(upper), most)
        total: Value = fmpq(0) if is_sum else fmpq(1)
        at.spend(size * len(indices))
        before, bounded, bind = at.point.get(name), at.bounded, at.bind
        try:
            for index in indices:
                bind(name, index)
                total = bounded(total + body(at) if is_sum else total * body(at))
        finally:
            at.release(name, before)
        return total

    return run


def _piecewise(maker: _Maker, node: Piecewise) -> Run:
    branches = tuple((maker.make(value), condition) for value, condition in node.branches)
    otherwise = maker.make(node.otherwise) if node.otherwise is not None else _undefined
    runs = {id(side): maker.make(side) for _, condition in node.branches for side in sides(condition)}

    def run(at: Evaluator) -> Value:
        for value, condition in branches:
            if holds(condition, lambda side: runs[id(side)](at), ties=at.ties):
                return value(at)
        return otherwise(at)

    return run


_BY_NODE: Mapping[type[Node], Callable[[_Maker, Any], Run]] = {  # each takes its own kind of node
    Number: _number,
    Symbol: _symbol,
    Constant: _constant,
    Add: _add,
    Multiply: _multiply,
    Negate: _negate,
    Divide: _divide,
    Power: _power,
    Percent: _percent,
    Quantity: _quantity,
    Indexed: _indexed,
    Call: _call,
    BigOperator: _big,
    Piecewise: _piecewise,
}
