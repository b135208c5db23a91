"""The pieces that a regrade is done in: each claimed by one worker, and done in one transaction with what comes out of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Connection, and_, exists, func, insert, or_, select, tuple_, update

from store.regrade_tables import PieceRow, RegradeRow

MOST_CLAIMS = 5
"""A piece that was begun so often and never done fails its regrade."""


Name = TypeVar("Name", bound=str)


class Phase(StrEnum):
    """What is done with a piece."""

    PLAN = "plan"
    JUDGE = "judge"
    COMPARE = "compare"
    GRADE = "grade"
    """Submissions are graded whole."""
    APPLY = "apply"


@dataclass(frozen=True, slots=True)
class PlannedPiece:
    """A piece to be: the ids that it is about, and the versions that their submissions count under."""

    phase: Phase
    ids: Sequence[str]
    rubric_version: str = ""
    engine_version: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece in the hands of one worker; ``claims`` tells this claim from every other."""

    regrade_id: str
    phase: Phase
    number: int
    rubric_version: str
    engine_version: str
    ids: tuple[str, ...]
    claims: int


def plan_pieces(connection: Connection, regrade_id: str, planned: Iterable[PlannedPiece], now: datetime) -> None:
    """Store pieces that are still to do."""
    numbers: dict[Phase, int] = {}
    rows = []
    for one in planned:
        number = numbers[one.phase] = numbers.get(one.phase, -1) + 1
        rows.append(
            {
                "regrade_id": regrade_id,
                "phase": one.phase,
                "number": number,
                "from_rubric_version": one.rubric_version,
                "from_engine_version": one.engine_version,
                "about": json.dumps([*one.ids]),
                "is_done": False,
                "claims": 0,
                "lease_until": now,
                "sent_until": now,
                "counts": "{}",
            }
        )
    if rows:
        connection.execute(insert(PieceRow), rows)


def claim_piece(
    connection: Connection, regrade_id: str, phases: Sequence[Phase], delivery: str, now: datetime, lease: timedelta
) -> Piece | None:
    """Take the next piece that nobody holds, for the length of the lease; None if there is none.

    A delivery that comes again is one whose process was lost: it may take back what it held.
    """
    row = PieceRow
    free = and_(
        row.regrade_id == regrade_id,
        row.phase.in_(phases),
        row.is_done.is_(False),
        or_(row.lease_until <= now, row.claimed_by == delivery),
    )
    first = select(row.phase, row.number).where(free).order_by(row.number).limit(1).with_for_update(skip_locked=True)
    chosen = first.cte("first")
    taken = connection.execute(
        update(row)
        .where(free, tuple_(row.phase, row.number).in_(select(chosen.c.phase, chosen.c.number)))
        .values(claims=row.claims + 1, claimed_by=delivery, lease_until=now + lease)
        .returning(row.phase, row.number, row.from_rubric_version, row.from_engine_version, row.about, row.claims)
    ).one_or_none()
    if taken is None:
        return None
    ids = tuple(json.loads(taken.about))
    return Piece(
        regrade_id,
        Phase(taken.phase),
        taken.number,
        taken.from_rubric_version,
        taken.from_engine_version,
        ids,
        taken.claims,
    )


class LostPieceError(Exception):
    """Somebody else has done the piece, or holds it now: what this worker found is dropped, whole."""


def finish_piece(connection: Connection, piece: Piece, counts: str, told: Sequence[str] | None = None) -> None:
    """Mark a piece as done, in the transaction that stores what came out; raises ``LostPieceError``, which undoes that.

    ``told`` are those of its ids that something came out of, by default all: it is about these from now on.
    """
    row = PieceRow
    done = connection.execute(
        update(row)
        .where(
            row.regrade_id == piece.regrade_id,
            row.phase == piece.phase,
            row.number == piece.number,
            row.is_done.is_(False),
            row.claims == piece.claims,
        )
        .values(is_done=True, counts=counts, about=json.dumps([*(piece.ids if told is None else told)]))
    )
    if done.rowcount != 1:
        raise LostPieceError


def open_pieces(connection: Connection, regrade_id: str, phases: Sequence[Phase]) -> int:
    """How many are still to do."""
    row = PieceRow
    query = select(func.count()).where(row.regrade_id == regrade_id, row.phase.in_(phases), row.is_done.is_(False))
    return connection.scalar(query) or 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Pieces of one phase: how many are done, of how many."""

    done: int
    of: int


def progress(connection: Connection, regrade_id: str) -> Mapping[Phase, Progress]:
    """How far each phase is that was planned."""
    row = PieceRow
    query = select(row.phase, row.is_done, func.count()).where(row.regrade_id == regrade_id)
    found: dict[Phase, Progress] = {}
    for phase, is_done, number in connection.execute(query.group_by(row.phase, row.is_done)):
        before = found.get(Phase(phase), Progress(0, 0))
        found[Phase(phase)] = Progress(before.done + (number if is_done else 0), before.of + number)
    return found


@dataclass(frozen=True, slots=True)
class Left:
    """Pieces that are still to do."""

    course: str
    rubric_id: str
    phase: Phase
    pieces: int


def pieces_left(connection: Connection, active: Mapping[Name, Sequence[Phase]]) -> list[Left]:
    """Of all regrades that go on, what is planned and not done; ``active`` are the phases by state."""
    piece, whole = PieceRow, RegradeRow
    query = (
        select(whole.course_id, whole.rubric_id, piece.phase, func.count())
        .join(whole, whole.id == piece.regrade_id)
        .where(whole.state.in_(list(active)), piece.is_done.is_(False))
        .group_by(whole.course_id, whole.rubric_id, piece.phase)
    )
    return [Left(course, rubric, Phase(phase), count) for course, rubric, phase, count in connection.execute(query)]


def piece_counts(connection: Connection, regrade_id: str, phases: Sequence[Phase]) -> list[str]:
    """What came out of the pieces that are done."""
    row = PieceRow
    query = select(row.counts).where(row.regrade_id == regrade_id, row.phase.in_(phases), row.is_done)
    return list(connection.scalars(query.order_by(row.phase, row.number)))


def pieces_of(connection: Connection, regrade_id: str, phases: Sequence[Phase]) -> list[PlannedPiece]:
    """The pieces of these phases, to be planned again in another."""
    row = PieceRow
    query = select(row.phase, row.about, row.from_rubric_version, row.from_engine_version)
    query = query.where(row.regrade_id == regrade_id, row.phase.in_(phases)).order_by(row.phase, row.number)
    return [
        PlannedPiece(Phase(phase), json.loads(about), version, engine)
        for phase, about, version, engine in connection.execute(query)
    ]


def take_overdue_pieces(
    connection: Connection, active: Mapping[Name, Sequence[Phase]], now: datetime, patience: timedelta
) -> dict[str, int]:
    """By regrade, how many messages it needs: for pieces that nobody holds and no message is under way for.

    ``active`` are the phases by state. A regrade whose pieces are all done and that did not move on needs one.
    """
    piece, whole = PieceRow, RegradeRow
    found: dict[str, int] = {}
    for state, phases in active.items():
        in_state = select(whole.id).where(whole.state == state)
        late = connection.scalars(
            update(piece)
            .where(
                piece.regrade_id.in_(in_state),
                piece.phase.in_(phases),
                piece.is_done.is_(False),
                piece.lease_until < now,
                piece.sent_until < now,
            )
            .values(sent_until=now + patience)
            .returning(piece.regrade_id)
        )
        for regrade_id in late:
            found[regrade_id] = found.get(regrade_id, 0) + 1
        open_one = exists().where(piece.regrade_id == whole.id, piece.phase.in_(phases), piece.is_done.is_(False))
        for regrade_id in connection.scalars(select(whole.id).where(whole.state == state, ~open_one)):
            found[regrade_id] = 1
    return found
