"""Statements by what satisfies them: equations and inequalities in one real symbol, equations in several."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.conditions import holds
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.compare.points import generic
from fullmarks.compare.statements.factors import by_factors, by_positive_factor
from fullmarks.compare.statements.on_the_line import on_the_line
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Node, Relation
from fullmarks.expr.walk import symbols, walk

_BITS = 128
_TRIES = 60
_RELATIONS = frozenset(("=", "!=", "<", "<=", ">", ">="))


def same_solutions(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Whether two statements hold for the same real values; None where this is not the way to tell."""
    relations = [*_relations(answer), *_relations(expected)]
    if not relations or any(set(relation.operators) - _RELATIONS for relation in relations):
        return None
    names = symbols(answer) | symbols(expected)
    if any(assumptions.domains.get(name, REAL).kind == "complex" for name in names):
        return None
    try:
        found = on_the_line(answer, expected, relations, next(iter(names)), assumptions) if len(names) == 1 else None
        found = found or by_factors(answer, expected, assumptions)
    except BeyondError:  # roots too far out to be written down
        found = None
    return found or by_positive_factor(answer, expected, assumptions) or _by_truth(answer, expected, assumptions)


def _by_truth(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Different where a point satisfies one statement alone; where none is found, nobody can tell."""
    names = tuple(sorted(symbols(answer) | symbols(expected)))
    domains = {name: assumptions.domains.get(name, REAL) for name in names}
    with precision(_BITS):
        for point in islice(generic(names, domains, assumptions.seed), _TRIES):
            evaluator = Evaluator(point, assumptions.limits, assumptions.seed)
            try:
                mine, theirs = holds(answer, evaluator.value), holds(expected, evaluator.value)
            except NoValueError:
                continue
            if mine is not theirs:
                at = tuple((name, str(point[name])) for name in names)
                return Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=at))
    note = "No point was found that satisfies one statement alone, and none of the ways to prove them equal applies."
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))


def _relations(node: Node) -> Iterator[Relation]:
    return (part for part in walk(node) if isinstance(part, Relation))
