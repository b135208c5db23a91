"""When a student's own key handed a submission in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from store.scope import Scope
from store.tables import KeyRow, SubmissionRow


def own_arrival(connection: Connection, submission_id: str) -> datetime | None:
    """When it came; None for what any other key, or nobody's, handed in: such a sender may say the time, or leave it open."""
    row = SubmissionRow
    query = select(row.received_at).join(KeyRow, KeyRow.id == row.key_id)
    return connection.scalar(query.where(row.id == submission_id, KeyRow.scope == Scope.STUDENT))
