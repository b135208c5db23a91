"""Reports, kept whole by submission, rubric version and engine version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, insert, select

from store.tables import ReportRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What came of one grading; ``body`` is the report as JSON."""

    engine_version: str
    score: float
    max_score: float
    body: str


@dataclass(frozen=True, slots=True)
class Grading:
    """A report with the submission and the version of its rubric that it is about."""

    submission_id: str
    rubric_version: str
    report: StoredReport


def keep(connection: Connection, gradings: Sequence[Grading], now: datetime) -> None:
    """Store reports beside the earlier ones of the same submissions."""
    if not gradings:
        return
    connection.execute(
        insert(ReportRow),
        [
            {
                "submission_id": one.submission_id,
                "rubric_version": one.rubric_version,
                "engine_version": one.report.engine_version,
                "score": one.report.score,
                "max_score": one.report.max_score,
                "body": one.report.body,
                "graded_at": now,
            }
            for one in gradings
        ],
    )


def counted_report(connection: Connection, submission_id: str) -> str | None:
    """The report that counts for a submission, as JSON; None if it has none."""
    counts = and_(
        ReportRow.submission_id == SubmissionRow.id,
        ReportRow.rubric_version == SubmissionRow.rubric_version,
        ReportRow.engine_version == SubmissionRow.engine_version,
    )
    query = select(ReportRow.body).join(SubmissionRow, counts).where(SubmissionRow.id == submission_id)
    return connection.scalar(query)
