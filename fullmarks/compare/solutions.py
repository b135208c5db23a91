"""Statements by what satisfies them: equations and inequalities in one real symbol, equations in several."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.factors import by_factors
from fullmarks.compare.on_the_line import on_the_line
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Node, Relation
from fullmarks.expr.walk import symbols, walk

_RELATIONS = frozenset(("=", "!=", "<", "<=", ">", ">="))


def same_solutions(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Whether two statements hold for the same real values; None where this is not the way to tell."""
    relations = [*_relations(answer), *_relations(expected)]
    if not relations or any(set(relation.operators) - _RELATIONS for relation in relations):
        return None
    names = symbols(answer) | symbols(expected)
    if any(assumptions.domains.get(name, REAL).kind == "complex" for name in names):
        return None
    if len(names) == 1:
        return on_the_line(answer, expected, relations, next(iter(names)), assumptions)
    return by_factors(answer, expected, assumptions)


def _relations(node: Node) -> Iterator[Relation]:
    return (part for part in walk(node) if isinstance(part, Relation))
