"""Intervals and their unions: ends compared as numbers, brackets as written, touching pieces joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.matching import different, in_order, weakest
from fullmarks.compare.scalars import compare_scalars
from fullmarks.compare.values import order
from fullmarks.expr.nodes import Constant, Listing, Negate, Node, SetOperation
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen

_INFINITY = Constant("infinity")


@frozen
class Piece:
    """One interval; an end at infinity is never closed."""

    low: Node
    high: Node
    low_closed: bool
    high_closed: bool


def pieces(node: Node) -> list[Piece] | None:
    """The intervals of a tree, sorted and joined where they touch; None if it is not made of intervals."""
    found = _gather(node)
    if found is None:
        return None
    found = [piece for piece in found if not _is_empty(piece)]
    if all(not symbols(end) for piece in found for end in (piece.low, piece.high)):
        return _joined(found)
    return found


def _gather(node: Node) -> list[Piece] | None:
    match node:
        case Listing(opening, closing, (low, high)) if opening in ("(", "[") and closing in (")", "]"):
            return [
                Piece(low, high, opening == "[" and not _is_infinite(low), closing == "]" and not _is_infinite(high))
            ]
        case Listing("{", "}", items):
            return [Piece(item, item, True, True) for item in items]
        case Constant("reals"):
            return [Piece(Negate(_INFINITY), _INFINITY, False, False)]
        case Constant("emptyset"):
            return []
        case SetOperation("union", parts):
            found: list[Piece] = []
            for part in parts:
                inner = _gather(part)
                if inner is None:
                    return None
                found += inner
            return found
        case SetOperation("difference", (Constant("reals"), Listing("{", "}", items))):
            return _without(items)
    return None


def _without(items: Sequence[Node]) -> list[Piece] | None:
    """The real line without some points."""
    if any(symbols(item) for item in items):
        return None
    points = _sorted([Piece(item, item, True, True) for item in items])
    ends = [Negate(_INFINITY), *(point.low for point in points), _INFINITY]
    return [Piece(low, high, False, False) for low, high in pairwise(ends)]


def _is_infinite(node: Node) -> bool:
    return node in (_INFINITY, Negate(_INFINITY))


def _is_empty(piece: Piece) -> bool:
    compared = order(piece.low, piece.high)
    return compared is not None and (compared > 0 or (compared == 0 and not (piece.low_closed and piece.high_closed)))


def _sorted(found: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in found:
        place = len(kept)
        while place and (order(piece.low, kept[place - 1].low) or 0) < 0:
            place -= 1
        kept.insert(place, piece)
    return kept


def _joined(found: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in _sorted(found):
        if joined:
            last = joined[-1]
            gap = order(last.high, piece.low)
            if gap is not None and (gap > 0 or (gap == 0 and (last.high_closed or piece.low_closed))):
                joined[-1] = _union(last, piece)
                continue
        joined.append(piece)
    return joined


def _union(first: Piece, second: Piece) -> Piece:
    starts = order(first.low, second.low)
    low_closed = first.low_closed or (starts == 0 and second.low_closed)
    ends = order(first.high, second.high)
    if ends is not None and ends < 0:
        return Piece(first.low, second.high, low_closed, second.high_closed)
    return Piece(first.low, first.high, low_closed, first.high_closed or (ends == 0 and second.high_closed))


def compare_pieces(answer: list[Piece], expected: list[Piece], assumptions: Assumptions) -> Comparison:
    """Interval by interval, from left to right."""
    if len(answer) != len(expected):
        return different(f"{len(answer)} intervals, not {len(expected)}")
    results: list[Comparison] = []
    for mine, theirs in zip(answer, expected, strict=True):
        if (mine.low_closed, mine.high_closed) != (theirs.low_closed, theirs.high_closed):
            return different("an end is open on one side and closed on the other")
        results.append(
            in_order((mine.low, mine.high), (theirs.low, theirs.high), lambda a, b: compare_ends(a, b, assumptions))
        )
    return weakest(results)


def compare_ends(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Two ends, of which each may be infinite."""
    if _is_infinite(answer) or _is_infinite(expected):
        same = answer == expected
        return weakest([]) if same else different("an end at infinity")
    return compare_scalars(answer, expected, assumptions)
