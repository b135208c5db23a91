"""A worker's hold on one submission: claimed, then finished or failed, each by one conditional UPDATE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, or_, update

from store.reports import StoredReport, keep
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

    submission_id: str
    delivery: str
    number: int
    course: str
    rubric_id: str
    rubric_version: str
    body: bytes


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
        row.id == held.submission_id,
        row.state == State.GRADING,
        row.claimed_by == held.delivery,
        row.claims == held.number,
    )


def finish(connection: Connection, held: Claim, report: StoredReport, now: datetime) -> bool:
    """Store the report, which counts from now on; False, and nothing stored, if the claim was lost meanwhile."""
    done = connection.execute(
        update(SubmissionRow)
        .where(_is_held(held))
        .values(state=State.GRADED, engine_version=report.engine_version, finished_at=now)
    )
    if done.rowcount == 0:
        return False
    keep(connection, held.submission_id, held.rubric_version, report, now)
    return True


def fail(connection: Connection, held: Claim, cause: str, now: datetime) -> bool:
    """Give the submission up, with the cause that staff are shown; False if the claim was lost meanwhile."""
    done = connection.execute(
        update(SubmissionRow).where(_is_held(held)).values(state=State.FAILED, cause=cause, finished_at=now)
    )
    return done.rowcount == 1
