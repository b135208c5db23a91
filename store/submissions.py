"""Submissions as they come in, and where each one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from fullmarks.errors import StudentError
from store.ids import new_id
from store.state import State
from store.tables import ReportRow, RubricRow, SubmissionRow

Row = dict[str, str | bytes | int | datetime | None]
"""Column -> value, as a statement takes it."""
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


@dataclass(frozen=True, slots=True)
class Outdated:
    """Not stored: the rubric has a newer version than the one that was meant, by which it is to be read again."""


Stored = Receipt | KeyReusedError | Outdated

# What every POST asks. Made once, a statement costs half of what it costs when it is made anew; and on the table itself, since
# for a mapped class SQLAlchemy goes through every row that it is given.
_TABLE = SubmissionRow.metadata.tables[SubmissionRow.__tablename__]
_INSERT = insert(_TABLE)
_INSERT_KEYED = {
    name: dialect.insert(_TABLE)
    .on_conflict_do_nothing(index_elements=["course_id", "idempotency_key"])
    .returning(_TABLE.c.id)
    for name, dialect in {"sqlite": sqlite, "postgresql": postgresql}.items()
}
_VERSION = tuple_(RubricRow.course_id, RubricRow.id, RubricRow.version)
_CURRENT = select(*_VERSION.clauses).where(RubricRow.is_current, _VERSION.in_(bindparam("meant", expanding=True)))


def receive(connection: Connection, several: Sequence[HandedIn], now: datetime) -> list[Stored]:
    """Store submissions; for each its receipt. The same idempotency key and body again give the first one's id.

    The same key with another body, or a version of a rubric that is no longer current, costs the others nothing.
    """
    ids = [new_id(now) for _ in several]
    rows = [_row(submission_id, one, now) for submission_id, one in zip(ids, several, strict=True)]
    keyed = [row for row in rows if row["idempotency_key"] is not None]
    if len(keyed) < len(rows):
        connection.execute(_INSERT, [row for row in rows if row["idempotency_key"] is None])
    stored = _insert_keyed(connection, keyed) if keyed else frozenset()
    outdated = _take_back_outdated(connection, ids, several)
    return [
        Outdated()
        if submission_id in outdated
        else Receipt(submission_id, is_new=True)
        if one.idempotency_key is None or submission_id in stored
        else _first_with_key(connection, one, one.idempotency_key)
        for submission_id, one in zip(ids, several, strict=True)
    ]


def _take_back_outdated(connection: Connection, ids: Sequence[str], several: Sequence[HandedIn]) -> frozenset[str]:
    """Remove what was just stored for a version that is not current; their ids. A transaction begins with what it writes."""
    meant = {(one.course, one.rubric_id, one.rubric_version) for one in several}
    current = {tuple(found) for found in connection.execute(_CURRENT, {"meant": list(meant)})}
    if meant <= current:
        return frozenset()
    outdated = frozenset(
        submission_id
        for submission_id, one in zip(ids, several, strict=True)
        if (one.course, one.rubric_id, one.rubric_version) not in current
    )
    connection.execute(delete(SubmissionRow).where(SubmissionRow.id.in_(outdated)))
    return outdated


def _row(submission_id: str, one: HandedIn, now: datetime) -> Row:
    return {
        "id": submission_id,
        "course_id": one.course,
        "rubric_id": one.rubric_id,
        "rubric_version": one.rubric_version,
        "state": State.RECEIVED,
        "student": one.student,
        "external_id": one.external_id,
        "handed_in": one.body,
        "idempotency_key": one.idempotency_key,
        "key_id": one.key_id,
        "received_at": now,
        "lease_until": now + SENDING,
        "sends": 0,
        "claims": 0,
    }


def _insert_keyed(connection: Connection, rows: Sequence[Row]) -> frozenset[str]:
    """Store those whose key is new; their ids."""
    return frozenset(connection.scalars(_INSERT_KEYED[connection.dialect.name], rows))


def _first_with_key(connection: Connection, again: HandedIn, key: str) -> Receipt | KeyReusedError:
    row = SubmissionRow
    query = select(row.id, row.handed_in).where(row.course_id == again.course, row.idempotency_key == key)
    first = connection.execute(query).one()
    return Receipt(first.id, is_new=False) if first.handed_in == again.body else KeyReusedError(key)


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


def bodies(connection: Connection, ids: Sequence[str]) -> list[tuple[str, bytes]]:
    """What some submissions handed in, in the order of their ids."""
    row = SubmissionRow
    query = select(row.id, row.handed_in).where(row.id.in_(ids)).order_by(row.id)
    return [(submission, body) for submission, body in connection.execute(query)]
