"""The log of who changed what: written with the change, in its transaction, and never changed itself.

What is handed in is not in it: a submission's own row says when it came and by which key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from store.ids import new_id
from store.page import Page, paged
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


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change as the log has it."""

    id: str
    at: datetime
    change: Change


def changes(connection: Connection, course: str, page: Page) -> Sequence[Recorded]:
    """A page of what was changed in a course."""
    row = AuditRow
    query = select(row.id, row.at, row.action, row.subject, row.course_id, row.key_id, row.detail)
    found = connection.execute(paged(query.where(row.course_id == course), row.id, page))
    return [
        Recorded(one.id, one.at, Change(one.action, one.subject, one.course_id, one.key_id, json.loads(one.detail)))
        for one in found
    ]


def last_change(connection: Connection, course: str, action: str) -> Change | None:
    """The last change of a kind in a course; None if there was none. It goes through the log from its end."""
    row = AuditRow
    query = select(row.action, row.subject, row.course_id, row.key_id, row.detail)
    query = query.where(row.course_id == course, row.action == action).order_by(row.id.desc()).limit(1)
    found = connection.execute(query).one_or_none()
    return None if found is None else Change(*found[:4], json.loads(found.detail))


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
