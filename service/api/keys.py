"""API keys: made, listed, revoked; each shown once."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, RootModel

from fullmarks.errors import StudentError
from service.api.model import ApiModel, Line
from service.body import read_model
from service.caller import Caller, caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.refused import RefusedError
from store.audit import record
from store.clock import now
from store.ids import is_id
from store.keys import Key, NewKey, add_key, key_of, keys, revoke
from store.scope import Scope

PATH = "/v1/keys"


class _KeyBody(ApiModel):
    """What every key has."""

    label: Annotated[Line, Field(max_length=200, description="What it is for, for whoever sees the list.")] = ""
    expires_at: Annotated[AwareDatetime | None, Field(description="When it ends; without it never.")] = None


class StudentKeyBody(_KeyBody):
    """A student's key."""

    scope: Literal[Scope.STUDENT]
    student: Annotated[Line, Field(min_length=1, max_length=200, description="Whose.")]


class OtherKeyBody(_KeyBody):
    """Any other key."""

    scope: Literal[Scope.SUBMIT, Scope.STAFF, Scope.ADMIN]


class KeyBody(RootModel[Annotated[StudentKeyBody | OtherKeyBody, Field(discriminator="scope")]]):
    """A key to be made; only a student's names one."""


class ShownOnce(ApiModel):
    """A new key. The service keeps only its hash: nobody can show it again."""

    id: str
    key: str


class ListedKey(ApiModel):
    """A key without its secret."""

    id: str
    scope: Scope
    course: str | None
    student: str | None
    label: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


class ListedKeys(ApiModel):
    """All keys of a course, oldest first."""

    keys: tuple[ListedKey, ...]


def make_key() -> Reply:
    """Make a key of the caller's course; an administrator's is of none."""
    known, body = caller(), read_model(KeyBody).root
    if not known.scope.covers(body.scope):
        raise RefusedError("scope_too_small", f"A key of scope “{known.scope}” makes none of scope “{body.scope}”.")
    course = None if body.scope is Scope.ADMIN else known.course
    student = body.student if isinstance(body, StudentKeyBody) else None
    new = NewKey(body.scope, course, student, body.label, body.expires_at)
    with desk().database.transaction() as connection:
        shown = add_key(connection, new, now())
        record(connection, known.change("key.make", shown.id, scope=body.scope, label=body.label), now())
    return Reply(ShownOnce(id=shown.id, key=shown.text), 201)


def list_keys() -> Reply:
    """The keys of the caller's course; administrators see their own as well."""
    known = caller()
    with desk().database.look() as connection:
        found = keys(connection, known.course, with_admins=known.scope is Scope.ADMIN)
    return Reply(ListedKeys(keys=tuple(_listed(key) for key in found)))


def revoke_key(key_id: str) -> Reply:
    """Let a key open nothing from now on."""
    known = caller()
    with desk().database.writing() as connection:
        key = key_of(connection, key_id) if is_id(key_id) else None
        if key is None or not _is_theirs(key, known):
            raise StudentError("no_such_key", f"There is no key “{key_id[:80]}”.")
        if revoke(connection, key_id, now()):
            record(connection, known.change("key.revoke", key_id), now())
    return Reply(None, 204)


def _is_theirs(key: Key, known: Caller) -> bool:
    """Of the caller's course; administrators' keys are of none, and theirs alone."""
    return known.scope is Scope.ADMIN if key.course is None else key.course == known.course


def _listed(key: Key) -> ListedKey:
    return ListedKey(
        id=key.id,
        scope=key.scope,
        course=key.course,
        student=key.student,
        label=key.label,
        created_at=key.created_at,
        expires_at=key.expires_at,
        revoked_at=key.revoked_at,
    )


OPERATIONS = (
    Operation(
        name="make_key",
        method="POST",
        path=PATH,
        summary="Make an API key",
        handler=make_key,
        scope=Scope.STAFF,
        body=KeyBody,
        answers={201: Answer("The key, shown this once.", ShownOnce)},
        refusals={422: "The body is no key that can be made; `errors` says where."},
    ),
    Operation(
        name="list_keys",
        method="GET",
        path=PATH,
        summary="The API keys of a course",
        handler=list_keys,
        scope=Scope.STAFF,
        answers={200: Answer("All of them, without their secrets.", ListedKeys)},
    ),
    Operation(
        name="revoke_key",
        method="DELETE",
        path=f"{PATH}/<key_id>",
        summary="Revoke an API key",
        handler=revoke_key,
        scope=Scope.STAFF,
        answers={204: Answer("It opens nothing any more.")},
        refusals={404: "There is no such key."},
    ),
)
