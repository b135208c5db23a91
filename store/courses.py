"""Courses, the tenants of a service."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from store.tables import CourseRow

FIRST_COURSE = "main"
"""The course of a service that has only one; made with the tables, and of everything that was there before courses were."""


def is_course(connection: Connection, course_id: str) -> bool:
    """Whether there is a course of this id."""
    return connection.scalar(select(CourseRow.id).where(CourseRow.id == course_id)) is not None


def add_course(connection: Connection, course_id: str, title: str, now: datetime) -> bool:
    """Add a course; False if there is one of this id."""
    if is_course(connection, course_id):
        return False
    connection.execute(insert(CourseRow).values(id=course_id, title=title, created_at=now))
    return True
