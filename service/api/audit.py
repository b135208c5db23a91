"""Who changed what."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from service.api.model import ApiModel
from service.api.paging import Next, PageQuery, next_after
from service.caller import caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from store.audit import Recorded, changes
from store.scope import Scope


class LoggedChange(ApiModel):
    """One thing that somebody did."""

    id: str
    at: datetime
    key_id: Annotated[
        str | None, Field(description="By which key; null for the operator's commands, and where no key was asked for.")
    ]
    action: str
    subject: str
    detail: dict[str, str | int | bool | None]


class LoggedChanges(ApiModel):
    """A page of them."""

    changes: tuple[LoggedChange, ...]
    next: Next


def list_changes(query: PageQuery) -> Reply:
    """What was changed in the caller's course."""
    with desk().database.look() as connection:
        found = changes(connection, caller().course, query.page)
    shown = tuple(_logged(recorded) for recorded in found[: query.limit])
    return Reply(LoggedChanges(changes=shown, next=next_after([one.id for one in found], query.limit)))


def _logged(recorded: Recorded) -> LoggedChange:
    change = recorded.change
    return LoggedChange(
        id=recorded.id,
        at=recorded.at,
        key_id=change.key_id,
        action=change.action,
        subject=change.subject,
        detail=dict(change.detail),
    )


OPERATIONS = (
    Operation(
        name="list_changes",
        method="GET",
        path="/v1/audit",
        summary="Who changed what in a course",
        handler=list_changes,
        scope=Scope.STAFF,
        query=PageQuery,
        answers={200: Answer("A page of changes.", LoggedChanges)},
        refusals={422: "A parameter cannot be used; `errors` says which."},
    ),
)
