"""A worker's hold on submissions: claimed, then finished or failed, each by a conditional UPDATE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, or_, tuple_, update

from store.marks import NOTHING_KNOWN, Known
from store.reports import Grading, StoredReport, keep
from store.state import State
from store.tables import SubmissionRow

MOST_CLAIMS = 3
"""A submission that was begun so often and never finished is not tried again."""

GIVEN_UP = (
    f"Its grading was begun {MOST_CLAIMS} times, and each time the worker process ended before it was done: "
    "killed, out of memory, or stopped at the hard time limit."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; ``delivery`` and ``number`` tell it from every other claim on the same row."""

    id: str
    delivery: str
    number: int
    course: str
    rubric_id: str
    rubric_version: str
    body: bytes


def claim_fresh(
    connection: Connection, ids: Sequence[str], delivery: str, now: datetime, lease: timedelta
) -> list[Claim]:
    """Take those of several submissions that nobody has begun yet, in their order, for the length of the lease."""
    row = SubmissionRow
    is_fresh = and_(row.id.in_(ids), row.state.in_([State.RECEIVED, State.QUEUED]), row.claims == 0)
    taken = connection.execute(
        update(row)
        .where(is_fresh)
        .values(state=State.GRADING, claims=1, claimed_by=delivery, lease_until=now + lease)
        .returning(row.id, row.course_id, row.rubric_id, row.rubric_version, row.handed_in)
    )
    found = {
        one.id: Claim(one.id, delivery, 1, one.course_id, one.rubric_id, one.rubric_version, one.handed_in)
        for one in taken
    }
    return [found[submission_id] for submission_id in ids if submission_id in found]


def claim(connection: Connection, submission_id: str, delivery: str, now: datetime, lease: timedelta) -> Claim | None:
    """Take a submission that nobody holds, for the length of the lease; None if there is nothing to do.

    A delivery that comes again is one whose worker was lost, so it may take back what it held. A row that was claimed
    too often becomes failed instead.
    """
    row = SubmissionRow
    abandoned = and_(row.state == State.GRADING, or_(row.claimed_by == delivery, row.lease_until < now))
    is_free = and_(row.id == submission_id, or_(row.state.in_([State.RECEIVED, State.QUEUED]), abandoned))
    taken = connection.execute(
        update(row)
        .where(is_free, row.claims < MOST_CLAIMS)
        .values(state=State.GRADING, claims=row.claims + 1, claimed_by=delivery, lease_until=now + lease)
        .returning(row.claims, row.course_id, row.rubric_id, row.rubric_version, row.handed_in)
    ).one_or_none()
    if taken is None:
        given_up = update(row).where(is_free, row.claims >= MOST_CLAIMS)
        connection.execute(given_up.values(state=State.FAILED, cause=GIVEN_UP, finished_at=now))
        return None
    return Claim(submission_id, delivery, *taken)


def _is_held(held: Claim) -> ColumnElement[bool]:
    row = SubmissionRow
    return and_(
        row.id == held.id,
        row.state == State.GRADING,
        row.claimed_by == held.delivery,
        row.claims == held.number,
    )


def finish(
    connection: Connection, done: Sequence[tuple[Claim, StoredReport]], now: datetime, known: Known = NOTHING_KNOWN
) -> Known:
    """Store the reports, which count from now on; of a claim that was lost meanwhile nothing is stored.

    What is known to be stored is not sent again; what is stored now, and given back, may be taken for known after the commit.
    """
    row = SubmissionRow
    fresh: Known = NOTHING_KNOWN
    for (delivery, engine), several in _alike(done).items():
        kept = connection.scalars(
            update(row)
            .where(
                row.state == State.GRADING,
                row.claimed_by == delivery,
                tuple_(row.id, row.claims).in_([(held.id, held.number) for held, _ in several]),
            )
            .values(state=State.GRADED, engine_version=engine, finished_at=now)
            .returning(row.id)
        )
        still_held = set(kept)
        gradings = [Grading(held.id, held.rubric_version, report) for held, report in several if held.id in still_held]
        fresh = fresh | keep(connection, gradings, now, known)
    return fresh


def _alike(done: Sequence[tuple[Claim, StoredReport]]) -> dict[tuple[str, str], list[tuple[Claim, StoredReport]]]:
    """By what one statement can say of all: the delivery and the engine; nearly always there is one of each."""
    found: dict[tuple[str, str], list[tuple[Claim, StoredReport]]] = {}
    for held, report in done:
        found.setdefault((held.delivery, report.engine_version), []).append((held, report))
    return found


def fail(connection: Connection, held: Claim, cause: str, now: datetime) -> bool:
    """Give the submission up, with the cause that staff are shown; False if the claim was lost meanwhile."""
    done = connection.execute(
        update(SubmissionRow).where(_is_held(held)).values(state=State.FAILED, cause=cause, finished_at=now)
    )
    return done.rowcount == 1
