"""Plus-minus: a tree that stands for two values, as the trees that it stands for."""

from __future__ import annotations

from fullmarks.expr.nodes import Add, Negate, Node, PlusMinus
from fullmarks.expr.walk import rebuild, walk


def has_plus_minus(node: Node) -> bool:
    """Whether a tree stands for two values."""
    return any(isinstance(part, PlusMinus) for part in walk(node))


def both_signs(node: Node) -> tuple[Node, Node]:
    """The tree with every ``±`` as plus and ``∓`` as minus, and the other way round."""
    return _with(node, upper=True), _with(node, upper=False)


def _with(node: Node, *, upper: bool) -> Node:
    if isinstance(node, PlusMinus):
        right = _with(node.right, upper=upper)
        signed = right if node.upper == upper else Negate(right)
        return signed if node.left is None else Add((_with(node.left, upper=upper), signed))
    return rebuild(node, lambda child: _with(child, upper=upper))
