"""What is removed for good: a student's data, and what has been kept long enough."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from store.audit import Change, record
from store.database import Database
from store.ids import first_id
from store.tables import Base, KeyRow, SubmissionRow

REMOVED = "student.remove"
"""The change in the log."""
AT_A_TIME = 500
"""Submissions that go in one transaction: others wait meanwhile."""


@dataclass(frozen=True, slots=True)
class Removed:
    """How much is gone."""

    submissions: int
    keys: int


def forget(database: Database, course: str, student: str, key_id: str | None, now: datetime) -> Removed:
    """Remove all that a student handed in, its reports, and the student's keys; ``key_id`` is whose word it was.

    In pieces, so that others need not wait long; what is gone is in the log, whatever happens before the rest is.
    """
    with database.writing() as connection:
        keys = _remove_keys(connection, course, student)
        some = _remove_some(connection, course, student)
        _record(connection, course, student, key_id, Removed(some, keys), now)
    submissions = some
    while some:
        with database.writing() as connection:
            some = _remove_some(connection, course, student)
            _record(connection, course, student, key_id, Removed(some, 0), now)
        submissions += some
    return Removed(submissions, keys)


def pseudonym(course: str, student: str) -> str:
    """What the log calls a student who is removed: whoever knows the name can find it, and nobody can read it."""
    return hashlib.sha256(f"{course}\0{student}".encode()).hexdigest()[:32]


def _record(
    connection: Connection, course: str, student: str, key_id: str | None, removed: Removed, now: datetime
) -> None:
    if removed.submissions or removed.keys:
        detail = {"submissions": removed.submissions, "keys": removed.keys}
        record(connection, Change(REMOVED, pseudonym(course, student), course, key_id, detail), now)


def _remove_some(connection: Connection, course: str, student: str) -> int:
    """Remove so many of a student's submissions, with all that belongs to them; how many they were."""
    row = SubmissionRow
    query = select(row.id).where(row.course_id == course, row.student == student).limit(AT_A_TIME).with_for_update()
    return _remove(connection, connection.scalars(query).all())


def _remove_keys(connection: Connection, course: str, student: str) -> int:
    """Remove a student's own keys; how many they were."""
    return connection.execute(delete(KeyRow).where(KeyRow.course_id == course, KeyRow.student == student)).rowcount


def remove_old(connection: Connection, before: datetime) -> int:
    """Remove so many of the submissions that came in before a moment; how many they were."""
    row = SubmissionRow
    # Ids sort by time: no other index is needed.
    query = select(row.id).where(row.id < first_id(before)).order_by(row.id).limit(AT_A_TIME).with_for_update()
    return _remove(connection, connection.scalars(query).all())


def count_old(connection: Connection, before: datetime) -> int:
    """How many submissions came in before a moment."""
    query = select(func.count()).select_from(SubmissionRow).where(SubmissionRow.id < first_id(before))
    return connection.scalar(query) or 0


def _remove(connection: Connection, ids: Sequence[str]) -> int:
    """Remove these and what belongs to them; a worker that is at one of them finds it gone when it is done.

    A table that belongs to submissions names them in a column ``submission_id``; a test sees to that.
    """
    if not ids:
        return 0
    for table in reversed(Base.metadata.sorted_tables):
        if "submission_id" in table.columns:
            connection.execute(delete(table).where(table.columns["submission_id"].in_(ids)))
    return connection.execute(delete(SubmissionRow).where(SubmissionRow.id.in_(ids))).rowcount
