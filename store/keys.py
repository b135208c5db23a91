"""API keys: made, looked up, listed, revoked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, bindparam, insert, or_, select, update

from store.audit import Change, record
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


def add_first_key(connection: Connection, now: datetime) -> ShownKey | None:
    """An administrator's key if no key was ever made; None if one was.

    The caller's transaction is one that nothing else writes beside (``Database.locked``).
    """
    if connection.scalar(select(KeyRow.id).limit(1)) is not None:
        return None
    shown = add_key(connection, NewKey(Scope.ADMIN, None, label="the first key"), now)
    record(connection, Change("key.make", shown.id, None, None, {"scope": Scope.ADMIN, "label": "the first key"}), now)
    return shown


def key_shown(connection: Connection, shown: ShownKey) -> Key | None:
    """The key whose secret this is, good or not; None for one that was never made."""
    found = connection.execute(_SHOWN, {"key": shown.id}).one_or_none()
    if found is None or not fits(shown.secret, found.secret_hash):
        return None
    return _key(found)


def keys(connection: Connection, course: str, *, with_admins: bool) -> Sequence[Key]:
    """The keys of a course, revoked ones too, oldest first; administrators' are of no course."""
    of_course = KeyRow.course_id == course
    which = or_(of_course, KeyRow.course_id.is_(None)) if with_admins else of_course
    return [_key(row) for row in connection.execute(_keys().where(which).order_by(KeyRow.id))]


def key_of(connection: Connection, key_id: str) -> Key | None:
    """The key of this id, of whatever course; None if there is none."""
    found = connection.execute(_keys().where(KeyRow.id == key_id)).one_or_none()
    return None if found is None else _key(found)


def revoke(connection: Connection, key_id: str, now: datetime) -> bool:
    """Let a key open nothing from now on; False if there is none, or if it was revoked before."""
    is_it = (KeyRow.id == key_id) & KeyRow.revoked_at.is_(None)
    return connection.execute(update(KeyRow).where(is_it).values(revoked_at=now)).rowcount == 1


def _keys() -> Select:
    row = KeyRow
    return select(
        row.id, row.scope, row.course_id, row.student, row.label, row.created_at, row.expires_at, row.revoked_at
    )


# Every request asks this. Made once, it costs half of what it costs when it is made anew.
_SHOWN = _keys().add_columns(KeyRow.secret_hash).where(KeyRow.id == bindparam("key"))


def _key(row: Row) -> Key:
    return Key(*row[:8])
