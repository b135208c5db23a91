"""What every checker returns: a verdict, the share of the points, and how that is known."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.records import frozen, record

_NOTHING, _ALL = Fraction(0), Fraction(1)
"""Shares of the points."""


class Verdict(StrEnum):
    """The seven verdicts; ``partial`` means that the share lies strictly between 0 and 1."""

    CORRECT = "correct"
    PARTIAL = "partial"
    INCORRECT = "incorrect"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    SEVERAL_ANSWERS = "several_answers"
    NEEDS_REVIEW = "needs_review"


@frozen
class Diagnosis:
    """Why an answer is wrong: a stable snake_case code, details for programs, one sentence for the student and one for staff.

    The student's sentence never gives the key away; the staff's may.
    """

    code: str
    student: str
    staff: str
    detail: tuple[tuple[str, str], ...] = ()


@record
class Entry:
    """The result of one entry of a matrix, tuple, list or table; ``place`` counts from 1 (``(2, 3)`` is row 2, column 3)."""

    place: tuple[int, ...]
    verdict: Verdict
    answer: str
    """How the entry was read, in plain text."""


@record
class Outcome:
    """A verdict with its evidence; ``share`` in 0…1 of the item's points, exact."""

    verdict: Verdict
    share: Fraction
    evidence: Evidence
    diagnosis: Diagnosis | None = None
    entries: tuple[Entry, ...] | None = None

    def explained(self, diagnosis: Diagnosis) -> Outcome:
        """The same outcome with a diagnosis."""
        return replace(self, diagnosis=diagnosis)


def correct(evidence: Evidence, entries: tuple[Entry, ...] | None = None) -> Outcome:
    """All points."""
    return Outcome(Verdict.CORRECT, _ALL, evidence, None, entries)


def incorrect(
    evidence: Evidence, diagnosis: Diagnosis | None = None, entries: tuple[Entry, ...] | None = None
) -> Outcome:
    """No points."""
    return Outcome(Verdict.INCORRECT, _NOTHING, evidence, diagnosis, entries)


def undecided(note: str, entries: tuple[Entry, ...] | None = None) -> Outcome:
    """No verdict that could be trusted: a person must look; ``note`` says why, for staff."""
    return Outcome(Verdict.NEEDS_REVIEW, _NOTHING, Evidence(EvidenceKind.UNDECIDED, note=note), None, entries)


def graded(
    share: Fraction, evidence: Evidence, diagnosis: Diagnosis | None = None, entries: tuple[Entry, ...] | None = None
) -> Outcome:
    """The verdict that a share of the points means."""
    if share >= 1:
        return correct(evidence, entries)
    if share <= 0:
        return incorrect(evidence, diagnosis, entries)
    return Outcome(Verdict.PARTIAL, share, evidence, diagnosis, entries)
