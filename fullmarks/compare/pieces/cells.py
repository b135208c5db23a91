"""The cells that borders cut a domain into: within each, every condition either holds or does not.

Over the reals these are the borders and the intervals between them; over the integers, runs of integers.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from flint import fmpq

from fullmarks.compare.pieces.inside import ends, inside
from fullmarks.expr.domains import Domain
from fullmarks.records import frozen

_FEW = 24
"""So many integers are each looked at."""
_OUTSIDE = 3
"""How far from the outermost border an integer is taken."""
_WIDTH = fmpq(3)
"""How much of an endless interval is looked at."""
_SHARES = fmpq(13, 31), fmpq(17, 23)
"""Where in an interval points are taken: at no place that is a formula's own."""


@frozen
class Cell:
    """Values inside, one at least, and all values where they are few."""

    inside: tuple[fmpq, ...]
    all: tuple[fmpq, ...] = ()


def cells(borders: AbstractSet[fmpq], domain: Domain) -> list[Cell]:
    """The cells that have a value of the domain, which is one of reals or of integers."""
    if domain.kind == "integer":
        return list(_runs(borders, domain))
    marks = sorted(
        {*borders, *(end for end in ends(domain) if end is not None), *((fmpq(0),) if domain.nonzero else ())}
    )
    cuts = [marks[0] - _WIDTH, *marks, marks[-1] + _WIDTH] if marks else [-_WIDTH, _WIDTH]
    intervals = [
        Cell(tuple(one + (other - one) * share for share in _SHARES))
        for one, other in pairwise(cuts)
        if inside(domain, (one + other) / 2)
    ]
    return [*intervals, *(Cell((border,), (border,)) for border in sorted(borders) if inside(domain, border))]


def _runs(borders: AbstractSet[fmpq], domain: Domain) -> Iterator[Cell]:
    """A run ends before each border and after it; what lies on one is a run of its own."""
    starts = {start for border in borders for start in (int(border.ceil()), int(border.floor()) + 1)}
    if domain.nonzero:
        starts |= {0, 1}
    first, last = _first_and_last(domain)
    starts = {start for start in starts if (first is None or start > first) and (last is None or start <= last)}
    ordered = [first, *sorted(starts), None if last is None else last + 1]
    for start, after in pairwise(ordered):
        cell = _run(start, after)
        if inside(domain, cell.inside[0]):
            yield cell


def _first_and_last(domain: Domain) -> tuple[int | None, int | None]:
    lower, upper = ends(domain)
    first = None if lower is None else int(lower.ceil()) + (domain.lower_open and lower.q == 1)
    last = None if upper is None else int(upper.floor()) - (domain.upper_open and upper.q == 1)
    return first, last


def _run(start: int | None, after: int | None) -> Cell:
    """The integers from ``start`` up to the one before ``after``; None where there is no such end."""
    if start is None or after is None:
        middle = _OUTSIDE if start is after else after - _OUTSIDE if after is not None else (start or 0) + _OUTSIDE
        return Cell((fmpq(middle),))
    values = tuple(fmpq(k) for k in range(start, after)) if after - start <= _FEW else ()
    return Cell((fmpq((start + after - 1) // 2),), values)
