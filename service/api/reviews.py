"""What waits for a person, and what people decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from fullmarks.errors import StudentError
from fullmarks.outcome import Verdict
from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.body import read_model
from service.caller import caller
from service.decisions import Opinion, counted_item, decision, refresh_all
from service.desk import desk
from service.operation import Answer, Operation, Reply
from store.audit import record
from store.clock import now
from store.ids import is_id
from store.overrides import decide, undo
from store.reviews import Failed, Place, Review, Sought, Waiting, failed, reviews

PATH = "/v1/reviews"


class ReviewsQuery(ApiModel):
    """Which are asked for, and which page."""

    rubric: Annotated[str | None, Field(max_length=200, description="Only of this rubric.")] = None
    item: Annotated[str | None, Field(max_length=400, description="Only on this item.")] = None
    why: Annotated[
        Literal["needs_review", "unreadable", "several_answers", "stale", "failed"] | None,
        Field(description="Only those that wait for this reason. By default all but `failed`."),
    ] = None
    after: Annotated[str | None, Field(max_length=500, description="The `next` of the page before.")] = None
    limit: Annotated[int, Field(ge=1, le=200, description="How many at most. By default 50.")] = 50


class DecidedBefore(ApiModel):
    """What was decided when the answer meant something else."""

    verdict: str
    points: Points
    reason: str


class WaitingReview(ApiModel):
    """Something that waits for a person; of a submission that failed there is no item."""

    submission: str
    rubric: str
    student: str | None
    why: str
    item: str | None
    answer: Annotated[str | None, Field(description="Its beginning.")]
    group: Annotated[str | None, Field(description="What the answer means; others of the same can be marked with it.")]
    max_points: Points | None
    diagnosis: str | None
    cause: Annotated[str | None, Field(description="Why the submission could not be graded.")]
    decided: DecidedBefore | None


class WaitingReviews(ApiModel):
    """A page of them."""

    reviews: tuple[WaitingReview, ...]
    next: Annotated[str | None, Field(description="What to send as `after` for the next page; null on the last one.")]


class DecisionBody(Opinion):
    """What somebody decides about one item of a submission."""

    submission: Annotated[str, Field(max_length=26)]


class Decided(ApiModel):
    """A decision that counts, or that counted until it was taken back."""

    id: str
    submission: str
    item: str
    verdict: Verdict
    points: Points
    reason: str
    feedback: str


def list_reviews(query: ReviewsQuery) -> Reply:
    """What waits for a person."""
    why = Waiting(query.why) if query.why and query.why != "failed" else None
    sought = Sought(caller().course, query.rubric, query.item, why)
    limit = query.limit + 1
    with desk().database.transaction() as connection:
        if query.why == "failed":
            shown = [_failed(one) for one in failed(connection, sought, query.after, limit)]
        else:
            shown = [_waiting(one) for one in reviews(connection, sought, _place(query.after), limit)]
    page = shown[: query.limit]
    further = _cursor(page[-1]) if len(shown) > query.limit else None
    return Reply(WaitingReviews(reviews=tuple(page), next=further))


def _place(after: str | None) -> Place | None:
    if after is None:
        return None
    submission, _, item = after.partition(":")
    return Place(submission, item)


def _cursor(last: WaitingReview) -> str:
    return last.submission if last.item is None else f"{last.submission}:{last.item}"


def _waiting(one: Review) -> WaitingReview:
    decided = None
    if one.decided_verdict is not None and one.decided_points is not None:
        decided = DecidedBefore(
            verdict=one.decided_verdict, points=points(one.decided_points), reason=one.decided_reason or ""
        )
    return WaitingReview(
        submission=one.submission_id,
        rubric=one.rubric_id,
        student=one.student,
        why=Waiting.STALE if decided else one.verdict,
        item=one.item,
        answer=one.answer,
        group=one.group_key.hex(),
        max_points=points(one.max_points),
        diagnosis=one.diagnosis,
        cause=None,
        decided=decided,
    )


def _failed(one: Failed) -> WaitingReview:
    return WaitingReview(
        submission=one.submission_id,
        rubric=one.rubric_id,
        student=one.student,
        why="failed",
        item=None,
        answer=None,
        group=None,
        max_points=None,
        diagnosis=None,
        cause=one.cause,
        decided=None,
    )


def decide_review() -> Reply:
    """Decide about one item of a submission: it counts before what the engine found, in every view."""
    at, known = desk(), caller()
    body = read_model(DecisionBody)
    moment = now()
    found, rubric = counted_item(at, known.course, body.submission, body.item)
    one = decision(found, rubric, body)
    with at.database.transaction() as connection:
        (override_id,) = decide(connection, known.course, rubric.id, known.key_id, [one], moment)
        refresh_all(at, connection, known.course, rubric.id, [body.submission])
        detail = {"item": body.item, "verdict": one.verdict.value, "points": str(one.points), "reason": body.reason}
        record(connection, known.change("review.decide", body.submission, **detail), moment)
    return Reply(
        Decided(
            id=override_id,
            submission=body.submission,
            item=body.item,
            verdict=one.verdict,
            points=points(str(one.points)),
            reason=body.reason,
            feedback=body.feedback,
        ),
        201,
        {"Location": f"{PATH}/{override_id}"},
    )


def undo_review(review_id: str) -> Reply:
    """Take a decision back: what the engine found counts again."""
    at, known = desk(), caller()
    moment = now()
    with at.database.transaction() as connection:
        gone = undo(connection, known.course, review_id) if is_id(review_id) else None
        if gone is None:
            raise StudentError("no_such_review", f"There is no decision “{review_id[:80]}”.")
        refresh_all(at, connection, known.course, gone.rubric_id, [gone.submission_id])
        record(connection, known.change("review.undo", gone.submission_id, item=gone.item, points=gone.points), moment)
    return Reply(
        Decided(
            id=gone.id,
            submission=gone.submission_id,
            item=gone.item,
            verdict=Verdict(gone.verdict),
            points=points(gone.points),
            reason=gone.reason,
            feedback=gone.feedback,
        )
    )


def points(exact: str) -> Points:
    """A fraction as it is shown."""
    value = round(Fraction(exact), 4)
    return value.numerator if value.denominator == 1 else float(value)


OPERATIONS: Sequence[Operation] = (
    Operation(
        name="list_reviews",
        method="GET",
        path=PATH,
        summary="What waits for a person",
        handler=list_reviews,
        query=ReviewsQuery,
        answers={200: Answer("A page of it, the oldest first.", WaitingReviews)},
    ),
    Operation(
        name="decide_review",
        method="POST",
        path=PATH,
        summary="Decide about one item of a submission",
        handler=decide_review,
        body=DecisionBody,
        answers={201: Answer("It counts from now on.", Decided)},
        refusals={
            404: "There is no such submission.",
            409: "The submission has no marks yet: it is not graded, or was graded before there were any.",
            422: "There is no such item, or it has not so many points; `errors` says where.",
        },
    ),
    Operation(
        name="undo_review",
        method="DELETE",
        path=f"{PATH}/<review_id>",
        summary="Take a decision back",
        handler=undo_review,
        answers={200: Answer("What the engine found counts again; this is what was decided.", Decided)},
        refusals={404: "There is no such decision."},
    ),
)
