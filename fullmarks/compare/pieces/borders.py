"""Where a tree may change its law: at the borders of conditions, the zeros inside absolute values and roots, the steps of floors.

Each border is found by solving for one symbol with the others at a generic point, and the points on it and beside it are tried.
Over the integers the first ones are tried as well, and the ends of every bounded domain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, islice, pairwise, product
from math import prod

from flint import arb, fmpq

from fullmarks.compare.algebra.quotients import quotients
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator, rational_value
from fullmarks.compare.evaluation.program import Program, program
from fullmarks.compare.evaluation.reach import exponent_of
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.compare.pieces.inside import inside
from fullmarks.compare.points.generic import Point, generic
from fullmarks.compare.statements.roots import fixed_but, near, real_roots, univariate
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Call, Negate, Node, Number, Power, Relation
from fullmarks.expr.walk import symbols, walk
from fullmarks.limits import Limits
from fullmarks.records import frozen

_MOST_POINTS = 320
_MOST_GAPS = 24
_MOST_WHOLE = 256
"""A domain of at most so many points is tried out whole."""
_SCANNED_INTEGERS = range(-20, 130)
_CORNER = (fmpq(0), fmpq(1), fmpq(2))
_MOST_COMBINED = 3
_BASES = 2
_LARGE = (fmpq(1_000), fmpq(1_000_003))
_ZERO_INSIDE = frozenset(("abs", "sign", "sqrt", "root", "log", "arg"))
_ON_A_LINE = 3
_STEP = fmpq(1, 97)
_RUN = range(-13, 14)
"""Integers on both sides of a border, as many as small periods have."""
_MOST_ROOTS = 12
_MOST_WRITTEN = 24
_SHARE_OF_BUDGET = 8
_LONGEST_SUM = 24
_TINY = (fmpq(1, 10**3), fmpq(1, 10**9), fmpq(1, 10**30))
_FARTHEST = 200
_FINEST = 2_000
_STEPS = frozenset(("floor", "ceil", "round"))


def whole_domain(names: tuple[str, ...], domains: Mapping[str, Domain]) -> list[Point] | None:
    """Every point, where all symbols are bounded integers and there are few; else None."""
    ranges: list[list[fmpq]] = []
    for name in names:
        domain = domains.get(name, REAL)
        if domain.kind != "integer" or domain.lower is None or domain.upper is None:
            return None
        low, high = -int(-domain.lower // 1), int(domain.upper // 1)
        if high - low >= _MOST_WHOLE:
            return None
        ranges.append([fmpq(k) for k in range(low, high + 1) if domain.contains(Fraction(k))])
    if not names or prod(len(values) for values in ranges) > _MOST_WHOLE:
        return None
    return [dict(zip(names, values, strict=True)) for values in product(*ranges)]


class Lies(StrEnum):
    """Where a point lies."""

    ON_BORDER = "on a border"
    BESIDE = "beside a border"
    """With room around it, in a real direction."""
    COUNTED = "at an integer"


@frozen
class Borders:
    """Points on and beside the borders; ``complete`` is False where a border lies too far out to be tried."""

    points: tuple[tuple[Point, Lies], ...]
    complete: bool


def at_borders(
    trees: tuple[Node, ...],
    names: tuple[str, ...],
    domains: Mapping[str, Domain],
    seed: str,
    limits: Limits,
    summed: AbstractSet[str] = frozenset(),
) -> Borders:
    """The points on and beside all borders that are found, without repetitions; what bounds a sum stays small."""
    bases = list(islice(generic(names, domains, seed), _BASES))
    search = _Search(names, domains, bases, limits, seed)
    seen: set[tuple[Value | tuple[int, int], ...]] = set()
    found: list[tuple[Point, Lies]] = []
    for point, lies in (
        *search.on_gaps(trees),
        *((point, Lies.COUNTED) for point in _first_integers(names, domains, bases[0])),
        *((point, Lies.ON_BORDER) for point in _written_integers(trees, names, domains, bases[0])),
        *((point, Lies.ON_BORDER) for point in _ends(names, domains, bases[0])),
    ):
        label = tuple([_label(point[name]) for name in names])
        if label not in seen and not any(_is_far(point[name]) for name in summed if name in point):
            seen.add(label)
            found.append((point, lies))
        if len(found) >= _MOST_POINTS:
            break
    return Borders(tuple(found), search.complete)


class _Search:
    """One search for the points on gaps and beside them."""

    def __init__(
        self, names: tuple[str, ...], domains: Mapping[str, Domain], bases: list[Point], limits: Limits, seed: str
    ) -> None:
        self.names, self.domains, self.bases, self.limits, self.seed = names, domains, bases, limits, seed
        self.complete = True
        self.budget = Budget(limits.evaluations // _SHARE_OF_BUDGET)
        self.programs: dict[int, tuple[Node, Program]] = {}
        """By the identity of a gap, which is held, so that it stays its own."""

    def on_gaps(self, trees: tuple[Node, ...]) -> Iterator[tuple[Point, Lies]]:
        """The points where what decides is zero, or steps, and on both sides."""
        for gap, in_steps in dict.fromkeys(islice(_gaps(trees), _MOST_GAPS)):
            along = symbols(gap)
            for name in self.names:
                if name in along and self.domains.get(name, REAL).kind != "complex":
                    yield from self._along(gap, name, in_steps=in_steps)

    def _along(self, gap: Node, name: str, *, in_steps: bool) -> Iterator[tuple[Point, Lies]]:
        domain = self.domains.get(name, REAL)
        # A lone symbol is zero in the same places whatever it was before; only where steps are tried depends on that.
        bases = self.bases if in_steps or len(self.names) > 1 else self.bases[:1]
        if domain.kind == "integer":
            for base in bases:
                for value in self._crossings(gap, name, base, in_steps=in_steps):
                    for k in _RUN:
                        near = fmpq(value.floor()) + k
                        if inside(domain, near):
                            yield {**base, name: near}, Lies.COUNTED
            return
        for base in bases:
            for value in self._crossings(gap, name, base, in_steps=in_steps):
                for side in (fmpq(0), _STEP, -_STEP):
                    if inside(domain, value + side):
                        yield {**base, name: value + side}, Lies.BESIDE if side != 0 else Lies.ON_BORDER

    def _crossings(self, gap: Node, name: str, base: Point, *, in_steps: bool) -> list[fmpq]:
        """Where a gap that is affine in one symbol is zero; for steps, also where it is 1, -1 and the integers near the base."""
        values = [self._value(gap, {**base, name: fmpq(at)}) for at in range(3)]
        if any(value is None for value in values):
            return []
        exact = [value for value in values if isinstance(value, fmpq)]
        if len(exact) < len(values):
            return self._near_a_ball([arb(value) for value in values if isinstance(value, fmpq | arb)])
        start, slope = exact[0], exact[1] - exact[0]
        if exact[2] - exact[1] != slope:
            return self._roots(gap, name, base)
        if slope == 0:
            return []
        wanted = [fmpq(0)]
        if in_steps:
            here = base[name]
            near = fmpq((start + slope * here).floor()) if isinstance(here, fmpq) else fmpq(0)
            wanted += [fmpq(1), fmpq(-1), fmpq(1, 2), near, near + 1]
        return [(value - start) / slope for value in wanted]

    def _roots(self, gap: Node, name: str, base: Point) -> list[fmpq]:
        """Near the real roots of a gap that is a quotient of polynomials, and between them."""
        found = quotients([gap], self.domains, self.limits)
        if found is None or found.opaque or any(not generator.startswith("$") for generator in found.generators):
            return []
        fixed = fixed_but(found.generators, name, base)
        lines = [univariate(part.subs(fixed)) for part in found.pairs[0]]
        try:
            roots = sorted({near(root) for line in lines if line is not None for root in real_roots(line)})
        except BeyondError:
            return []
        return [*roots, *((one + other) / 2 for one, other in pairwise(roots))][:_MOST_ROOTS]

    def _near_a_ball(self, values: list[arb]) -> list[fmpq]:
        """A rational near a border that is none; one that is too far out leaves the search incomplete."""
        if len(values) < _ON_A_LINE or not (values[2] - 2 * values[1] + values[0]).contains(0):
            return []
        slope = values[1] - values[0]
        if slope.contains(0):
            self.complete &= exponent_of(values[0]) <= _FARTHEST
            return []
        root = (-values[0] / slope).mid()
        mantissa, exponent = root.man_exp()
        if exponent_of(root) > _FARTHEST or abs(exponent) > _FINEST:
            self.complete = False
            return []
        return [fmpq(mantissa) * fmpq(2) ** int(exponent)]

    def _value(self, gap: Node, point: Point) -> Value | None:
        if self.budget.left < 0:
            return None
        try:
            return Evaluator(point, self.limits, self.seed, budget=self.budget).run(self._program(gap))
        except NoValueError:
            return None

    def _program(self, gap: Node) -> Program:
        """The gap's program, whose making costs about as much as a run."""
        if id(gap) not in self.programs:
            made = program(gap)
            self.budget.left -= made.size
            self.programs[id(gap)] = gap, made
        return self.programs[id(gap)][1]


def _gaps(trees: tuple[Node, ...]) -> Iterator[tuple[Node, bool]]:
    """Expressions whose zeros are borders; with True, those at whose integers there are steps."""
    for tree in trees:
        for node in walk(tree):
            if isinstance(node, Relation):
                for left, right in zip(node.operands, node.operands[1:], strict=False):
                    yield Add((left, Negate(right))), False
            elif isinstance(node, Power) and isinstance(node.base, Number) and not node.base.value:
                yield node.exponent, False
            elif isinstance(node, Call):
                if node.function in _ZERO_INSIDE:
                    yield node.arguments[0], False
                elif node.function in _STEPS:
                    yield node.arguments[0], True
                elif node.function in ("max", "min"):
                    yield from ((Add((one, Negate(other))), False) for one, other in combinations(node.arguments, 2))


def _first_integers(names: tuple[str, ...], domains: Mapping[str, Domain], base: Point) -> Iterator[Point]:
    integers = tuple(name for name in names if domains.get(name, REAL).kind == "integer")
    if len(integers) == 1 == len(names):
        for k in _SCANNED_INTEGERS:
            if inside(domains[names[0]], fmpq(k)):
                yield {names[0]: fmpq(k)}
    elif integers and len(integers) <= _MOST_COMBINED:
        for values in product(_CORNER, repeat=len(integers)):
            corner = dict(zip(integers, values, strict=True))
            if all(inside(domains[name], value) for name, value in corner.items()):
                yield {**base, **corner}


def _written_integers(
    trees: tuple[Node, ...], names: tuple[str, ...], domains: Mapping[str, Domain], base: Point
) -> Iterator[Point]:
    """The integers that are written in the trees, and their neighbours."""
    written = {node.value for tree in trees for node in walk(tree) if isinstance(node, Number)}
    values = sorted(
        {fmpq(int(value)) + k for value in written if value.denominator == 1 for k in (-1, 0, 1)},
    )
    for name in names:
        domain = domains.get(name, REAL)
        if domain.kind == "integer":
            yield from ({**base, name: value} for value in values[:_MOST_WRITTEN] if inside(domain, value))


def _ends(names: tuple[str, ...], domains: Mapping[str, Domain], base: Point) -> Iterator[Point]:
    """The ends of bounded domains, and some points far out in the others."""
    for name in names:
        domain = domains.get(name, REAL)
        if domain.kind == "complex":
            continue
        ends = [rational_value(end) for end in (domain.lower, domain.upper) if end is not None]
        if domain.kind == "real":
            lower, upper = (None if end is None else rational_value(end) for end in (domain.lower, domain.upper))
            ends += [lower + tiny for tiny in _TINY if lower is not None]
            ends += [upper - tiny for tiny in _TINY if upper is not None]
        far = [*_LARGE, *(-value for value in _LARGE)]
        yield from ({**base, name: value} for value in (*ends, *far) if inside(domain, value))


def _is_far(value: Value) -> bool:
    return isinstance(value, fmpq) and abs(value.p) > _LONGEST_SUM


def _label(value: Value) -> Value | tuple[int, int]:
    """What tells a value from others; python-flint's own hash of a rational takes ten times as long."""
    return (int(value.p), int(value.q)) if isinstance(value, fmpq) else value
