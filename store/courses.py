"""Courses, the tenants of a service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from store.tables import CourseRow

FIRST_COURSE = "main"
"""The course of a service that has only one; made with the tables, and of everything that was there before courses were."""


@dataclass(frozen=True, slots=True)
class Course:
    """A course."""

    id: str
    title: str
    created_at: datetime


def courses(connection: Connection) -> Sequence[Course]:
    """All courses, by id."""
    row = CourseRow
    query = select(row.id, row.title, row.created_at).order_by(row.id)
    return [Course(*found) for found in connection.execute(query)]


def lock_course(connection: Connection, course_id: str) -> None:
    """Have whoever else locks this course wait until the caller's transaction is over."""
    connection.execute(update(CourseRow).where(CourseRow.id == course_id).values(title=CourseRow.title))


def is_course(connection: Connection, course_id: str) -> bool:
    """Whether there is a course of this id."""
    return connection.scalar(select(CourseRow.id).where(CourseRow.id == course_id)) is not None


def add_course(connection: Connection, course_id: str, title: str, now: datetime) -> bool:
    """Add a course; False if there is one of this id."""
    # First of all a write, so that of two callers with one id the second waits for the first.
    done = connection.execute(_insert_or_not(connection).values(id=course_id, title=title, created_at=now))
    return done.rowcount == 1


def _insert_or_not(connection: Connection) -> Insert:
    """An INSERT that does nothing where there is such a course; each database has its own."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return insert(CourseRow).on_conflict_do_nothing()
