"""Chains and conjunctions as what they say one by one."""

from __future__ import annotations

from itertools import pairwise

from fullmarks.expr.nodes import Logic, Node, Relation


def conditions(node: Node) -> tuple[Node, ...]:
    """``x < y < z`` and ``x < y and y < z`` both as two; any other statement as itself alone."""
    match node:
        case Relation(operands, operators) if len(operators) > 1:
            links = zip(pairwise(operands), operators, strict=True)
            return tuple([Relation(sides, (operator,)) for sides, operator in links])
        case Logic("and", parts):
            return tuple([condition for part in parts for condition in conditions(part)])
    return (node,)
