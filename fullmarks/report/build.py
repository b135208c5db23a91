"""From what the engine found out to the report: fractions to numbers, trees to text, outcomes to sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

from fullmarks.compare.comparison import Evidence
from fullmarks.errors import Span
from fullmarks.expr.latex import latex
from fullmarks.expr.plain import plain
from fullmarks.find.found import NotGraded
from fullmarks.grade.graded import Counted, Graded, GradedAttempt, GradedItem, GradedPart
from fullmarks.outcome import Diagnosis, Entry
from fullmarks.read.reading import Reading
from fullmarks.report.engine_version import engine_version
from fullmarks.report.messages import cost_sentences, feedback, staff_note
from fullmarks.report.model import (
    Points,
    ReadAs,
    Report,
    ReportAttempt,
    ReportDiagnosis,
    ReportEntry,
    ReportEvidence,
    ReportItem,
    ReportNotGraded,
    ReportPart,
    ReportSpan,
    RubricName,
)
from fullmarks.rubric.model import Rubric

PLACES = 4
"""Decimals of points in a report."""

NUMBERED = frozenset({"known"})
"""Details of a diagnosis that are places in a list of the rubric: numbers in the report, from 0."""


Show = Callable[[GradedItem, int, Counted | None, timedelta], ReportItem]
"""An item in the attempt of that number as the report has it; nothing is counted where another attempt counts.

Whoever makes many reports may hand in a way of their own that saves work. It must make what ``show_item`` makes.
"""


ShowPart = Callable[[GradedPart, timedelta], ReportPart]
"""The same for a whole part: what ``show_part`` makes."""


def build(graded: Graded, rubric: Rubric, show: ShowPart | None = None) -> Report:
    """The report of a graded submission; the same submission, rubric and engine give the same one."""
    show = show or show_part
    return Report(
        rubric=RubricName(id=rubric.id, version=rubric.version),
        engine=engine_version(),
        submission=graded.submission,
        score=shown_points(graded.score),
        max_score=shown_points(graded.max_score),
        parts=tuple(show(part, graded.late_by) for part in graded.parts),
        not_graded=tuple(_not_graded(piece) for piece in graded.not_graded),
    )


def shown_points(points: Fraction) -> Points:
    """A number of points as it is shown: rounded to 4 decimals, an integer where it is whole."""
    if points.denominator == 1:
        return points.numerator
    rounded = round(points, PLACES)
    return rounded.numerator if rounded.denominator == 1 else float(rounded)


def show_part(graded: GradedPart, late_by: timedelta, show: Show | None = None) -> ReportPart:
    """Made anew, but for its items where there is another way to show them."""
    return ReportPart(
        id=graded.part.id,
        title=graded.part.title,
        score=shown_points(graded.score),
        max_score=shown_points(graded.max_score),
        counted_attempt=graded.counted_attempt,
        attempts=tuple(_attempt(attempt, graded, late_by, show or show_item) for attempt in graded.attempts),
    )


def _attempt(attempt: GradedAttempt, part: GradedPart, late_by: timedelta, show: Show) -> ReportAttempt:
    items = tuple(
        show(item, attempt.number, counted if counted.attempt == attempt.number else None, late_by)
        for item, counted in zip(attempt.items, part.counted, strict=True)
    )
    return ReportAttempt(attempt=attempt.number, turn=attempt.turn, items=items)


def show_item(graded: GradedItem, attempt: int, counted: Counted | None, late_by: timedelta) -> ReportItem:
    """Made anew."""
    costs = () if counted is None else cost_sentences(graded.points, counted, late_by)
    outcome, answer = graded.outcome, graded.answer
    return ReportItem(
        id=graded.item.id,
        verdict=outcome.verdict,
        points=shown_points(graded.points),
        max_points=shown_points(graded.item.points),
        answer=answer.text if answer else None,
        read_as=read_as(graded.reading),
        span=_span(answer.span) if answer and answer.span else None,
        evidence=_evidence(outcome.evidence),
        diagnosis=_diagnosis(outcome.diagnosis),
        pending_points=shown_points(graded.pending),
        feedback=" ".join((feedback(graded), *costs)),
        staff_note=staff_note(graded),
        entries=tuple(_entry(entry) for entry in outcome.entries) if outcome.entries is not None else None,
    )


def read_as(reading: Reading | None) -> ReadAs | None:
    """A reading written back, None where there is none."""
    return ReadAs(latex=latex(reading.tree), text=plain(reading.tree)) if reading else None


def _span(span: Span) -> ReportSpan:
    return ReportSpan(start=span.start, end=span.end)


def _evidence(evidence: Evidence) -> ReportEvidence:
    return ReportEvidence(
        kind=evidence.kind,
        at=dict(evidence.at) or None,
        values=evidence.values,
        points=evidence.points,
        bits=evidence.bits,
        note=evidence.note,
    )


def _diagnosis(diagnosis: Diagnosis | None) -> ReportDiagnosis | None:
    if diagnosis is None:
        return None
    detail = {name: int(value) if name in NUMBERED else value for name, value in diagnosis.detail}
    return ReportDiagnosis(code=diagnosis.code, detail=detail)


def _entry(entry: Entry) -> ReportEntry:
    return ReportEntry(place=entry.place, verdict=entry.verdict, answer=entry.answer)


def _not_graded(piece: NotGraded) -> ReportNotGraded:
    return ReportNotGraded(turn=piece.turn, span=_span(piece.span), heading=piece.heading, reason=piece.reason)
