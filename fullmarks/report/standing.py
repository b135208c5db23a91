"""What counts in a report, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from fullmarks.grade.attempts import Try, count
from fullmarks.report.model import Report, ReportAttempt, ReportItem, ReportPart
from fullmarks.rubric.model import AttemptPolicy


def counted_items(report: Report, policy: AttemptPolicy) -> Mapping[str, ReportItem]:
    """Item id -> the result that counts under the policy by which the report was made."""
    return {item.id: item for part in report.parts for _, item in counted_in(part, policy)}


def counted_in(part: ReportPart, policy: AttemptPolicy) -> Iterator[tuple[ReportAttempt, ReportItem]]:
    """Each item of a part as the attempt has it from which it counts; of an item that nothing answers, the first."""
    columns = zip(*(attempt.items for attempt in part.attempts), strict=True)
    for column in columns:
        tries = [Try(item.verdict, Fraction(str(item.points)), item.answer) for item in column]
        place = (count(tries, policy).attempt or 1) - 1
        yield part.attempts[place], column[place]
