"""A key with every sign turned: what a flipped convention makes of it."""

from __future__ import annotations

from fullmarks.expr.nodes import Listing, Matrix, Negate, Node, Number, Piecewise, Text
from fullmarks.expr.walk import rebuild


def negated(key: Node) -> Node | None:
    """The key times −1, entry by entry and branch by branch; None for words, which have no sign."""
    match key:
        case Text():
            return None
        case Number(value):
            return Number(-value)
        case Negate(operand):
            return operand
        case Matrix() | Listing():
            return rebuild(key, lambda entry: negated(entry) or entry)
        case Piecewise(branches, otherwise):
            turned = tuple((negated(value) or value, condition) for value, condition in branches)
            return Piecewise(turned, None if otherwise is None else negated(otherwise))
        case _:
            return Negate(key)
