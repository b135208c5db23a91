"""API keys: made, looked up, listed, revoked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, or_, select, update

from store.ids import new_id
from store.scope import Scope
from store.secret import ShownKey, fits, hash_of, new_secret
from store.tables import KeyRow


@dataclass(frozen=True, slots=True)
class NewKey:
    """What a key is to be."""

    scope: Scope
    course: str | None
    """None for an administrator's, which opens every course."""
    student: str | None = None
    """For a student's key: whose."""
    label: str = ""
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A key as everybody may know it who may see it at all."""

    id: str
    scope: Scope
    course: str | None
    student: str | None
    label: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None

    def is_good(self, now: datetime) -> bool:
        """Neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


def add_key(connection: Connection, new: NewKey, now: datetime) -> ShownKey:
    """Make a key. What this gives is the only place where its secret ever is."""
    shown = ShownKey(new_id(now), new_secret())
    connection.execute(
        insert(KeyRow).values(
            id=shown.id,
            course_id=new.course,
            scope=new.scope,
            student=new.student,
            label=new.label,
            secret_hash=hash_of(shown.secret),
            created_at=now,
            expires_at=new.expires_at,
        )
    )
    return shown


def key_shown(connection: Connection, shown: ShownKey) -> Key | None:
    """The key whose secret this is, good or not; None for one that was never made."""
    found = connection.execute(_keys().add_columns(KeyRow.secret_hash).where(KeyRow.id == shown.id)).one_or_none()
    if found is None or not fits(shown.secret, found.secret_hash):
        return None
    return _key(found)


def keys(connection: Connection, course: str, *, with_admins: bool) -> Sequence[Key]:
    """The keys of a course, revoked ones too, oldest first; administrators' are of no course."""
    return [_key(row) for row in connection.execute(_keys().where(_of(course, with_admins)).order_by(KeyRow.id))]


def revoke(connection: Connection, key_id: str, course: str, now: datetime, *, with_admins: bool) -> bool | None:
    """Let a key open nothing from now on; False if it was revoked before, None if the course has no such key."""
    is_it = (KeyRow.id == key_id) & _of(course, with_admins)
    done = connection.execute(update(KeyRow).where(is_it, KeyRow.revoked_at.is_(None)).values(revoked_at=now))
    if done.rowcount:
        return True
    return None if connection.scalar(select(KeyRow.id).where(is_it)) is None else False


def are_there_keys(connection: Connection) -> bool:
    """Whether any key was ever made."""
    return connection.scalar(select(KeyRow.id).limit(1)) is not None


def _of(course: str, with_admins: bool) -> ColumnElement[bool]:  # noqa: FBT001  # passed on from a keyword
    of_course = KeyRow.course_id == course
    return or_(of_course, KeyRow.course_id.is_(None)) if with_admins else of_course


def _keys() -> Select:
    row = KeyRow
    return select(
        row.id, row.scope, row.course_id, row.student, row.label, row.created_at, row.expires_at, row.revoked_at
    )


def _key(row: Row) -> Key:
    return Key(*row[:8])
