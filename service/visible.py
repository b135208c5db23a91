"""Which submissions a caller may see, and whose it is what they hand in."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from fullmarks.errors import StudentError
from service.caller import Caller
from service.refused import RefusedError
from store.ids import is_id
from store.register import Entry, entry
from store.scope import Scope


def visible(connection: Connection, known: Caller, submission_id: str) -> Entry:
    """A submission of the caller's course, if they may know of it.

    Raises ``StudentError`` (``no_such_submission``), in the same words for one that is not there and one that is
    somebody else's.
    """
    found = entry(connection, known.course, submission_id) if is_id(submission_id) else None
    if found is None or not may_see(known, found):
        raise StudentError("no_such_submission", f"There is no submission “{submission_id[:80]}”.")
    return found


def may_see(known: Caller, found: Entry) -> bool:
    """Staff see all of their course, a student their own, a collecting program what it has handed in itself."""
    if known.is_staff:
        return True
    if known.scope is Scope.STUDENT:
        return found.student == known.student
    return found.key_id == known.key_id


def owner(known: Caller, said: str | None) -> str | None:
    """Whose a submission is that this caller hands in and that says so itself.

    Raises ``RefusedError`` (``not_yours``) for a student who hands in for another.
    """
    if known.student is None:
        return said
    if said not in {None, known.student}:
        raise RefusedError("not_yours", "This key hands in for one student, and “student” names another. Leave it out.")
    return known.student


def own_idempotency_key(known: Caller, key: str | None) -> str | None:
    """As it is stored: what students send must not meet each other's, since many begin with 1."""
    if key is None or known.student is None:
        return key
    return hashlib.sha256(f"{known.student}\0{key}".encode()).hexdigest()
