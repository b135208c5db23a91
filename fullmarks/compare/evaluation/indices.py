"""Indices of families as plain integers: sums, differences and multiples of symbols, as in ``x_{i+h-1}``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flint import fmpq

from fullmarks.compare.evaluation.function_values import Run
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.expr.nodes import Add, Multiply, Negate, Node, Number, Symbol

if TYPE_CHECKING:
    from fullmarks.compare.evaluation.evaluate import Evaluator

Whole = Callable[["Evaluator"], int]
"""What gives an integer at the evaluator's point; raises BeyondError where a symbol is none there."""
RunPlace = Callable[["Evaluator"], int | fmpq]
"""What gives an index: an integer as such, another rational exactly."""


def place(node: Node, run: Run) -> RunPlace:
    """What gives an index, or an argument of an unknown function; ``run`` is the node's own program."""
    whole = integral(node)

    def exactly(at: Evaluator) -> int | fmpq:
        value = at.exact(run)
        return int(value) if value.q == 1 else value

    if whole is None:
        return exactly

    def either(at: Evaluator) -> int | fmpq:
        try:
            return whole(at)
        except BeyondError:
            return exactly(at)

    return either


def integral(node: Node) -> Whole | None:
    """What works out an index that is affine in symbols, with whole coefficients; None for any other tree."""
    total: dict[str, int] = {}
    if not _gather(node, 1, total):
        return None
    start = total.pop("", 0)
    scaled = tuple((name, factor) for name, factor in total.items() if factor)
    if len(scaled) == 1 and scaled[0][1] == 1:
        return _shifted(scaled[0][0], start)

    def run(at: Evaluator) -> int:
        value = start
        for name, factor in scaled:
            whole = at.wholes.get(name)
            value += factor * (at.whole(name) if whole is None else whole)
        return value

    return run


def _shifted(name: str, start: int) -> Whole:
    """A symbol and so many more: what most indices are."""

    def run(at: Evaluator) -> int:
        whole = at.wholes.get(name)
        return (at.whole(name) if whole is None else whole) + start

    return run


def _gather(node: Node, factor: int, total: dict[str, int]) -> bool:
    """Adds a multiple of a tree to the coefficients by symbol, the constant under no name; whether it is affine."""
    match node:
        case Number(value, _) if value.denominator == 1:
            total[""] = total.get("", 0) + factor * value.numerator
        case Symbol(name):
            total[name] = total.get(name, 0) + factor
        case Add(terms):
            return all(_gather(term, factor, total) for term in terms)
        case Negate(operand):
            return _gather(operand, -factor, total)
        case Multiply((Number(value, _), other)) if value.denominator == 1:
            return _gather(other, factor * value.numerator, total)
        case _:
            return False
    return True
