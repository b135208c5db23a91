"""Rubrics by version, as their authors wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

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


def publish(connection: Connection, course: str, rubrics: Sequence[RubricSource], now: datetime) -> None:
    """Make these the rubrics that a course's new submissions are graded by; what was there stays, but doesn't count.

    The caller's transaction is one that nothing else writes beside (``Database.locked``).
    """
    row = RubricRow
    of_course = row.course_id == course
    known = {(found.id, found.version) for found in connection.execute(select(row.id, row.version).where(of_course))}
    connection.execute(update(row).where(of_course, row.is_current).values(is_current=False))
    for rubric in rubrics:
        rubric_id, version, title = rubric.name.id, rubric.name.version, rubric.name.title
        if (rubric_id, version) in known:
            is_this = update(row).where(of_course, row.id == rubric_id, row.version == version)
            connection.execute(is_this.values(is_current=True))
        else:
            new = insert(row).values(course_id=course, id=rubric_id, version=version, title=title, source=rubric.text)
            connection.execute(new.values(is_current=True, published_at=now))


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
