"""The same up to order: the key's own tree, with the terms of sums and the factors of products in any order.

Nothing is worked out: ``2·x + x`` is not ``3x``, ``0.5`` is not ``1/2``, ``x·x`` is not ``x²``. ``x - y`` is ``-y + x``.
"""

from __future__ import annotations

from collections.abc import Iterable

from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.expr.nodes import Add, Multiply, Negate, Node, Number
from fullmarks.expr.walk import rebuild


def holds(answer: Node, expected: Node) -> bool:
    """Whether the answer is the key's tree, parts in any order."""
    return ordered(answer) == ordered(expected)


def ordered(node: Node) -> Node:
    """The tree with nested sums and products flattened, their parts in one fixed order, and no number's spelling."""
    inside = rebuild(node, ordered)
    match inside:
        case Add(terms):
            return Add(_sorted(term for part in terms for term in (part.terms if isinstance(part, Add) else (part,))))
        case Multiply(factors):
            return Multiply(
                _sorted(f for part in factors for f in (part.factors if isinstance(part, Multiply) else (part,)))
            )
        case Negate(Number(value)):
            return Number(-value)
        case Number(value):
            return Number(value)
        case _:
            return inside


def _sorted(parts: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(parts, key=repr))


FORM = WrittenForm("same up to order", holds, "This is equal to what is expected, but another form of it is asked for.")
