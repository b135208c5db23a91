"""What a regrade changes: found first, shown to staff, and applied when they say so."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Case,
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.sql.elements import SQLCoreOperations

from store.mark_tables import MarkRow
from store.marks import keep_marks
from store.page import Page, paged
from store.pieces import Piece
from store.regrade_tables import ChangeRow
from store.regrades import Regrade
from store.state import State
from store.tables import ReportRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class Change:
    """A submission whose report changes.

    The new one is ``body``, or else the one that counts with ``patch`` on its base; with neither it says the same. ``answers`` are
    the ids of its answers where they were found anew. ``changes`` is JSON for whoever shows it.
    """

    submission_id: str
    before: float
    score: float
    max_score: float
    lowers: bool
    changes: str
    total: str
    body: str | None = None
    patch: str | None = None
    answers: str | None = None


def keep_changes(connection: Connection, regrade_id: str, changes: Sequence[Change]) -> None:
    """Store what was found of some submissions."""
    if changes:
        connection.execute(
            insert(ChangeRow),
            [
                {
                    "regrade_id": regrade_id,
                    "submission_id": one.submission_id,
                    "before": one.before,
                    "score": one.score,
                    "max_score": one.max_score,
                    "lowers": one.lowers,
                    "changes": one.changes,
                    "total": one.total,
                    "body": one.body,
                    "patch": one.patch,
                    "answers": one.answers,
                }
                for one in changes
            ],
        )


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change as it is shown."""

    submission_id: str
    student: str | None
    external_id: str | None
    before: float
    score: float
    changes: str


def changes_page(
    connection: Connection, regrade_id: str, page: Page, *, only_lowered: bool = False
) -> list[ShownChange]:
    """A page of what changes, by submission."""
    row, of = ChangeRow, SubmissionRow
    query = (
        select(row.submission_id, of.student, of.external_id, row.before, row.score, row.changes)
        .join(of, of.id == row.submission_id)
        .where(row.regrade_id == regrade_id, or_(row.changes != "[]", row.score != row.before))
    )
    if only_lowered:
        query = query.where(row.lowers)
    return [ShownChange(*found) for found in connection.execute(paged(query, row.submission_id, page))]


def lowered(connection: Connection, regrade_id: str) -> int:
    """How many submissions would lose points in some part."""
    row = ChangeRow
    return connection.scalar(select(func.count()).where(row.regrade_id == regrade_id, row.lowers)) or 0


def apply_piece(connection: Connection, one: Regrade, piece: Piece, now: datetime) -> list[str]:
    """Let the new reports of a piece's submissions count; the ids of those.

    One that counts under another version by now than the one that was compared keeps what it has.
    """
    row = SubmissionRow
    moved = connection.scalars(
        update(row)
        .where(
            row.id.in_(piece.ids),
            row.state == State.GRADED,
            row.rubric_version == piece.rubric_version,
            row.engine_version == piece.engine_version,
        )
        .values(rubric_version=one.rubric_version, engine_version=one.engine_version)
        .returning(row.id)
    ).all()
    if moved:
        _keep_reports(connection, one, piece, moved, now)
        _keep_new_marks(connection, one, moved)
    return list(moved)


def _keep_reports(connection: Connection, one: Regrade, piece: Piece, moved: Sequence[str], now: datetime) -> None:
    """A report of each under the new version; where it had one before that is the same, byte for byte."""
    old, change = ReportRow, ChangeRow
    is_whole = change.body.is_not(None)
    base_version = func.coalesce(old.base_rubric_version, old.rubric_version)
    base_engine = func.coalesce(old.base_engine_version, old.engine_version)
    there = select(literal(1)).where(
        _other.c.submission_id == old.submission_id,
        _other.c.rubric_version == one.rubric_version,
        _other.c.engine_version == one.engine_version,
    )
    new = (
        select(
            old.submission_id,
            literal(one.rubric_version),
            literal(one.engine_version),
            func.coalesce(change.score, old.score),
            func.coalesce(change.max_score, old.max_score),
            change.body,
            _unless(is_whole, base_version),
            _unless(is_whole, base_engine),
            func.coalesce(change.patch, _unless(is_whole, old.patch)),
            func.coalesce(change.total, old.total),
            literal(one.id),
            literal(now, SubmissionRow.received_at.type),
        )
        .select_from(old)
        .outerjoin(change, and_(change.regrade_id == one.id, change.submission_id == old.submission_id))
        .where(
            old.submission_id.in_(moved),
            old.rubric_version == piece.rubric_version,
            old.engine_version == piece.engine_version,
            ~there.exists(),
        )
    )
    connection.execute(insert(ReportRow).from_select(_REPORT_COLUMNS, new))


_other = ReportRow.__table__.alias("other")
_REPORT_COLUMNS = [
    "submission_id",
    "rubric_version",
    "engine_version",
    "score",
    "max_score",
    "body",
    "base_rubric_version",
    "base_engine_version",
    "patch",
    "total",
    "regrade_id",
    "graded_at",
]


def _unless(
    is_so: ColumnElement[bool], value: SQLCoreOperations[str] | SQLCoreOperations[str | None]
) -> Case[str | None]:
    return case((is_so, null()), else_=value)


def _keep_new_marks(connection: Connection, one: Regrade, moved: Sequence[str]) -> None:
    row = ChangeRow
    found = connection.execute(
        select(row.submission_id, row.answers).where(
            row.regrade_id == one.id, row.submission_id.in_(moved), row.answers.is_not(None)
        )
    ).all()
    if found:
        connection.execute(delete(MarkRow).where(MarkRow.submission_id.in_([submission for submission, _ in found])))
        keep_marks(
            connection,
            [
                (submission, bytes.fromhex(answer))
                for submission, answers in found
                for answer in json.loads(answers or "[]")
            ],
        )
