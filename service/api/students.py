"""A student's data: all of it to take along, and all of it removed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from pydantic import Field
from sqlalchemy import Connection

from fullmarks.errors import StudentError
from fullmarks.report.model import Report
from service.api.model import ApiModel
from service.caller import Caller, caller
from service.desk import Desk, desk
from service.operation import LINES, Answer, Operation, Reply
from service.release import are_points_released, in_student_view
from store.clock import now
from store.page import Page
from store.register import Entry, Sought, entries, handed_in
from store.removal import forget
from store.reports import reports
from store.scope import Scope
from store.state import State

PATH = "/v1/students/<student>"
ROWS_A_PIECE = 20
"""Submissions that are held in memory at a time."""


class ExportedSubmission(ApiModel):
    """One line: what was handed in, and every report on it that the student may see."""

    id: str
    rubric: str
    rubric_version: str
    student: str
    external_id: str | None
    state: State
    received_at: datetime
    handed_in: Annotated[str, Field(description="The body as it was sent: JSON.")]
    reports: Annotated[
        tuple[Report, ...], Field(description="Oldest first, in the student's view, as far as rubrics let them out.")
    ]


class Removed(ApiModel):
    """What is gone."""

    submissions: int
    keys: int


def export_student(student: str) -> Reply:
    """All that a student handed in, with the reports, a submission a line."""
    known = caller()
    if known.student not in {None, student}:
        raise StudentError("no_such_student", f"There is no student “{student[:80]}”.")
    return Reply(_lines(desk(), known, student), media_type=LINES)


def remove_student(student: str) -> Reply:
    """Remove all that a student handed in, its reports, and the student's keys."""
    known = caller()
    removed = forget(desk().database, known.course, student, known.key_id, now())
    return Reply(Removed(submissions=removed.submissions, keys=removed.keys))


def _lines(at: Desk, known: Caller, student: str) -> Iterator[str]:
    after = None
    while True:
        with at.database.transaction() as connection:
            some = entries(connection, known.course, Sought(student=student), Page(ROWS_A_PIECE, after))
            lines = [_line(at, connection, known, found) for found in some]
        yield from lines
        if len(some) < ROWS_A_PIECE:
            return
        after = some[-1].id


def _line(at: Desk, connection: Connection, known: Caller, found: Entry) -> str:
    released = are_points_released(at, connection, known, found)
    shown = [in_student_view(one, at, connection, known.course, found) for one in reports(connection, found.id)]
    line = ExportedSubmission(
        id=found.id,
        rubric=found.rubric_id,
        rubric_version=found.rubric_version,
        student=found.student or "",
        external_id=found.external_id,
        state=found.state,
        received_at=found.received_at,
        handed_in=handed_in(connection, found.id).decode("utf-8-sig"),
        reports=tuple(shown) if released else (),
    )
    return f"{line.model_dump_json()}\n"


OPERATIONS = (
    Operation(
        name="export_student",
        method="GET",
        path=f"{PATH}/export",
        summary="All that a student handed in, with the reports",
        handler=export_student,
        scope=Scope.STUDENT,
        answers={
            200: Answer(
                "A submission a line, oldest first; nothing where there is none.", ExportedSubmission, is_lines=True
            )
        },
        refusals={404: "A student's key asks for another student."},
    ),
    Operation(
        name="remove_student",
        method="DELETE",
        path=PATH,
        summary="Remove all that a student handed in, the reports and the student's keys",
        handler=remove_student,
        scope=Scope.STAFF,
        answers={200: Answer("They are gone; again, and nothing more goes.", Removed)},
    ),
)
