"""Vectors and matrices up to a factor: a direction, an eigenvector, a normal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fullmarks.checkers.compared import outcome_of, together
from fullmarks.checkers.tolerance import Tolerance, compare_within
from fullmarks.checkers.vectors import Vector, vector_of
from fullmarks.compare.algebra.spaces import Entries, Span, UnknownEntriesError
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.values import order
from fullmarks.expr.nodes import Call, Divide, Multiply, Node, Number
from fullmarks.outcome import Diagnosis, Outcome, Verdict

ZERO_VECTOR = "zero_vector"
ZERO_VECTOR_SENTENCE = "All entries are zero, which has no direction."

_ZERO = Number(Fraction(0))
_ZERO_DIAGNOSIS = Diagnosis(ZERO_VECTOR, ZERO_VECTOR_SENTENCE, ZERO_VECTOR_SENTENCE)


def is_multiple(answer: Vector, expected: Vector, assumptions: Assumptions) -> Comparison:
    """Whether all entries are those of the key times one factor, which is not zero; both are equally long."""
    try:
        entries = Entries((answer, expected), assumptions)
        span = Span(entries)
        zero = span.holds(answer)
        span.add(expected)
        return Comparison(not zero and span.holds(answer), Evidence(EvidenceKind.EXACT))
    except UnknownEntriesError:
        return _by_products(answer, expected, assumptions)


def same_direction(item: Node, other: Node, tolerance: Tolerance | None, assumptions: Assumptions) -> Comparison:
    """Whether one vector is a multiple of another; different where one is no vector, or of another length."""
    mine, theirs = vector_of(item), vector_of(other)
    if mine is None or theirs is None or len(mine) != len(theirs):
        return Comparison(False, Evidence(EvidenceKind.EXACT))
    compared = is_multiple(mine, theirs, assumptions)
    if compared.equal is False and tolerance is not None:
        return _nearly_multiple(mine, theirs, tolerance, assumptions)
    return compared


def explained_if_zero(outcome: Outcome, items: Sequence[Node], assumptions: Assumptions) -> Outcome:
    """The outcome of several vectors, with a word about one that is zero."""
    vectors = [vector for item in items if (vector := vector_of(item)) is not None]
    if outcome.share < 1 and any(_is_zero(vector, assumptions) for vector in vectors):
        return outcome.explained(_ZERO_DIAGNOSIS)
    return outcome


def mark_multiple(
    answer: Sequence[Node], expected: Sequence[Node], tolerance: Tolerance | None, assumptions: Assumptions
) -> Outcome:
    """The outcome, with a word about an answer that is zero."""
    compared = is_multiple(tuple(answer), tuple(expected), assumptions)
    if compared.equal is False and tolerance is not None:
        compared = _nearly_multiple(tuple(answer), tuple(expected), tolerance, assumptions)
    outcome = outcome_of(compared)
    if outcome.verdict is Verdict.INCORRECT and _is_zero(answer, assumptions):
        return outcome.explained(_ZERO_DIAGNOSIS)
    return outcome


def _is_zero(vector: Sequence[Node], assumptions: Assumptions) -> bool:
    return together(equal(entry, _ZERO, assumptions) for entry in vector).equal is True


def _nearly_multiple(answer: Vector, expected: Vector, tolerance: Tolerance, assumptions: Assumptions) -> Comparison:
    """The answer made as long as the key, by the key's largest entry, then entry by entry within the tolerance."""
    largest = 0
    for place, entry in enumerate(expected):
        if order(Call("abs", (entry,)), Call("abs", (expected[largest],)), assumptions.limits) == 1:
            largest = place
    if equal(answer[largest], _ZERO, assumptions).equal is not False:
        return Comparison(False, Evidence(EvidenceKind.EXACT))
    factor = Divide(expected[largest], answer[largest])
    return together(
        compare_within(Multiply((factor, mine)), theirs, tolerance, assumptions)
        for mine, theirs in zip(answer, expected, strict=True)
    )


def _by_products(answer: Vector, expected: Vector, assumptions: Assumptions) -> Comparison:
    """By the products of entries crosswise, with an entry of the key that is not zero: also where entries are not algebraic."""
    for mine, theirs in zip(answer, expected, strict=True):
        if equal(theirs, _ZERO, assumptions).equal is not False:
            continue
        if (vanishing := equal(mine, _ZERO, assumptions)).equal is not False:
            return Comparison(None if vanishing.equal is None else False, vanishing.evidence)
        return together(
            equal(Multiply((other, theirs)), Multiply((key, mine)), assumptions)
            for other, key in zip(answer, expected, strict=True)
        )
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note="No entry of the key is known not to be zero."))
