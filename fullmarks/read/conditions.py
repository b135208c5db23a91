"""Piecewise functions as people write them: a value and its condition are a piece, and pieces make one function."""

from __future__ import annotations

from fullmarks.expr.nodes import Constant, Listing, Node, Piecewise, Relation

OTHERWISE = Constant("true")
"""The condition of the piece that holds where no other does."""


class Piece(Listing):
    """A value and its condition while a piecewise function is being read; never in a finished tree."""

    __slots__ = ()


def piece(value: Node, condition: Node) -> Piece:
    """One value with the condition under which it holds."""
    return Piece("?", "?", (value, condition))


def gathered(node: Node) -> Node:
    """Pieces as one piecewise function; a left side (``f(x) = 0 if …``) goes before the whole.

    A node without pieces is itself. A value without a condition among pieces holds where no other does.
    """
    items = node.items if type(node) is Listing and not node.opening else (node,)
    if not any(isinstance(item, Piece) for item in items):
        return node
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
