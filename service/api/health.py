"""Whether this process lives, and whether it can do its work."""

from __future__ import annotations

from typing import Literal

from fullmarks.errors import OperatorError
from service.api.model import ApiModel
from service.desk import desk
from service.operation import Answer, Operation, Reply
from store.rubrics import current_rubrics
from workers.queue import QueueDownError, ping


class Health(ApiModel):
    """All is well."""

    status: Literal["ok"] = "ok"


def healthy() -> Reply:
    """It answers: that is all that is asked."""
    return Reply(Health())


def ready() -> Reply:
    """The store and the queue can be reached."""
    at = desk()
    with at.database.look() as connection:
        current_rubrics(connection)
    try:
        ping(at.queue)
    except QueueDownError as error:
        raise OperatorError("no_broker", f"The broker cannot be reached: {error}") from error
    return Reply(Health())


OPERATIONS = (
    Operation(
        name="healthy",
        method="GET",
        path="/healthz",
        summary="Whether the service lives",
        handler=healthy,
        scope=None,
        answers={200: Answer("It does.", Health)},
    ),
    Operation(
        name="ready",
        method="GET",
        path="/readyz",
        summary="Whether the service can take submissions and have them graded",
        handler=ready,
        scope=None,
        answers={200: Answer("It can.", Health)},
        refusals={503: "The database or the broker cannot be reached."},
    ),
)
