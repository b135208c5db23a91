"""Piecewise functions as people write them: a value and its condition are a piece, and pieces make one function."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.expr.nodes import Constant, Listing, Logic, Node, Piecewise, Relation

OTHERWISE = Constant("true")
"""The condition of the piece that holds where no other does."""


class Piece(Listing):
    """A value and its condition while a piecewise function is being read; never in a finished tree."""

    __slots__ = ()


def piece(value: Node, condition: Node) -> Piece:
    """One value with the condition under which it holds; of a piece (``x if x > 0, if x > 1``) with one more condition."""
    if type(value) is Piece:
        value, held = value.items
        parts = held.parts if isinstance(held, Logic) and held.connective == "and" else (held,)
        condition = Logic("and", (*parts, condition))
    return Piece("?", "?", (value, condition))


def gathered(rows: Sequence[Sequence[Node]]) -> tuple[Node, ...]:
    """All items of some rows; with pieces among them one piecewise function, a left side (``f(x) = 0 if …``) before the whole.

    A value without a condition among pieces holds where no other does.
    """
    items = tuple(rows[0]) if len(rows) == 1 else tuple([item for row in rows for item in row])
    for item in items:
        if type(item) is Piece:
            return (_piecewise(items),)
    return items


def _piecewise(items: tuple[Node, ...]) -> Node:
    left: Node | None = None
    branches: list[tuple[Node, Node]] = []
    otherwise: Node | None = None
    for item in items:
        value, condition = item.items if isinstance(item, Piece) else (item, OTHERWISE)
        if isinstance(value, Relation) and set(value.operators) == {"="}:
            left = left or value.operands[0]
            value = value.operands[-1]
        if condition == OTHERWISE:
            otherwise = value
        else:
            branches.append((value, condition))
    whole = Piecewise(tuple(branches), otherwise) if branches or otherwise is None else otherwise
    return whole if left is None else Relation((left, whole), ("=",))
