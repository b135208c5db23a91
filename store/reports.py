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


@dataclass(frozen=True, slots=True)
class PastGrading:
    """One grading of a submission, without its report."""

    rubric_version: str
    engine_version: str
    score: float
    max_score: float
    graded_at: datetime


def gradings(connection: Connection, submission_id: str) -> Sequence[PastGrading]:
    """Every grading that a submission ever had, the first one first."""
    row = ReportRow
    query = select(row.rubric_version, row.engine_version, row.score, row.max_score, row.graded_at)
    query = query.where(row.submission_id == submission_id).order_by(row.graded_at, row.rubric_version)
    return [PastGrading(*found) for found in connection.execute(query)]


def reports(connection: Connection, submission_id: str) -> Sequence[str]:
    """Every report that a submission ever had, as JSON, in the same order."""
    row = ReportRow
    query = select(row.body).where(row.submission_id == submission_id).order_by(row.graded_at, row.rubric_version)
    return list(connection.scalars(query))


def counted_report(connection: Connection, submission_id: str) -> str | None:
    """The report that counts for a submission, as JSON; None if it has none."""
    counts = and_(
        ReportRow.submission_id == SubmissionRow.id,
        ReportRow.rubric_version == SubmissionRow.rubric_version,
        ReportRow.engine_version == SubmissionRow.engine_version,
    )
    query = select(ReportRow.body).join(SubmissionRow, counts).where(SubmissionRow.id == submission_id)
    return connection.scalar(query)
