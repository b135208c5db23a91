"""The inner product of two vectors, entry by entry."""

from __future__ import annotations

from fullmarks.checkers.vectors import Vector
from fullmarks.expr.nodes import Add, Constant, Multiply, Negate, Node
from fullmarks.expr.walk import rebuild

_I = Constant("i")


def inner_product(one: Vector, other: Vector) -> Node:
    """The sum of the products of the entries, the first factor of each with −i for i."""
    terms = tuple(Multiply((_with_minus_i(mine), theirs)) for mine, theirs in zip(one, other, strict=True))
    return terms[0] if len(terms) == 1 else Add(terms)


def _with_minus_i(entry: Node) -> Node:
    return Negate(_I) if entry == _I else rebuild(entry, _with_minus_i)
