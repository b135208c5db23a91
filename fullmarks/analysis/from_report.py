"""A report as a sitting."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.analysis.records import Mark, Sitting
from fullmarks.outcome import Verdict
from fullmarks.report.model import Report, ReportPart
from fullmarks.report.standing import counted_in
from fullmarks.rubric.model import AttemptPolicy


def sitting(name: str, report: Report, policy: AttemptPolicy) -> Sitting:
    """What counts of a report, by the policy of the rubric that it was made by."""
    marks = tuple(mark for part in report.parts for mark in _marks(part, policy))
    return Sitting(name, report.score, report.max_score, marks)


def _marks(part: ReportPart, policy: AttemptPolicy) -> Iterator[Mark]:
    columns = zip(*(attempt.items for attempt in part.attempts), strict=True)
    for (attempt, item), column in zip(counted_in(part, policy), columns, strict=True):
        yield Mark(
            item=item.id,
            verdict=item.verdict,
            points=item.points,
            max_points=item.max_points,
            answer=item.answer,
            reading=item.read_as.text if item.read_as else None,
            code=item.diagnosis.code if item.diagnosis else None,
            attempts=sum(one.verdict is not Verdict.MISSING for one in column),
            attempt=attempt.attempt,
        )
