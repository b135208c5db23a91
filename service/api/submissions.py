"""Handing in, and asking where a submission stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fullmarks.errors import FullmarksError
from fullmarks.report.model import Points, Report
from service.api.handed_in import SubmissionBody
from service.api.model import ApiModel
from service.api.points import whole
from service.caller import caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.reception import Incoming, receive_all
from service.release import are_points_released, report_at_once
from service.upload import read_upload
from service.visible import visible
from service.waiting import wait_until_finished
from store.scope import Scope
from store.state import State

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
    known = caller()
    at.intake.refuse_if_full()
    (receipt,) = receive_all(at, known, [Incoming(read_upload(), headers.key)])
    if isinstance(receipt, FullmarksError):
        raise receipt
    state = State.RECEIVED
    if query.wait > 0 or not receipt.is_new:
        found = wait_until_finished(at, receipt.id, query.wait)
        state = found.state if found else state
    if state is State.GRADED and query.wait > 0:
        report = report_at_once(at, known, receipt.id)
        if report is not None:
            return Reply(report)
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
            503: "Too many submissions wait to be graded, or the database cannot be reached.",
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
