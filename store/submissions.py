"""Submissions as they come in, and where each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, insert, select
from sqlalchemy.exc import IntegrityError

from fullmarks.errors import StudentError
from store.database import Database
from store.ids import new_id
from store.state import State
from store.tables import ReportRow, SubmissionRow

SENDING = timedelta(seconds=5)
"""How long a row may be stored before the message with its id must have been sent."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What was handed in: its body byte for byte, and the rubric that it is to be graded by."""

    course: str
    rubric_id: str
    rubric_version: str
    body: bytes
    student: str | None = None
    external_id: str | None = None
    idempotency_key: str | None = None
    key_id: str | None = None
    """The API key that handed it in."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a submission stands; the points are those of the report that counts, the cause is for staff."""

    id: str
    state: State
    score: float | None
    max_score: float | None
    cause: str | None


class KeyReusedError(StudentError):
    """An idempotency key that came with another body before."""

    def __init__(self, key: str) -> None:
        super().__init__(
            "idempotency_key_reused",
            f"The Idempotency-Key “{key}” came with another body before. A key stands for one submission; "
            "send a new key for a new one.",
        )


@dataclass(frozen=True, slots=True)
class Receipt:
    """The id of a stored submission, and whether this call stored it or an earlier one with the same key."""

    id: str
    is_new: bool


def receive(database: Database, handed_in: HandedIn, now: datetime) -> Receipt:
    """Store a submission. The same idempotency key and body again give the first one's id.

    Raises ``KeyReusedError`` for the same key with another body.
    """
    submission_id = new_id(now)
    try:
        with database.transaction() as connection:
            connection.execute(
                insert(SubmissionRow).values(
                    id=submission_id,
                    course_id=handed_in.course,
                    rubric_id=handed_in.rubric_id,
                    rubric_version=handed_in.rubric_version,
                    state=State.RECEIVED,
                    student=handed_in.student,
                    external_id=handed_in.external_id,
                    handed_in=handed_in.body,
                    idempotency_key=handed_in.idempotency_key,
                    key_id=handed_in.key_id,
                    received_at=now,
                    lease_until=now + SENDING,
                    sends=0,
                    claims=0,
                )
            )
    except IntegrityError:
        if handed_in.idempotency_key is None:
            raise
        with database.transaction() as connection:
            return _first_with_key(connection, handed_in, handed_in.idempotency_key)
    return Receipt(submission_id, is_new=True)


def _first_with_key(connection: Connection, again: HandedIn, key: str) -> Receipt:
    row = SubmissionRow
    query = select(row.id, row.handed_in).where(row.course_id == again.course, row.idempotency_key == key)
    first = connection.execute(query).one()
    if first.handed_in != again.body:
        raise KeyReusedError(key)
    return Receipt(first.id, is_new=False)


def standing(connection: Connection, submission_id: str) -> Standing | None:
    """Where the submission of this id stands; None if there is none."""
    counts = and_(
        ReportRow.submission_id == SubmissionRow.id,
        ReportRow.rubric_version == SubmissionRow.rubric_version,
        ReportRow.engine_version == SubmissionRow.engine_version,
    )
    query = (
        select(SubmissionRow.id, SubmissionRow.state, ReportRow.score, ReportRow.max_score, SubmissionRow.cause)
        .outerjoin(ReportRow, counts)
        .where(SubmissionRow.id == submission_id)
    )
    row = connection.execute(query).one_or_none()
    return Standing(row.id, row.state, row.score, row.max_score, row.cause) if row else None
