"""The door of every operation that has a scope: who asks, whether they may, and which course it is about."""

from __future__ import annotations

from flask import request
from sqlalchemy import Connection

from service.caller import Caller
from service.desk import Desk
from service.refused import RefusedError
from service.settings import is_loopback
from store.clock import now
from store.courses import FIRST_COURSE, is_course
from store.keys import Key, key_shown
from store.scope import Scope
from store.secret import read_key

COURSE = "Fullmarks-Course"
"""The header in which an administrator names the course that a request is about."""
REALM = 'Bearer realm="fullmarks"'
UNKNOWN = "This key is none of ours. Send Authorization: Bearer fm_…, with the key as it was shown."
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-Ip", "Via")
"""What a proxy adds. Who sits behind one is not at this machine, though the proxy may be."""


def let_in(at: Desk, least: Scope) -> Caller:
    """Who asks, if they may do what needs this scope.

    Raises ``RefusedError``: ``no_key``, ``bad_key``, ``scope_too_small``, ``no_such_course`` or ``too_many_requests``.
    """
    shown = request.headers.get("Authorization")
    try:
        known = _nobody(at) if shown is None else _holder(at, shown)
    except RefusedError:
        _count(at, f"address {request.remote_addr}")
        raise
    _count(at, f"key {known.key_id}" if known.key_id else f"address {request.remote_addr}")
    if not known.scope.covers(least):
        raise RefusedError(
            "scope_too_small",
            f"This needs a key of scope “{least}” or more; yours has “{known.scope}”.",
            {"WWW-Authenticate": f'{REALM}, error="insufficient_scope", scope="{least}"'},
        )
    return known


def _nobody(at: Desk) -> Caller:
    if at.settings.asks_for_keys or not (at.settings.access == "open" or _is_near()):
        raise RefusedError(
            "no_key",
            "This needs a key: send it in the header Authorization: Bearer fm_…. Staff make keys with POST /v1/keys, "
            "operators with `fullmarks keys add`.",
            {"WWW-Authenticate": REALM},
        )
    _refuse_other_course(FIRST_COURSE)
    return Caller(Scope.STAFF, FIRST_COURSE)


def _is_near() -> bool:
    """Whether a request comes from this machine and means it.

    One that a proxy passes on may come from anywhere, and one under another name comes from a page in a browser whose
    name was made to point here.
    """
    address = request.remote_addr or ""
    host = request.host.rpartition(":")[0] if not request.host.endswith("]") and ":" in request.host else request.host
    return (
        not any(name in request.headers for name in FORWARDED)
        and is_loopback(host.strip("[]"))
        and is_loopback(address.partition("%")[0])
    )


def _holder(at: Desk, header: str) -> Caller:
    kind, _, text = header.partition(" ")
    shown = read_key(text.strip()) if kind.lower() == "bearer" else None
    if shown is None:
        raise _bad(UNKNOWN)
    with at.database.look() as connection:
        key = key_shown(connection, shown)
        if key is None:
            raise _bad(UNKNOWN)
        if not key.is_good(now()):
            raise _bad("This key was revoked." if key.revoked_at else "This key has expired.")
        return Caller(key.scope, _course(connection, key), key.id, key.student)


def _count(at: Desk, who: str) -> None:
    if at.rates is not None:
        at.rates.count(who)


def _course(connection: Connection, key: Key) -> str:
    """The course that a request is about: the key's own, or the one that an administrator names."""
    if key.course is not None:
        _refuse_other_course(key.course)
        return key.course
    named = request.headers.get(COURSE, FIRST_COURSE)
    if not is_course(connection, named):
        raise _no_course(named)
    return named


def _refuse_other_course(course: str) -> None:
    if (named := request.headers.get(COURSE, course)) != course:
        raise _no_course(named)


def _bad(sentence: str) -> RefusedError:
    return RefusedError("bad_key", sentence, {"WWW-Authenticate": f'{REALM}, error="invalid_token"'})


def _no_course(named: str) -> RefusedError:
    return RefusedError("no_such_course", f"There is no course “{named[:80]}”.")
