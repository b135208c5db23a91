"""The log of who changed what: written with the change, in its transaction, and never changed itself.

What is handed in is not in it: a submission's own row says when it came and by which key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert

from store.ids import new_id
from store.tables import AuditRow

Detail = Mapping[str, "str | int | bool | None"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody did."""

    action: str
    """What: a noun and a verb, such as ``key.revoke``."""
    subject: str
    """To what, such as a key's id."""
    course: str | None
    key_id: str | None
    """By which key; None for the operator's own commands, and where nobody is asked who they are."""
    detail: Detail


def record(connection: Connection, change: Change, now: datetime) -> None:
    """Write a change down; it is kept if the caller's transaction is."""
    connection.execute(
        insert(AuditRow).values(
            id=new_id(now),
            at=now,
            course_id=change.course,
            key_id=change.key_id,
            action=change.action,
            subject=change.subject,
            detail=json.dumps(dict(change.detail), ensure_ascii=False, separators=(",", ":")),
        )
    )
