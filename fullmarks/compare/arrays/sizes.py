"""Numbers for the sizes of arrays: small, and different where the sizes are, so that shapes fit only where they must.

With d_out = 2 and d_in = 3, W Wᵀ and Wᵀ W have different shapes, and W W has none. Squares by accident would hide that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, islice, product
from math import ceil

from flint import fmpq

from fullmarks.compare.arrays.shapes import Shape, Sizes
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.program import Program, program
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.expr.domains import POSITIVE_INTEGER, Domain
from fullmarks.expr.nodes import Node, Number
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import symbols
from fullmarks.limits import DEFAULT

WANTED = 4
"""So many choices of sizes are kept, where there are as many."""
LARGEST = 24
"""No array has a longer side."""
_SIZES_A_SYMBOL = {1: 7, 2: 7, 3: 6, 4: 5}
"""How many numbers each symbol is tried with, by how many symbols there are; where there are more, all in a circle as well."""
_MOST_TRIED = 1_024
_MOST_IN_A_CIRCLE = 12

Numbers = Mapping[str, int]
Order = tuple[int, int, int, int, int]
"""How plain a choice is: sides that are equal by accident, sides of 1, sides that what is left of sliding one over another happens
to have, the longest side, all sides together."""


def find_sizes(
    shapes: Mapping[str, Shape], where: tuple[tuple[str, Node], ...], domains: Mapping[str, Domain]
) -> tuple[Sizes, ...]:
    """The choices of sizes at which arrays of these shapes are tried, the plainest first.

    Each gives a number to every symbol of a size, and to those that ``where`` defines. Raises ValueError with a sentence.
    """
    sides = {plain(side): side for shape in shapes.values() for side in shape.sides}
    names = _free_names(sides, where)
    for name in names:
        if domains.get(name, POSITIVE_INTEGER).kind != "integer":
            raise ValueError(f"“{name}” is a size of an array. Declare it as an integer.")
    lengths = _Lengths(sides, where)
    found = [one for values in _values(names, domains) if (one := lengths.at(values))]
    if not found:
        raise ValueError(f"No whole numbers from 1 to {LARGEST} make sizes of {', '.join(sides)}.")
    found.sort(key=lambda one: one[0])
    return tuple(_sizes(shapes, numbers, sides_there) for _, numbers, sides_there in found[:WANTED])


def _sizes(shapes: Mapping[str, Shape], numbers: Numbers, lengths: Numbers) -> Sizes:
    there = {name: (lengths[plain(shape.rows)], lengths[plain(shape.columns)]) for name, shape in shapes.items()}
    return Sizes(numbers, there)


def _free_names(sides: Mapping[str, Node], where: tuple[tuple[str, Node], ...]) -> tuple[str, ...]:
    """The symbols that the sizes depend on, without those that are defined by others."""
    trees = (*sides.values(), *(meaning for _, meaning in where))
    names = frozenset[str]().union(*map(symbols, trees))
    return tuple(sorted(names - {name for name, _ in where}))


def _values(names: tuple[str, ...], domains: Mapping[str, Domain]) -> Iterator[Numbers]:
    """Numbers for the symbols; for many of them first those that go round in a circle, all different at once."""
    several = _SIZES_A_SYMBOL.get(len(names), min(len(names) + 1, _MOST_IN_A_CIRCLE))
    choices = [_of_domain(domains.get(name, POSITIVE_INTEGER), several) for name in names]
    if len(names) not in _SIZES_A_SYMBOL:
        for turn in range(several):
            yield {
                name: sizes[(turn + place) % len(sizes)]
                for place, (name, sizes) in enumerate(zip(names, choices, strict=True))
                if sizes
            }
    for values in islice(product(*choices), _MOST_TRIED):
        yield dict(zip(names, values, strict=True))


def _of_domain(domain: Domain, several: int) -> list[int]:
    """The least sizes of a domain; not 1 where there are others, since arrays of one row or column hide what differs."""
    lowest = 1 if domain.lower is None else max(1, ceil(domain.lower))
    inside = [size for size in range(lowest, lowest + several + 2) if domain.contains(Fraction(size))]
    return [size for size in inside if size > 1][:several] or inside


class _Lengths:
    """The lengths of all sides, once the symbols have numbers."""

    def __init__(self, sides: Mapping[str, Node], where: tuple[tuple[str, Node], ...]) -> None:
        self.sides: list[tuple[str, Program]] = [(text, program(side)) for text, side in sides.items()]
        self.fixed = frozenset(text for text, side in sides.items() if isinstance(side, Number))
        self.where = [(name, program(meaning)) for name, meaning in where]

    def at(self, values: Numbers) -> tuple[Order, Numbers, Numbers] | None:
        """How plain the values are, they with what is defined by them, and the lengths; None where one would be no size."""
        point = {name: fmpq(value) for name, value in values.items()}
        evaluator = Evaluator(point, DEFAULT, stand_ins=False)
        try:
            for name, meaning in self.where:
                evaluator.point[name] = point[name] = evaluator.exact(meaning.run)
            lengths = {text: evaluator.exact(side.run) for text, side in self.sides}
        except NoValueError:
            return None
        if any(not _is_size(value) for value in (*point.values(), *lengths.values())):
            return None
        whole = _whole(lengths)
        ones = sum(length == 1 for text, length in whole.items() if text not in self.fixed)
        sides = {*whole.values()}
        left = {abs(one - other) + 1 for one, other in combinations(sides, 2)}
        order = (len(whole) - len(sides), ones, len(left & sides), max(sides), sum(whole.values()))
        return order, _whole(point), whole


def _is_size(value: fmpq) -> bool:
    return value.q == 1 and 1 <= value <= LARGEST


def _whole(values: Mapping[str, fmpq]) -> Numbers:
    return {name: int(value.p) for name, value in values.items()}
