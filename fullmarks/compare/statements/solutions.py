"""Statements by what satisfies them: equations and inequalities in one real symbol, equations in several."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.conditions import holds
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.compare.points.generic import generic
from fullmarks.compare.statements.factors import by_factors, by_positive_factor
from fullmarks.compare.statements.on_the_line import on_the_line
from fullmarks.compare.statements.refutation import refuted
from fullmarks.compare.statements.same_zeros import same_zeros
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Node, Relation
from fullmarks.expr.walk import symbols, walk

_BITS = 128
_TRIES = 60
_RELATIONS = frozenset(("=", "!=", "<", "<=", ">", ">="))


def surely_different(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Different, where a point that is known to satisfy the key, or not to, shows it at once; None says nothing."""
    return refuted(answer, expected, expected, assumptions) if _is_about_reals(answer, expected, assumptions) else None


def same_solutions(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Whether two statements hold for the same real values; None where this is not the way to tell."""
    if not _is_about_reals(answer, expected, assumptions):
        return None
    for way in (_by_roots, by_positive_factor, _at_known_points):
        try:
            found = way(answer, expected, assumptions)
        except BeyondError:  # roots too far out to be written down
            continue
        if found is not None:
            return found
    by_truth = _by_truth(answer, expected, assumptions)
    return by_truth if by_truth.equal is not None else same_zeros(answer, expected, assumptions) or by_truth


def _is_about_reals(answer: Node, expected: Node, assumptions: Assumptions) -> bool:
    """Whether both are made of equations and inequalities between real numbers."""
    relations = [*_relations(answer), *_relations(expected)]
    if not relations or any(not _RELATIONS.issuperset(relation.operators) for relation in relations):
        return False
    if all(domain.kind != "complex" for domain in assumptions.domains.values()):
        return True
    return all(assumptions.domains.get(name, REAL).kind != "complex" for name in symbols(answer) | symbols(expected))


def _by_roots(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    names = symbols(answer) | symbols(expected)
    found = None
    if len(names) == 1:
        relations = [*_relations(answer), *_relations(expected)]
        found = on_the_line(answer, expected, relations, next(iter(names)), assumptions)
    return found or by_factors(answer, expected, assumptions)


def _at_known_points(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    ours = refuted(answer, expected, answer, assumptions)
    return ours or refuted(answer, expected, expected, assumptions)


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
