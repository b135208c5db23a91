"""Regrades: what each is about, and how far it is.

    received ─▶ judging ─▶ comparing ─▶ computed ─▶ applying ─▶ applied
        ╰───────────┴──────────┴────────────────────────┴─────▶ failed

Until it is computed nothing has changed for anybody. Each arrow is one conditional UPDATE.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, and_, func, insert, not_, select, update

from store.ids import new_id
from store.page import Page, paged
from store.pieces import Phase, PlannedPiece, plan_pieces
from store.regrade_tables import RegradeRow
from store.state import State
from store.tables import SubmissionRow


class RegradeState(StrEnum):
    """Where a regrade stands."""

    RECEIVED = "received"
    JUDGING = "judging"
    """Each distinct answer that may come to something else is judged."""
    COMPARING = "comparing"
    """Who changes, and to what, is worked out."""
    COMPUTED = "computed"
    """The difference is known; nothing is changed before somebody says so."""
    APPLYING = "applying"
    APPLIED = "applied"
    FAILED = "failed"
    """The row's cause says why; what was applied stays."""


PHASES = {
    RegradeState.RECEIVED: (Phase.PLAN,),
    RegradeState.JUDGING: (Phase.JUDGE,),
    RegradeState.COMPARING: (Phase.COMPARE, Phase.GRADE),
    RegradeState.APPLYING: (Phase.APPLY,),
}
"""What there is to do in each state in which there is anything to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for; without ``submissions`` it is about all that are graded under another version."""

    course: str
    rubric_id: str
    rubric_version: str
    engine_version: str
    applies_by_itself: bool
    allow_lower: bool
    submissions: tuple[str, ...] = ()
    key_id: str | None = None


@dataclass(frozen=True, slots=True)
class Regrade:
    """A regrade as it is stored."""

    id: str
    course: str
    rubric_id: str
    rubric_version: str
    engine_version: str
    state: RegradeState
    applies_by_itself: bool
    allow_lower: bool
    submissions: int
    key_id: str | None
    created_at: datetime
    computed_at: datetime | None
    applied_at: datetime | None
    cause: str | None


def begin(connection: Connection, asked: Asked, now: datetime) -> str:
    """Store a regrade with the one piece that plans the others; its id."""
    regrade_id = new_id(now)
    connection.execute(
        insert(RegradeRow).values(
            id=regrade_id,
            course_id=asked.course,
            rubric_id=asked.rubric_id,
            rubric_version=asked.rubric_version,
            engine_version=asked.engine_version,
            state=RegradeState.RECEIVED,
            applies_by_itself=asked.applies_by_itself,
            allow_lower=asked.allow_lower,
            submissions=0,
            key_id=asked.key_id,
            created_at=now,
        )
    )
    plan_pieces(connection, regrade_id, [PlannedPiece(Phase.PLAN, asked.submissions)], now)
    return regrade_id


_COLUMNS = [
    RegradeRow.id,
    RegradeRow.course_id,
    RegradeRow.rubric_id,
    RegradeRow.rubric_version,
    RegradeRow.engine_version,
    RegradeRow.state,
    RegradeRow.applies_by_itself,
    RegradeRow.allow_lower,
    RegradeRow.submissions,
    RegradeRow.key_id,
    RegradeRow.created_at,
    RegradeRow.computed_at,
    RegradeRow.applied_at,
    RegradeRow.cause,
]


def regrade(connection: Connection, regrade_id: str) -> Regrade | None:
    """The regrade of this id; None if there is none."""
    row = connection.execute(select(*_COLUMNS).where(RegradeRow.id == regrade_id)).one_or_none()
    return _regrade(row) if row else None


def regrades(connection: Connection, course: str, page: Page) -> list[Regrade]:
    """A page of a course's regrades."""
    query = select(*_COLUMNS).where(RegradeRow.course_id == course)
    return [_regrade(row) for row in connection.execute(paged(query, RegradeRow.id, page))]


def _regrade(row: Sequence[object]) -> Regrade:
    values = list(row)
    values[5] = RegradeState(str(values[5]))
    return Regrade(*values)  # type: ignore[arg-type]


def move_on(connection: Connection, one: Regrade, state: RegradeState, now: datetime, cause: str | None = None) -> bool:
    """Go from the state that the regrade is in to another; False if somebody was quicker."""
    row = RegradeRow
    values: dict[str, str | datetime | None] = {"state": state, "cause": cause}
    if state is RegradeState.COMPUTED:
        values["computed_at"] = now
    if state is RegradeState.APPLIED:
        values["applied_at"] = now
    moved = connection.execute(update(row).where(row.id == one.id, row.state == one.state).values(values))
    return moved.rowcount == 1


def allow_lower(connection: Connection, regrade_id: str) -> None:
    """Let it lower points."""
    connection.execute(update(RegradeRow).where(RegradeRow.id == regrade_id).values(allow_lower=True))


def set_size(connection: Connection, regrade_id: str, submissions: int) -> None:
    """Note how many submissions it is about."""
    connection.execute(update(RegradeRow).where(RegradeRow.id == regrade_id).values(submissions=submissions))


@dataclass(frozen=True, slots=True)
class Origin:
    """The version and engine under which submissions are graded."""

    rubric_version: str
    engine_version: str


def to_regrade(connection: Connection, one: Regrade, only: Sequence[str]) -> dict[Origin, list[str]]:
    """The graded submissions that do not count under the target yet, by what they count under; ``only``: of these."""
    row = SubmissionRow
    there = and_(row.rubric_version == one.rubric_version, row.engine_version == one.engine_version)
    query = (
        select(row.id, row.rubric_version, row.engine_version)
        .where(row.course_id == one.course, row.rubric_id == one.rubric_id, row.state == State.GRADED, not_(there))
        .order_by(row.id)
    )
    if only:
        query = query.where(row.id.in_(only))
    found: dict[Origin, list[str]] = {}
    for submission, version, engine in connection.execute(query):
        found.setdefault(Origin(version, engine or ""), []).append(submission)
    return found


def unfinished(connection: Connection, one: Regrade) -> int:
    """How many submissions to the rubric are not graded yet, and so are no matter of a regrade."""
    row = SubmissionRow
    query = select(func.count()).where(
        row.course_id == one.course,
        row.rubric_id == one.rubric_id,
        row.state.in_([State.RECEIVED, State.QUEUED, State.GRADING]),
    )
    return connection.scalar(query) or 0
