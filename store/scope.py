"""What an API key lets its holder do."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """From least to most; each may do what those before it may, within its course."""

    SUBMIT = "submit"
    """Hand in for anybody, and read nothing back but where a submission stands: for programs that collect answers."""
    STUDENT = "student"
    """Hand in as one student, and read that student's own reports in the student's view."""
    STAFF = "staff"
    """Everything in one course: rubrics, reports in the staff's view, reviews, regrades, its keys."""
    ADMIN = "admin"
    """Everything in every course."""

    def covers(self, least: Scope) -> bool:
        """Whether this is enough for what needs the other at least."""
        return _RANK[self] >= _RANK[least]


_RANK = {scope: rank for rank, scope in enumerate(Scope)}
