"""What a person gets for a submission, as tables for other systems: a row a person, names and marks alone, no answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

from fullmarks.records import frozen
from fullmarks.report.cells import Cell, line
from fullmarks.report.model import Points, Report
from fullmarks.report.pending import pending_points
from fullmarks.report.standing import counted_items
from fullmarks.rubric.model import AttemptPolicy

MarksForm = Literal["csv", "gradescope-csv", "canvas-csv"]


@frozen
class CanvasPerson:
    """Somebody as Canvas has them, column by column."""

    student: str
    id: str
    sis_id: str
    login: str
    section: str


@frozen
class Marked:
    """One person's submission and its report. ``id`` is what the course knows the person by; what is not known is empty."""

    submission: str
    name: str
    id: str
    email: str
    submitted_at: datetime | None
    report: Report
    in_canvas: CanvasPerson | None = None


@frozen
class Sheet:
    """What a table is about: the assignment as the other system calls it, what it is worth, its parts and items in order.

    ``parts`` are ids with titles and what they are worth.
    """

    assignment: str
    max_score: Points
    parts: Sequence[tuple[str, str, Points]]
    items: Sequence[str]
    policy: AttemptPolicy


def beginning(sheet: Sheet, form: MarksForm) -> str:
    """The first rows."""
    return "".join(line(row) for row in _HEADS[form](sheet))


def row(marked: Marked, sheet: Sheet, form: MarksForm) -> str:
    """One person's."""
    return line(_ROWS[form](marked, sheet))


def _head(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    yield "submission", "name", "id", "email", "score", "max_score", "pending_points", *sheet.items


def _row(marked: Marked, sheet: Sheet) -> tuple[Cell, ...]:
    report = marked.report
    counted = counted_items(report, sheet.policy)
    items = (counted[item].points if item in counted else "" for item in sheet.items)
    who = marked.submission, marked.name, marked.id, marked.email
    return *who, report.score, report.max_score, pending_points(report), *items


def _gradescope_head(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    parts = (f"{part}: {title or part} ({float(worth)} pts)" for part, title, worth in sheet.parts)
    yield "Name", "SID", "Email", "Total Score", "Max Points", "Status", "Submission ID", "Submission Time", *parts


def _gradescope(marked: Marked, sheet: Sheet) -> tuple[Cell, ...]:
    """As Gradescope itself exports the marks of an assignment."""
    report = marked.report
    scores = {part.id: part.score for part in report.parts}
    when = marked.submitted_at.isoformat(" ", "seconds") if marked.submitted_at else ""
    parts = (scores.get(part, "") for part, _, _ in sheet.parts)
    who = marked.name or marked.submission, marked.id, marked.email
    return *who, report.score, report.max_score, "Graded", marked.submission, when, *parts


def _canvas_head(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    yield "Student", "ID", "SIS User ID", "SIS Login ID", "Section", sheet.assignment
    yield "    Points Possible", "", "", "", "", sheet.max_score


def _canvas(marked: Marked, sheet: Sheet) -> tuple[Cell, ...]:
    """As Canvas takes marks in: a person is known by Canvas's own id, or the id or login of the student information system."""
    if known := marked.in_canvas:
        return known.student, known.id, known.sis_id, known.login, known.section, marked.report.score
    return marked.name or marked.submission, "", marked.id, marked.email, "", marked.report.score


_HEADS: Mapping[MarksForm, Callable[[Sheet], Iterator[tuple[Cell, ...]]]] = {
    "csv": _head,
    "gradescope-csv": _gradescope_head,
    "canvas-csv": _canvas_head,
}
_ROWS: Mapping[MarksForm, Callable[[Marked, Sheet], tuple[Cell, ...]]] = {
    "csv": _row,
    "gradescope-csv": _gradescope,
    "canvas-csv": _canvas,
}
