"""What counts in a report, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fullmarks.grade.attempts import Try, count
from fullmarks.report.model import Report, ReportItem, ReportPart
from fullmarks.rubric.model import AttemptPolicy


def counted_items(report: Report, policy: AttemptPolicy) -> Mapping[str, ReportItem]:
    """Item id -> the result that counts under the policy by which the report was made."""
    return {item.id: item for part in report.parts for item in _counted(part, policy)}


def _counted(part: ReportPart, policy: AttemptPolicy) -> list[ReportItem]:
    columns = zip(*(attempt.items for attempt in part.attempts), strict=True)
    return [_chosen(column, policy) for column in columns]


def _chosen(column: tuple[ReportItem, ...], policy: AttemptPolicy) -> ReportItem:
    tries = [Try(item.verdict, Fraction(str(item.points)), item.answer) for item in column]
    return column[(count(tries, policy).attempt or 1) - 1]
