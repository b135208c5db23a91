"""Intervals and their unions: with ends that are trees, normalised where the ends are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.values import order
from fullmarks.expr.nodes import Node
from fullmarks.records import frozen

MOST_PARTS = 64


class UnorderedError(Exception):
    """Two ends whose order is not known, one of them being no number; or more parts than are put in order."""


@frozen
class Interval:
    """From ``lower`` to ``upper`` (None: no end on that side, which is then open)."""

    lower: Node | None
    upper: Node | None
    lower_closed: bool = False
    upper_closed: bool = False


EVERYTHING = Interval(None, None)

Region = tuple[Interval, ...]
"""A union of intervals; none at all is the empty set."""


def point(value: Node) -> Interval:
    """The interval that holds one value alone."""
    return Interval(value, value, lower_closed=True, upper_closed=True)


def normalised(parts: Sequence[Interval], assumptions: Assumptions) -> Region:
    """The same set as few intervals as can be, from left to right; raises UnorderedError."""
    if len(parts) == 1:
        return () if _is_empty(parts[0], assumptions) else tuple(parts)
    parts = tuple(dict.fromkeys(parts))
    if len(parts) > MOST_PARTS:
        raise UnorderedError
    merged: list[Interval] = []
    for part in _sorted([part for part in parts if not _is_empty(part, assumptions)], assumptions):
        if merged and _touch(merged[-1], part, assumptions):
            merged[-1] = _hull(merged[-1], part, assumptions)
        else:
            merged.append(part)
    return tuple(merged)


def intersection(regions: Iterable[Region], assumptions: Assumptions) -> Region:
    """What lies in all the regions; raises UnorderedError."""
    return reduce(lambda one, other: _meet(one, other, assumptions), regions, (EVERYTHING,))


def complement(region: Region, assumptions: Assumptions) -> Region:
    """What lies outside a region; raises UnorderedError."""
    outside = []
    for part in region:
        left = [] if part.lower is None else [Interval(None, part.lower, upper_closed=not part.lower_closed)]
        right = [] if part.upper is None else [Interval(part.upper, None, lower_closed=not part.upper_closed)]
        outside.append(tuple(left + right))
    return intersection(outside, assumptions)


def _meet(one: Region, other: Region, assumptions: Assumptions) -> Region:
    if len(one) * len(other) > MOST_PARTS:
        raise UnorderedError
    return normalised([_overlap(a, b, assumptions) for a in one for b in other], assumptions)


def _overlap(one: Interval, other: Interval, assumptions: Assumptions) -> Interval:
    low = max_end(one, other, assumptions)
    high = min_end(one, other, assumptions)
    return Interval(low.lower, high.upper, low.lower_closed, high.upper_closed)


def max_end(one: Interval, other: Interval, assumptions: Assumptions) -> Interval:
    """The interval whose lower end is further right."""
    if one.lower is None or other.lower is None:
        return other if one.lower is None else one
    placed = _order(one.lower, other.lower, assumptions)
    return (one if not one.lower_closed else other) if placed == 0 else one if placed > 0 else other


def min_end(one: Interval, other: Interval, assumptions: Assumptions) -> Interval:
    """The interval whose upper end is further left."""
    if one.upper is None or other.upper is None:
        return other if one.upper is None else one
    placed = _order(one.upper, other.upper, assumptions)
    return (one if not one.upper_closed else other) if placed == 0 else one if placed < 0 else other


def _hull(left: Interval, right: Interval, assumptions: Assumptions) -> Interval:
    """One interval for two that touch, the left one beginning first."""
    if left.upper is None or right.upper is None:
        return replace(left, upper=None, upper_closed=False)
    placed = _order(left.upper, right.upper, assumptions)
    if placed == 0:
        return replace(left, upper_closed=left.upper_closed or right.upper_closed)
    return left if placed > 0 else replace(left, upper=right.upper, upper_closed=right.upper_closed)


def _touch(left: Interval, right: Interval, assumptions: Assumptions) -> bool:
    """Whether no number lies between two intervals, the left one beginning first."""
    if left.upper is None or right.lower is None:
        return True
    placed = _order(right.lower, left.upper, assumptions)
    return placed < 0 or (placed == 0 and (left.upper_closed or right.lower_closed))


def _is_empty(part: Interval, assumptions: Assumptions) -> bool:
    if part.lower is None or part.upper is None:
        return False
    placed = _order(part.lower, part.upper, assumptions)
    return placed > 0 or (placed == 0 and not (part.lower_closed and part.upper_closed))


def _sorted(parts: list[Interval], assumptions: Assumptions) -> list[Interval]:
    """By the lower end; closed before open at the same end."""
    done: list[Interval] = []
    for part in parts:
        place = next((k for k, other in enumerate(done) if _begins_before(part, other, assumptions)), len(done))
        done.insert(place, part)
    return done


def _begins_before(one: Interval, other: Interval, assumptions: Assumptions) -> bool:
    if one.lower is None or other.lower is None:
        return one.lower is None and other.lower is not None
    placed = _order(one.lower, other.lower, assumptions)
    return placed < 0 or (placed == 0 and one.lower_closed and not other.lower_closed)


def _order(one: Node, other: Node, assumptions: Assumptions) -> int:
    """-1, 0 or 1; raises UnorderedError."""
    found = order(one, other, assumptions.limits)
    if found is None:
        raise UnorderedError
    return found
