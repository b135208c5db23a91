"""Who asks: the holder of a key, or, where nobody is asked, somebody at this machine."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g

from store.audit import Change, Detail
from store.scope import Scope


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent the current request, and the course that it is about.

    Every query that a handler makes names ``course``: what another course has is not there, and asking for it is
    answered with 404.
    """

    scope: Scope
    course: str
    key_id: str | None = None
    """None where nobody is asked who they are."""
    student: str | None = None
    """Of a student's key: whose submissions it hands in and sees. None for all others, who see everybody's."""

    @property
    def is_staff(self) -> bool:
        """Whether they may see what is for staff: keys, causes, everybody's submissions."""
        return self.scope.covers(Scope.STAFF)

    def change(self, action: str, subject: str, **detail: str | int | bool | None) -> Change:
        """A change of theirs in their course, for ``store.audit.record``."""
        said: Detail = detail
        return Change(action, subject, self.course, self.key_id, said)


def caller() -> Caller:
    """The caller of the current request. Only for operations with a scope: the door knows nobody at the others."""
    found = g.get("caller")
    if not isinstance(found, Caller):
        raise TypeError("This operation has no scope, so nobody was asked who they are")
    return found


def remember(known: Caller) -> None:
    """Make this the caller of the current request."""
    g.caller = known
