"""Where a tree may change its law: at the borders of conditions, the zeros inside absolute values and roots, the steps of floors.

Each border is found by solving for one symbol with the others at a generic point, and the points on it and beside it are tried.
Over the integers the first ones are tried as well, and the ends of every bounded domain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, islice, product
from math import prod

from flint import fmpq

from fullmarks.compare.evaluate import Evaluator, rational_value
from fullmarks.compare.points import Point, generic
from fullmarks.compare.undefined import NoValueError
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Call, Negate, Node, Relation
from fullmarks.expr.walk import symbols, walk
from fullmarks.limits import Limits

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


def at_borders(
    trees: tuple[Node, ...], names: tuple[str, ...], domains: Mapping[str, Domain], seed: str, limits: Limits
) -> list[Point]:
    """The points on and beside all borders that are found, without repetitions."""
    bases = list(islice(generic(names, domains, seed), _BASES))
    seen: set[tuple[str, ...]] = set()
    found: list[Point] = []
    for point in (
        *_on_gaps(trees, names, domains, bases, limits, seed),
        *_first_integers(names, domains, bases[0]),
        *_ends(names, domains, bases[0]),
    ):
        label = tuple(str(point[name]) for name in names)
        if label not in seen:
            seen.add(label)
            found.append(point)
        if len(found) >= _MOST_POINTS:
            break
    return found


def _on_gaps(
    trees: tuple[Node, ...],
    names: tuple[str, ...],
    domains: Mapping[str, Domain],
    bases: list[Point],
    limits: Limits,
    seed: str,
) -> Iterator[Point]:
    for gap, in_steps in islice(_gaps(trees), _MOST_GAPS):
        inside = symbols(gap)
        for name in names:
            domain = domains.get(name, REAL)
            if name not in inside or domain.kind == "complex":
                continue
            sides = (fmpq(0), fmpq(1), fmpq(-1)) if domain.kind == "integer" else (fmpq(0), fmpq(1, 97), fmpq(-1, 97))
            for base in bases:
                for value in _crossings(gap, name, base, limits, seed, in_steps=in_steps):
                    yield from ({**base, name: v} for side in sides if _inside(domain, v := value + side))


def _gaps(trees: tuple[Node, ...]) -> Iterator[tuple[Node, bool]]:
    """Expressions whose zeros are borders; with True, those at whose integers there are steps."""
    for tree in trees:
        for node in walk(tree):
            if isinstance(node, Relation):
                for left, right in zip(node.operands, node.operands[1:], strict=False):
                    yield Add((left, Negate(right))), False
            elif isinstance(node, Call):
                if node.function in _ZERO_INSIDE:
                    yield node.arguments[0], False
                elif node.function in _STEPS:
                    yield node.arguments[0], True
                elif node.function in ("max", "min"):
                    yield from ((Add((one, Negate(other))), False) for one, other in combinations(node.arguments, 2))


def _crossings(gap: Node, name: str, base: Point, limits: Limits, seed: str, *, in_steps: bool) -> list[fmpq]:
    """Where a gap that is affine in one symbol is zero; for steps, also where it is 1, -1 and the integers near the base."""
    values: list[fmpq] = []
    for at in range(3):
        try:
            value = Evaluator({**base, name: fmpq(at)}, limits, seed).value(gap)
        except NoValueError:
            return []
        if not isinstance(value, fmpq):
            return []
        values.append(value)
    start, slope = values[0], values[1] - values[0]
    if slope == 0 or values[2] - values[1] != slope:
        return []
    wanted = [fmpq(0)]
    if in_steps:
        here = base[name]
        near = fmpq((start + slope * here).floor()) if isinstance(here, fmpq) else fmpq(0)
        wanted += [fmpq(1), fmpq(-1), fmpq(1, 2), near, near + 1]
    return [(value - start) / slope for value in wanted]


def _first_integers(names: tuple[str, ...], domains: Mapping[str, Domain], base: Point) -> Iterator[Point]:
    integers = tuple(name for name in names if domains.get(name, REAL).kind == "integer")
    if len(integers) == 1 == len(names):
        for k in _SCANNED_INTEGERS:
            if domains[names[0]].contains(Fraction(k)):
                yield {names[0]: fmpq(k)}
    elif integers and len(integers) <= _MOST_COMBINED:
        for values in product(_CORNER, repeat=len(integers)):
            corner = dict(zip(integers, values, strict=True))
            if all(_inside(domains[name], value) for name, value in corner.items()):
                yield {**base, **corner}


def _ends(names: tuple[str, ...], domains: Mapping[str, Domain], base: Point) -> Iterator[Point]:
    """The ends of bounded domains, and some points far out in the others."""
    for name in names:
        domain = domains.get(name, REAL)
        if domain.kind == "complex":
            continue
        ends = [rational_value(end) for end in (domain.lower, domain.upper) if end is not None]
        far = [*_LARGE, *(-value for value in _LARGE)]
        yield from ({**base, name: value} for value in (*ends, *far) if _inside(domain, value))


def _inside(domain: Domain, value: fmpq) -> bool:
    if domain is REAL:
        return True
    return domain.contains(Fraction(int(value.p), int(value.q)))
