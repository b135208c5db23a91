"""Handing in, and asking where a submission stands."""

from __future__ import annotations

import logging
from typing import Annotated

from pydantic import Field

from fullmarks.errors import SubmissionError
from fullmarks.report.model import Points, Report
from fullmarks.rubric.model import Rubric
from service.api.handed_in import SubmissionBody
from service.api.model import ApiModel
from service.api.points import whole
from service.caller import caller
from service.desk import Desk, desk
from service.operation import Answer, Operation, Reply
from service.release import are_points_released, report_at_once
from service.upload import read_upload
from service.visible import own_idempotency_key, owner, visible
from service.waiting import wait_until_finished
from store.clock import now
from store.outbox import mark_sent
from store.rubrics import current_rubrics
from store.scope import Scope
from store.state import State
from store.submissions import HandedIn, receive
from workers.handed_in import read_body
from workers.queue import QueueDownError, send

log = logging.getLogger(__name__)

PATH = "/v1/submissions"


class Links(ApiModel):
    """Where to go on from here."""

    self_: Annotated[str, Field(alias="self")]
    report: str


class Receipt(ApiModel):
    """A submission that is stored and will be graded."""

    id: str
    state: State
    links: Links


class SubmissionState(ApiModel):
    """Where a submission stands; the points are null until it is graded."""

    id: str
    state: State
    score: Points | None
    max_score: Points | None
    links: Links


class WaitQuery(ApiModel):
    """How long to wait for the report."""

    wait: Annotated[
        float,
        Field(ge=0, allow_inf_nan=False, description="Seconds to wait for the report, 30 at most. By default 0."),
    ] = 0


class HandInHeaders(ApiModel):
    """What a sender may say beside the body."""

    key: Annotated[
        str | None,
        Field(
            alias="Idempotency-Key",
            min_length=1,
            max_length=200,
            description="Any text of the sender's. The same again, with the same body, hands in nothing new.",
        ),
    ] = None


def hand_in(query: WaitQuery, headers: HandInHeaders) -> Reply:
    """Store a submission and have it graded; the report if it is ready in time."""
    at = desk()
    body = read_upload()
    read = read_body(body)
    known = caller()
    rubric = _current_rubric(at, known.course, read.rubric_id)
    submission = read.submission(rubric, submission_id="")
    handed_in = HandedIn(
        known.course,
        rubric.id,
        rubric.version,
        body,
        owner(known, submission),
        submission.external_id,
        idempotency_key=own_idempotency_key(known, headers.key),
        key_id=known.key_id,
    )
    receipt = receive(at.database, handed_in, now())
    if receipt.is_new:
        _queue(at, receipt.id)
    found = wait_until_finished(at, receipt.id, query.wait)
    if found is not None and found.state is State.GRADED and query.wait > 0:
        report = report_at_once(at, known, receipt.id)
        if report is not None:
            return Reply(report)
    state = found.state if found else State.RECEIVED
    links = _links(receipt.id)
    return Reply(Receipt(id=receipt.id, state=state, links=links), 202, {"Location": links.self_})


def submission_state(submission_id: str) -> Reply:
    """Where a submission stands."""
    at, known = desk(), caller()
    with at.database.transaction() as connection:
        found = visible(connection, known, submission_id)
        points_shown = are_points_released(at, connection, known, found)
    return Reply(
        SubmissionState(
            id=found.id,
            state=found.state,
            score=whole(found.score) if points_shown else None,
            max_score=whole(found.max_score) if points_shown else None,
            links=_links(found.id),
        )
    )


def _current_rubric(at: Desk, course: str, rubric_id: str) -> Rubric:
    with at.database.transaction() as connection:
        names = current_rubrics(connection, course)
        for name in names:
            if name.id == rubric_id:
                return at.shelf.rubric(connection, name.course, name.id, name.version)
    known = ", ".join(name.id for name in names)
    raise SubmissionError("unknown_rubric", f"There is no rubric “{rubric_id[:80]}”. There is: {known}.", "rubric")


def _queue(at: Desk, submission_id: str) -> None:
    """Send the id to the workers. If that fails the row is stored all the same, and their sweeper finds it."""
    try:
        send(at.queue, [submission_id])
    except QueueDownError as error:
        log.warning("The queue can't be reached, submission %s waits for it: %s", submission_id, error)
        return
    with at.database.transaction() as connection:
        mark_sent(connection, [submission_id], now(), at.settings.patience)


def _links(submission_id: str) -> Links:
    return Links(self_=f"{PATH}/{submission_id}", report=f"{PATH}/{submission_id}/report")


OPERATIONS = (
    Operation(
        name="hand_in",
        method="POST",
        path=PATH,
        summary="Hand a submission in",
        handler=hand_in,
        scope=Scope.SUBMIT,
        query=WaitQuery,
        headers=HandInHeaders,
        body=SubmissionBody,
        answers={
            200: Answer("It was graded in the time that `wait` gave.", Report),
            202: Answer("It is stored and will be graded.", Receipt),
        },
        refusals={
            400: "The body is not JSON that can be read; `errors` says where.",
            409: "The Idempotency-Key came with another body before.",
            413: "The body is too large.",
            415: "The body is not declared as JSON.",
            422: "The body is no submission, or names what the rubric does not have; `errors` says where.",
        },
    ),
    Operation(
        name="submission_state",
        method="GET",
        path=f"{PATH}/<submission_id>",
        summary="Where a submission stands",
        handler=submission_state,
        scope=Scope.SUBMIT,
        answers={200: Answer("Its state, and its points once it is graded.", SubmissionState)},
        refusals={404: "There is no such submission."},
    ),
)
