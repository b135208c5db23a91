"""Whether two conditions can be told apart at a point: tried at simple numbers and at those that stand in the conditions.

A point where one holds and the other does not is a proof that they differ; that none was found proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice, product

from fullmarks.checkers.relations import steps
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.values import order
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Logic, Node, Number, Relation
from fullmarks.expr.walk import substitute, symbols, walk

MOST_POINTS = 200
_SIMPLE = tuple(Fraction(text) for text in "0 1 -1 2 -2 1/2 -1/2 3 -3 5 -5 1/3 10 -10 100 -100".split())
_NEAR = Fraction(1, 1000)
_HOLDS = {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}, "=": {0}, "!=": {-1, 1}}

Point = Mapping[str, Node]


def parting_point(answer: Node, expected: Node, assumptions: Assumptions) -> tuple[tuple[str, str], ...] | None:
    """The first point, as name and value, where exactly one of two conditions holds; None where none was found."""
    names = sorted(symbols(answer) | symbols(expected))
    for values in islice(_points(names, (answer, expected), assumptions), MOST_POINTS):
        point = {name: Number(value) for name, value in zip(names, values, strict=True)}
        mine, theirs = holds(answer, point), holds(expected, point)
        if mine is not None and theirs is not None and mine != theirs:
            return tuple((name, str(value)) for name, value in zip(names, values, strict=True))
    return None


def holds(condition: Node, point: Point) -> bool | None:
    """Whether a condition holds at a point; None where that is not known."""
    match condition:
        case Relation():
            return _all(_step(left, operator, right, point) for left, operator, right in steps(condition))
        case Logic("and", parts):
            return _all(holds(part, point) for part in parts)
        case Logic("or", parts):
            found = [holds(part, point) for part in parts]
            return True if True in found else None if None in found else False
        case _:
            return None


def _step(left: Node, operator: str, right: Node, point: Point) -> bool | None:
    found = order(substitute(left, point), substitute(right, point)) if operator in _HOLDS else None
    return None if found is None else found in _HOLDS[operator]


def _all(parts: Iterable[bool | None]) -> bool | None:
    found = list(parts)
    return False if False in found else None if None in found else True


def _points(names: list[str], conditions: tuple[Node, ...], assumptions: Assumptions) -> Iterator[tuple[Fraction, ...]]:
    written = {part.value for condition in conditions for part in walk(condition) if isinstance(part, Number)}
    written |= {-value for value in written}
    near = {value + step for value in written for step in (_NEAR, -_NEAR)}
    values = tuple(dict.fromkeys((*sorted(written), *_SIMPLE, *sorted(near))))
    choices = [[value for value in values if assumptions.domains.get(name, REAL).contains(value)] for name in names]
    return product(*(islice(choice, max(8, 60 // max(1, len(names)))) for choice in choices))
