"""What a caller is shown of a report: staff all of it, a student what the rubric lets out by now, others nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from fullmarks.report.model import Report
from fullmarks.report.released_keys import released_keys
from fullmarks.report.student_view import student_view
from fullmarks.rubric.model import Rubric
from service.caller import Caller
from service.desk import Desk
from service.visible import may_see
from store.clock import now
from store.register import Entry, entry, handed_in
from store.reports import counted_report
from store.scope import Scope
from workers.handed_in import read_body

View = Literal["staff", "student"]


def are_points_released(at: Desk, connection: Connection, known: Caller, found: Entry) -> bool:
    """Whether this caller may see verdicts and points of a submission that they may see at all."""
    if known.is_staff:
        return True
    if known.scope is not Scope.STUDENT:
        return False
    rubric = _rubric(at, known.course, found)
    when = rubric.release.verdicts
    return when == "at once" or (when == "after due" and _due_passed(connection, found, rubric))


def report_at_once(at: Desk, known: Caller, submission_id: str) -> str | None:
    """The report for who has just handed in and waited for it; None where they may not see it, or not yet."""
    with at.database.transaction() as connection:
        found = entry(connection, known.course, submission_id)
        if found is None or not may_see(known, found) or not are_points_released(at, connection, known, found):
            return None
        return report_in("staff" if known.is_staff else "student", at, connection, known.course, found)


def report_in(view: View, at: Desk, connection: Connection, course: str, found: Entry) -> str:
    """The report that counts, as JSON; the staff's view is the very bytes that were stored."""
    stored = counted_report(connection, found.id)
    if stored is None:
        raise LookupError(f"Submission {found.id} is graded and has no report.")
    return stored if view == "staff" else in_student_view(stored, at, connection, course, found).model_dump_json()


def in_student_view(stored: str, at: Desk, connection: Connection, course: str, found: Entry) -> Report:
    """One of its reports as its student may see it, with the keys that the rubric has let out by now."""
    rubric = _rubric(at, course, found)
    keys = released_keys(rubric, due_passed=_due_passed(connection, found, rubric))
    return student_view(Report.model_validate_json(stored), keys)


def _rubric(at: Desk, course: str, found: Entry) -> Rubric:
    return at.rubrics.of_version(course, found.rubric_id, found.rubric_version)


def _due_passed(connection: Connection, found: Entry, rubric: Rubric) -> bool:
    """Whether the time is over that was due for this student, or for all; never where nobody knows it."""
    if "after due" not in {rubric.release.verdicts, rubric.release.keys}:
        return False
    due = _due(connection, found, rubric)
    return due is not None and now() > due


def _due(connection: Connection, found: Entry, rubric: Rubric) -> datetime | None:
    own = read_body(handed_in(connection, found.id)).submission(rubric, found.id).due
    return own or (rubric.late.after if rubric.late else None)
