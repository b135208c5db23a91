"""The register of submissions: one looked up, many listed, always within one course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, and_, func, select

from store.page import Page, paged
from store.state import State
from store.tables import ReportRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class Entry:
    """A submission without what was handed in; the points are those of the report that counts."""

    id: str
    rubric_id: str
    rubric_version: str
    engine_version: str | None
    state: State
    student: str | None
    external_id: str | None
    key_id: str | None
    received_at: datetime
    finished_at: datetime | None
    cause: str | None
    """Why it failed, for staff."""
    score: float | None
    max_score: float | None


@dataclass(frozen=True, slots=True)
class Sought:
    """Which submissions are asked for; None asks for all."""

    rubric_id: str | None = None
    student: str | None = None
    external_id: str | None = None
    state: State | None = None
    owner: str | None = None
    """The student who asks, who finds nobody else's whatever else is asked for."""


def entry(connection: Connection, course: str, submission_id: str) -> Entry | None:
    """The submission of this id; None if the course has none."""
    row = SubmissionRow
    found = connection.execute(_entries().where(row.id == submission_id, row.course_id == course)).one_or_none()
    return None if found is None else _entry(found)


def handed_in(connection: Connection, submission_id: str) -> bytes:
    """What was handed in, byte for byte; of an entry that was found."""
    return connection.scalars(select(SubmissionRow.handed_in).where(SubmissionRow.id == submission_id)).one()


def entries(connection: Connection, course: str, sought: Sought, page: Page) -> Sequence[Entry]:
    """A page of a course's submissions."""
    row = SubmissionRow
    wanted = {
        row.rubric_id: sought.rubric_id,
        row.student: sought.student,
        row.external_id: sought.external_id,
        row.state: sought.state,
    }
    query = _entries().where(row.course_id == course)
    query = query.where(*(column == value for column, value in wanted.items() if value is not None))
    if sought.owner is not None:
        query = query.where(row.student == sought.owner)
    return [_entry(found) for found in connection.execute(paged(query, row.id, page))]


def _entries() -> Select:
    row, report = SubmissionRow, ReportRow
    counts = and_(
        report.submission_id == row.id,
        report.rubric_version == row.rubric_version,
        report.engine_version == row.engine_version,
    )
    return select(
        row.id,
        row.rubric_id,
        row.rubric_version,
        row.engine_version,
        row.state,
        row.student,
        row.external_id,
        row.key_id,
        row.received_at,
        row.finished_at,
        row.cause,
        func.coalesce(row.reviewed_score, report.score),
        report.max_score,
    ).outerjoin(report, counts)


def _entry(row: Row) -> Entry:
    return Entry(*row)
