"""Handing in, and asking where a submission stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fullmarks.errors import FullmarksError, StudentError
from fullmarks.report.model import Points, Report
from service.api.handed_in import SubmissionBody
from service.api.model import ApiModel
from service.caller import caller
from service.desk import Desk, desk
from service.operation import Answer, Operation, Reply
from service.reception import Incoming, receive_all
from service.upload import read_upload
from service.visible import visible
from service.waiting import wait_until_finished
from store.register import Entry
from store.reports import counted_report
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
        return Reply(_report(at, receipt.id))
    links = _links(receipt.id)
    return Reply(Receipt(id=receipt.id, state=state, links=links), 202, {"Location": links.self_})


def submission_state(submission_id: str) -> Reply:
    """Where a submission stands."""
    found = _found(desk(), submission_id)
    return Reply(
        SubmissionState(
            id=found.id,
            state=found.state,
            score=_points(found.score),
            max_score=_points(found.max_score),
            links=_links(found.id),
        )
    )


def submission_report(submission_id: str) -> Reply:
    """The report that counts for a submission."""
    at = desk()
    found = _found(at, submission_id)
    if found.state is State.GRADED:
        return Reply(_report(at, submission_id))
    if found.state is State.FAILED:
        raise StudentError("grading_failed", f"This submission could not be graded. {found.cause}")
    raise StudentError("not_graded_yet", f"This submission is not graded yet: it is {found.state}.")


def _found(at: Desk, submission_id: str) -> Entry:
    with at.database.look() as connection:
        return visible(connection, caller(), submission_id)


def _report(at: Desk, submission_id: str) -> str:
    with at.database.look() as connection:
        report = counted_report(connection, submission_id)
    if report is None:
        raise LookupError(f"Submission {submission_id} is graded and has no report.")
    return report


def _links(submission_id: str) -> Links:
    return Links(self_=f"{PATH}/{submission_id}", report=f"{PATH}/{submission_id}/report")


def _points(stored: float | None) -> Points | None:
    """Whole points without a decimal point, as in the report."""
    return int(stored) if stored is not None and stored.is_integer() else stored


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
    Operation(
        name="submission_report",
        method="GET",
        path=f"{PATH}/<submission_id>/report",
        summary="The report of a submission",
        handler=submission_report,
        scope=Scope.STUDENT,
        answers={200: Answer("The report that counts.", Report)},
        refusals={404: "There is no such submission.", 409: "It is not graded yet, or could not be."},
    ),
)
