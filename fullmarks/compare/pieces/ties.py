"""The points on the borders of conditions that are no rational numbers: ``x < π`` and ``x ≤ π`` differ there and nowhere else.

A border is enclosed between two points at which the sides of a condition stand in different order, and halved until it is a small ball.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, pairwise

from flint import arb, fmpq

from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.program import Program, program
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.pieces.inside import inside
from fullmarks.compare.points.generic import Point
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Listing, Negate, Node, Piecewise, Relation
from fullmarks.expr.walk import symbols, walk
from fullmarks.limits import Limits

_BITS = 256
_HALVINGS = 160
_RADIUS = fmpq(1, 2**128)
_MOST_GAPS = 8
_MOST_ROOTS = 4
_SHARE_OF_BUDGET = 8
_SIZES = (fmpq(1, 2), *(fmpq(size) for size in (1, 2, 3, 5, 10, 30, 100, 1000)))
_GRID = (fmpq(0), *_SIZES, *(-size for size in _SIZES))
"""Where the order of two sides is looked at, beside the points near borders that are known."""


def on_ties(
    trees: tuple[Node, ...],
    names: tuple[str, ...],
    domains: Mapping[str, Domain],
    base: Point,
    known: Iterable[Point],
    limits: Limits,
) -> Iterator[Point]:
    """Points on the borders of conditions, each with one symbol a ball around the border and the others as in ``base``."""
    gaps = tuple(islice(dict.fromkeys(_gaps(trees)), _MOST_GAPS))
    beside = tuple(known) if gaps else ()
    budget = Budget(limits.evaluations // _SHARE_OF_BUDGET)
    for gap in gaps:
        made, along = program(gap), symbols(gap)
        for name in names:
            domain = domains.get(name, REAL)
            if name in along and domain.kind == "real":
                grid = {*_GRID, *(value for point in beside if isinstance(value := point[name], fmpq))}
                line = _Line(made, name, base, limits, budget)
                places = sorted(value for value in grid if inside(domain, value))
                yield from ({**base, name: root} for root in islice(line.roots(places), _MOST_ROOTS))


def _gaps(trees: tuple[Node, ...]) -> Iterator[Node]:
    """The differences of neighbouring sides of all relations in conditions."""
    conditions = (
        condition
        for tree in trees
        for node in walk(tree)
        if isinstance(node, Piecewise)
        for _, condition in node.branches
    )
    for condition in conditions:
        for node in walk(condition):
            if isinstance(node, Relation):
                for left, right in pairwise(node.operands):
                    ends = right.items if isinstance(right, Listing) else (right,)
                    yield from (Add((left, Negate(end))) for end in ends)


class _Line:
    """What a gap comes to along one symbol."""

    def __init__(self, made: Program, name: str, base: Point, limits: Limits, budget: Budget) -> None:
        self._made, self._name, self._base, self._limits, self._budget = made, name, base, limits, budget

    def roots(self, places: list[fmpq]) -> Iterator[Value]:
        """Where the gap is zero, or passes zero between two places."""
        with precision(_BITS):
            signs = [(place, self._sign(place)) for place in places]
            yield from (arb(place, _RADIUS) for place, sign in signs if sign == 0)
            for (low, below), (high, above) in pairwise([one for one in signs if one[1]]):
                if below != above and (root := self._between(low, high, below)) is not None:
                    yield root

    def _between(self, low: fmpq, high: fmpq, below: int | None) -> Value | None:
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            sign = self._sign(middle)
            if sign is None:
                return None
            if sign == 0:
                break
            low, high = (middle, high) if sign == below else (low, middle)
        return arb((low + high) / 2, _RADIUS)

    def _sign(self, place: fmpq) -> int | None:
        """1, -1, 0 where it may be zero; None where there is no value."""
        if self._budget.left < 0:
            return None
        point = {**self._base, self._name: place}
        try:
            value = Evaluator(point, self._limits, budget=self._budget).run(self._made)
        except NoValueError:
            return None
        if not isinstance(value, fmpq | arb):
            return None
        return 1 if value > 0 else -1 if value < 0 else 0
