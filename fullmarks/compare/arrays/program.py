"""An array expression made ready to be evaluated at many points: one closure a node, as ``program`` does it for scalars.

What mentions no array is a scalar's program. A product side by side is the matrix product of arrays and the multiple by a number;
0 is the zero matrix of any shape, and I the identity of any size that fits. Whatever does not fit raises UnfitError.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from flint import fmpq

from fullmarks.compare.arrays.arithmetic import ARITHMETIC
from fullmarks.compare.arrays.maker import ByNode, Maker, Run
from fullmarks.compare.arrays.names import NAMES, whole
from fullmarks.compare.arrays.place import Place, UnfitError
from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.compare.arrays.values import (
    ArrayValue,
    Table,
    plus,
    shape,
    times,
)
from fullmarks.compare.arrays.words import said
from fullmarks.compare.evaluation import integers
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.expr.nodes import BigOperator, Indexed, Node, Symbol, Text
from fullmarks.expr.walk import walk
from fullmarks.records import frozen


@frozen
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
    maker = Maker(arrays, declared, _BY_NODE)
    return ArrayProgram(maker.make(tree), maker.size)


def _big(maker: Maker, node: BigOperator) -> Run:
    over = _bounds(maker, node)
    before_body = maker.size
    maker.bound.append(node.index)
    body = maker.make(node.body)
    maker.bound.pop()
    size, name, is_sum = maker.size - before_body, node.index, node.kind == "sum"

    def run(at: Place) -> ArrayValue:
        evaluator = at.evaluator
        indices = integers.index_range(*over(at), evaluator.limits.sum_terms)
        total: ArrayValue = fmpq(0) if is_sum else fmpq(1)
        with evaluator.binding(name):
            for index in indices:
                evaluator.spend(size)
                evaluator.bind(name, index)
                term = body(at)
                summed = plus(total, term) if is_sum else times(total, term)
                if summed is None:
                    raise UnfitError(lambda: f"The terms {said(node.body)} do not fit together.")
                total = at.charge(summed) if isinstance(summed, Table) else summed
        return total

    return run


def _bounds(maker: Maker, node: BigOperator) -> Callable[[Place], tuple[fmpq, fmpq]]:
    """The first and the last value of an index; where none are said, all that it counts in an array: ``x_{i,j}``."""
    if isinstance(node.lower, Text):
        counted = [
            (name, place)
            for part in walk(node.body)
            if isinstance(part, Indexed) and (name := maker.arrays.of_entries(part.base)) is not None
            for place, index in enumerate(part.indices)
            if index == Symbol(node.index)
        ]

        def all_places(at: Place) -> tuple[fmpq, fmpq]:
            lengths = {shape(at.table(name))[place] for name, place in counted if place < _SIDES}
            if len(lengths) != 1:
                raise BeyondError
            return fmpq(1), fmpq(lengths.pop())

        return all_places
    lower, upper = maker.make(node.lower), maker.make(node.upper)
    return lambda at: (whole(at, lower), whole(at, upper))


_SIDES = 2
_BY_NODE: ByNode = {**NAMES, **ARITHMETIC, BigOperator: _big}
