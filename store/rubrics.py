"""Rubrics by version, as their authors wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, insert, select, update

from store.audit import Change, last_change, record
from store.tables import RubricRow


@dataclass(frozen=True, slots=True)
class RubricName:
    """One version of a rubric; each course has its own rubrics."""

    course: str
    id: str
    version: str
    title: str


@dataclass(frozen=True, slots=True)
class RubricSource:
    """One version of a rubric with the text of its file."""

    name: RubricName
    text: str


@dataclass(frozen=True, slots=True)
class RubricVersion:
    """One version of a rubric in the list of all of them."""

    version: str
    title: str
    is_current: bool
    published_at: datetime


FOLDER = "rubrics.folder"
"""The change of the service's own folder, in the log: what it held since."""


def publish(connection: Connection, course: str, rubrics: Sequence[RubricSource], now: datetime) -> None:
    """Follow what the service's folder holds now: what is new in it counts from now on, what has gone from it does not.

    What came in over HTTP since the folder last changed goes on counting. The caller's transaction is one that nothing
    else writes beside (``Database.locked``).
    """
    holds = {rubric.name.id: rubric.name.version for rubric in rubrics}
    held = _last_held(connection, course)
    if held == holds:
        return
    for rubric in rubrics:
        if held.get(rubric.name.id) != rubric.name.version:
            publish_one(connection, rubric, now)
    for rubric_id, version in held.items():
        if rubric_id not in holds and current_version(connection, course, rubric_id) == version:
            _withdraw(connection, course, rubric_id)
    record(connection, Change(FOLDER, course, course, None, holds), now)


def _last_held(connection: Connection, course: str) -> Mapping[str, str]:
    """What the folder held when it was last followed; before that was written down, all that counted came from it."""
    last = last_change(connection, course, FOLDER)
    if last is None:
        return {name.id: name.version for name in current_rubrics(connection, course)}
    return {rubric_id: str(version) for rubric_id, version in last.detail.items()}


def publish_one(connection: Connection, rubric: RubricSource, now: datetime) -> bool:
    """Make this the version of its rubric that new submissions are graded by; whether it is a new one.

    Nothing else may publish beside the caller's transaction: it has locked its course, or all tables.
    """
    row, name = RubricRow, rubric.name
    is_it = and_(row.course_id == name.course, row.id == name.id)
    _withdraw(connection, name.course, name.id)
    done = connection.execute(update(row).where(is_it, row.version == name.version).values(is_current=True))
    if done.rowcount:
        return False
    connection.execute(
        insert(row).values(
            course_id=name.course,
            id=name.id,
            version=name.version,
            title=name.title,
            source=rubric.text,
            is_current=True,
            published_at=now,
        )
    )
    return True


def _withdraw(connection: Connection, course: str, rubric_id: str) -> None:
    row = RubricRow
    is_it = and_(row.course_id == course, row.id == rubric_id, row.is_current)
    connection.execute(update(row).where(is_it).values(is_current=False))


def current_version(connection: Connection, course: str, rubric_id: str) -> str | None:
    """The version that new submissions are graded by; None if there is no such rubric."""
    row = RubricRow
    return connection.scalar(select(row.version).where(row.course_id == course, row.id == rubric_id, row.is_current))


def versions(connection: Connection, course: str, rubric_id: str) -> Sequence[RubricVersion]:
    """Every version that a rubric ever had, the first one first."""
    row = RubricRow
    query = select(row.version, row.title, row.is_current, row.published_at)
    query = query.where(row.course_id == course, row.id == rubric_id).order_by(row.published_at, row.version)
    return [RubricVersion(*found) for found in connection.execute(query)]


def current_rubrics(connection: Connection, course: str | None = None) -> list[RubricName]:
    """The rubrics that new submissions are graded by, of one course or of all, in the order of their ids."""
    row = RubricRow
    query = select(row.course_id, row.id, row.version, row.title).where(row.is_current)
    query = (
        query.order_by(row.course_id, row.id)
        if course is None
        else query.where(row.course_id == course).order_by(row.id)
    )
    return [RubricName(*found) for found in connection.execute(query)]


def rubric_text(connection: Connection, course: str, rubric_id: str, version: str) -> str | None:
    """The file of one version of a rubric; None if it was never published."""
    row = RubricRow
    query = select(row.source).where(row.course_id == course, row.id == rubric_id, row.version == version)
    return connection.scalar(query)
