"""Sums, products, quotients, powers, signs and functions of array expressions, and what is said where shapes do not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flint import fmpq

from fullmarks.compare.arrays.chain import chain
from fullmarks.compare.arrays.functions import call, unknown_table
from fullmarks.compare.arrays.maker import ByNode, Maker, Run
from fullmarks.compare.arrays.operations import AS_THE_SIGN, BY_MEANING, OF_TWO, SAME_AS
from fullmarks.compare.arrays.place import Place, UnfitError
from fullmarks.compare.arrays.values import (
    ArrayValue,
    Identity,
    Table,
    multiple,
    number,
    plus,
    power,
    shape,
)
from fullmarks.compare.arrays.words import TRANSPOSED, factor, listed, said, term
from fullmarks.compare.evaluation import powers
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Multiply,
    Negate,
    Node,
    Operation,
    Power,
    Symbol,
)
from fullmarks.expr.plain import plain

_MOST_POWER = 64


def _shapes(at: Place, *parts: tuple[str, ArrayValue]) -> str:
    """``A is n × m, B is m × n``."""
    return listed((what, at.describe(value)) for what, value in parts)


def _unfit_terms(at: Place, terms: Sequence[Node], values: Sequence[ArrayValue]) -> UnfitError:
    first, second = terms
    one, other = values
    return UnfitError(
        lambda: (
            f"{term(first)} and {term(second)} cannot be added: {_shapes(at, (term(first), one), (term(second), other))}."
        )
    )


def _add(maker: Maker, node: Add) -> Run:
    terms = node.terms
    runs = maker.several(terms)

    def run(at: Place) -> ArrayValue:
        values = [one(at) for one in runs]
        total = values[0]
        for place, value in enumerate(values[1:], 1):
            summed = plus(total, value)
            if summed is None:
                raise _unfit_terms(at, terms[place - 1 : place + 1], values[place - 1 : place + 1])
            total = summed
        return at.charge(total) if isinstance(total, Table) else total

    return run


def _negate(maker: Maker, node: Negate) -> Run:
    operand, minus = maker.make(node.operand), fmpq(-1)
    return lambda at: multiple(operand(at), minus)


def _multiply(maker: Maker, node: Multiply) -> Run:
    factors, runs = node.factors, maker.several(node.factors)
    return lambda at: chain(at, factors, tuple([factor(at) for factor in runs]))


def _divide(maker: Maker, node: Divide) -> Run:
    numerator, denominator = maker.make(node.numerator), maker.make(node.denominator)

    def run(at: Place) -> ArrayValue:
        above, below = numerator(at), denominator(at)
        if isinstance(below, Table | Identity):
            raise UnfitError(
                lambda: f"Nothing can be divided by {factor(node.denominator)}, which is {at.describe(below)}."
            )
        if not isinstance(above, Table | Identity):
            return at.evaluator.quotient(above, below)
        return multiple(above, at.evaluator.quotient(fmpq(1), below))

    return run


def _power(maker: Maker, node: Power) -> Run:
    match node.exponent:
        case Symbol(name) if name in TRANSPOSED and maker.is_free(name):
            return _call(maker, Call("transpose", (node.base,)))
        case Negate(Symbol(name)) if name in TRANSPOSED and maker.is_free(name):
            return _call(maker, Call("transpose", (Call("inverse", (node.base,)),)))
    base, exponent = maker.make(node.base), maker.make(node.exponent)
    if node.base == Constant("e"):
        return lambda at: _exponential(at, exponent(at))

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
            raise UnfitError(lambda: f"{factor(node.base)} {what}: it is {at.describe(below)}.")
        if not isinstance(above, fmpq) or above.q != 1 or abs(above) > _MOST_POWER:
            raise BeyondError
        return at.charge(power(below, int(above.p)))

    return run


def _exponential(at: Place, value: ArrayValue) -> ArrayValue:
    if isinstance(value, Identity):
        raise BeyondError
    return unknown_table(at, "exp", value) if isinstance(value, Table) else at.evaluator.function("exp", value)


def _operation(maker: Maker, node: Operation) -> Run:
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
            raise UnfitError(lambda: _cannot_be_formed(at, node, first, second))
        return number(at.charge(made))

    return run


def _cannot_be_formed(at: Place, node: Operation, first: ArrayValue, second: ArrayValue) -> str:
    one, other = factor(node.left), factor(node.right)
    return f"{one} {node.operator} {other} cannot be formed: {_shapes(at, (one, first), (other, second))}."


def _with_a_number(first: ArrayValue, second: ArrayValue) -> ArrayValue:
    """Between a number and an array every sign is the multiple; of the identity of any size nothing else is known."""
    if not isinstance(first, Table | Identity):
        return multiple(second, first)
    if not isinstance(second, Table | Identity):
        return multiple(first, second)
    raise BeyondError


def _call(maker: Maker, node: Call) -> Run:
    name, arguments, mode = _with_mode(node)
    if name == AS_THE_SIGN and len(arguments) == 2:
        return _operation(maker, Operation("*_full" if mode == "full" else "*", *arguments))
    runs = maker.several(arguments)

    def run(at: Place) -> ArrayValue:
        values = tuple([argument(at) for argument in runs])
        made = call(at, name, values, mode)
        if made is None:
            raise UnfitError(
                lambda: (
                    f"{said(node)} cannot be formed: {_shapes(at, *zip(map(said, arguments), values, strict=True))}."
                )
            )
        return made

    return run


def _with_mode(node: Call) -> tuple[str, tuple[Node, ...], str]:
    """A function, its arguments, and the word behind them: ``full`` in ``conv2d(X, Y, full)``, ``F`` of a norm."""
    name = SAME_AS.get(node.function, node.function)
    arrays = 2 if name in (*OF_TWO, AS_THE_SIGN) else 1 if name == "norm" else len(node.arguments)
    words = [re.findall(r"\w+|$", plain(argument))[-2:][0] for argument in node.arguments[arrays:]]
    return name, node.arguments[:arrays], " ".join(words)


ARITHMETIC: ByNode = {
    Add: _add,
    Negate: _negate,
    Multiply: _multiply,
    Divide: _divide,
    Power: _power,
    Operation: _operation,
    Call: _call,
}
