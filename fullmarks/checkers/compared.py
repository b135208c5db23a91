"""From what a comparison found to a checker's outcome, for one value and for many."""

from __future__ import annotations

from collections.abc import Iterable

from fullmarks.compare.comparison import Comparison, Evidence, EvidenceKind
from fullmarks.outcome import Outcome, Verdict, correct, incorrect, undecided

UNDECIDED = "No comparison could tell whether this is equal to the key."

_BY_STRENGTH = (
    EvidenceKind.IDENTICAL,
    EvidenceKind.CHOICE,
    EvidenceKind.PHRASES,
    EvidenceKind.EXACT,
    EvidenceKind.PROVED,
    EvidenceKind.TOLERANCE,
    EvidenceKind.AGREED,
)


def outcome_of(comparison: Comparison) -> Outcome:
    """All points, no points, or a person must look."""
    if comparison.equal is None:
        return undecided(comparison.evidence.note or UNDECIDED)
    return correct(comparison.evidence) if comparison.equal else incorrect(comparison.evidence)


def verdict_of(comparison: Comparison) -> Verdict:
    """The verdict on one entry."""
    if comparison.equal is None:
        return Verdict.NEEDS_REVIEW
    return Verdict.CORRECT if comparison.equal else Verdict.INCORRECT


def together(comparisons: Iterable[Comparison]) -> Comparison:
    """One comparison for many that must all hold.

    The first difference decides; else the first that nobody could decide; else all are equal, and the claim is as weak as the
    weakest of theirs. Nothing at all is equal.
    """
    weakest = Comparison(True, Evidence(EvidenceKind.IDENTICAL))
    unknown: Comparison | None = None
    for comparison in comparisons:
        if comparison.equal is False:
            return comparison
        if comparison.equal is None:
            unknown = unknown or comparison
        elif _weakness(comparison.evidence) > _weakness(weakest.evidence):
            weakest = comparison
    return unknown or weakest


def _weakness(evidence: Evidence) -> int:
    return _BY_STRENGTH.index(evidence.kind) if evidence.kind in _BY_STRENGTH else len(_BY_STRENGTH)
