"""Which submissions still need a message: those never sent, and those whose message or worker was lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, case, select, update

from store.moments import Moment
from store.patience import DOUBLINGS, Patience
from store.state import State
from store.tables import UNFINISHED, SubmissionRow

# Every POST asks this: made once, it costs half of what it costs when it is made anew.
_MARK_SENT = (
    update(SubmissionRow)
    .where(SubmissionRow.id.in_(bindparam("sent", expanding=True)), SubmissionRow.state == State.RECEIVED)
    .values(state=State.QUEUED, sends=1, lease_until=bindparam("until", type_=Moment))
)


def mark_sent(connection: Connection, ids: Sequence[str], now: datetime, patience: Patience) -> None:
    """Note that messages carry these; one that a worker has claimed already stays as it is."""
    connection.execute(_MARK_SENT, {"sent": ids, "until": now + patience.after(0)})


def are_more_unfinished(connection: Connection, limit: int) -> bool:
    """Whether more submissions than this wait to be graded, or are being graded."""
    query = select(SubmissionRow.lease_until).where(UNFINISHED).order_by(SubmissionRow.lease_until)
    return connection.execute(query.offset(limit).limit(1)).first() is not None


def take_overdue(connection: Connection, now: datetime, patience: Patience, limit: int) -> list[str]:
    """The unfinished submissions whose lease ran out, oldest first, marked as queued: the caller sends their ids.

    Of two callers at the same time each row goes to one.
    """
    late = SubmissionRow.lease_until < now
    # A row that another caller is taking is passed over, not waited for; a common table is selected (and locks) once.
    oldest = (
        select(SubmissionRow.id)
        .where(UNFINISHED, late)
        .order_by(SubmissionRow.lease_until)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("oldest")
    )
    leases = {sends: now + patience.after(sends) for sends in range(DOUBLINGS)}
    taken = connection.scalars(
        update(SubmissionRow)
        .where(SubmissionRow.id.in_(select(oldest.c.id)), UNFINISHED, late)
        .values(
            state=State.QUEUED,
            sends=SubmissionRow.sends + 1,
            lease_until=case(leases, value=SubmissionRow.sends, else_=now + patience.after(DOUBLINGS)),
        )
        .returning(SubmissionRow.id)
    )
    return sorted(taken)
