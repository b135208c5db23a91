"""Equations and inequalities by their two sides, brought to the form ``difference  sign  0``."""

from __future__ import annotations

from fullmarks.expr.nodes import Add, Negate, Node, Number, Relation

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def difference(left: Node, right: Node) -> Node:
    """The left side minus the right; the left alone where the right is written as 0."""
    return left if isinstance(right, Number) and right.value == 0 else Add((left, Negate(right)))


def steps(node: Node) -> tuple[tuple[Node, str, Node], ...]:
    """The relations that a chain says one after the other: ``0 < x < 1`` is two; nothing for what is no relation."""
    if not isinstance(node, Relation):
        return ()
    return tuple(zip(node.operands, node.operators, node.operands[1:], strict=False))
