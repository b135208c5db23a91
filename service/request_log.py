"""A line in the log for each request, and the id by which it is found: taken from its sender if it is sane, else made.

The line names the operation and no address, since that may hold a student's name.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from flask import Flask, Response, g, request

from service.caller import Caller
from service.desk import desk
from service.operation import Operation
from workers.log import ABOUT, Fields, event

log = logging.getLogger(__name__)

REQUEST_ID = "X-Request-Id"
SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")
QUIET = {"healthy", "ready", "metrics"}
"""Operations that a machine asks for again and again: their lines are for debugging."""
MOST_NAMED = 20
"""Of a batch so many submissions are named; the others came under the same request's id."""


@dataclass(slots=True)
class Asked:
    """A request that is being answered."""

    id: str
    began: float = field(default_factory=time.perf_counter)
    submissions: list[str] = field(default_factory=list)
    count: int = 0


def log_requests(app: Flask) -> None:
    """Write a line for each request that this application answers, and send its id with the answer."""
    app.before_request(_begin)
    app.after_request(_end)
    app.teardown_request(_forget)


def note_submissions(ids: Iterable[str]) -> None:
    """These submissions were handed in by the current request."""
    asked = g.get("asked")
    if isinstance(asked, Asked):
        for submission_id in ids:
            asked.count += 1
            if len(asked.submissions) < MOST_NAMED:
                asked.submissions.append(submission_id)


def request_id_of(shown: str | None) -> str:
    """The sender's id of a request, or one of ours."""
    return shown if shown is not None and SANE.fullmatch(shown) else secrets.token_hex(16)


def operation_name() -> str:
    """The operation that the current request asks for; `none` where there is none at its address."""
    operation = (request.view_args or {}).get("operation")
    if isinstance(operation, Operation):
        return operation.name
    return request.endpoint or "none"


def _begin() -> None:
    g.asked = Asked(request_id_of(request.headers.get(REQUEST_ID)))
    ABOUT.set({"request_id": g.asked.id})


def _end(response: Response) -> Response:
    asked = g.get("asked")
    if not isinstance(asked, Asked):
        return response
    response.headers[REQUEST_ID] = asked.id
    name = operation_name()
    desk().counts.count(name, response.status_code, time.perf_counter() - asked.began)
    level = logging.DEBUG if name in QUIET else logging.INFO
    if log.isEnabledFor(level):
        event(log, level, "Answered", _fields(asked, name, response.status_code))
    return response


def _forget(_: BaseException | None) -> None:
    """The thread's next line is about something else."""
    ABOUT.set({})


def _fields(asked: Asked, name: str, status: int) -> Fields:
    known = g.get("caller")
    found: dict[str, str | int | float | list[str] | None] = {
        "method": request.method,
        "operation": name,
        "status": status,
        "ms": round((time.perf_counter() - asked.began) * 1000, 1),
    }
    if isinstance(known, Caller):
        found |= {"course": known.course, "key_id": known.key_id}
    if (named := (request.view_args or {}).get("submission_id")) is not None:
        asked.submissions.append(str(named)[:26])
    if asked.submissions:
        found["submissions"] = asked.submissions
    if asked.count > len(asked.submissions):
        found["handed_in"] = asked.count
    return found
