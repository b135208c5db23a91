"""The points of a report that wait for a person."""

from __future__ import annotations

from fullmarks.outcome import Verdict
from fullmarks.report.model import Points, Report, ReportItem, ReportPart

OPEN = (Verdict.UNREADABLE, Verdict.NEEDS_REVIEW)


def pending_points(report: Report) -> Points:
    """The sum over all items whose counting result is open."""
    total = sum(pending_in(part) for part in report.parts)
    return round(total, 4)


def pending_in(part: ReportPart) -> Points:
    """The same for one part: what an open attempt may bring counts only where no attempt was decided."""
    columns = zip(*(attempt.items for attempt in part.attempts), strict=True)
    return sum(_pending(column) for column in columns)


def _pending(tries: tuple[ReportItem, ...]) -> Points:
    answered = [item for item in tries if item.verdict is not Verdict.MISSING]
    if not answered or any(item.verdict not in OPEN for item in answered):
        return 0
    return answered[-1].pending_points
