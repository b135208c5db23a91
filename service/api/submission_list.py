"""Many submissions: filtered, a page at a time."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.api.paging import Next, PageQuery, next_after
from service.api.points import whole
from service.caller import Caller, caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.release import are_points_released
from store.register import Entry, Sought, entries
from store.scope import Scope
from store.state import State


class ListQuery(PageQuery):
    """Which submissions."""

    rubric: Annotated[str | None, Field(max_length=200, description="Of this rubric.")] = None
    student: Annotated[str | None, Field(max_length=200, description="Of this student.")] = None
    external_id: Annotated[str | None, Field(max_length=200, description="Of this name of the sender's.")] = None
    state: Annotated[State | None, Field(description="That stand so.")] = None


class ListedSubmission(ApiModel):
    """A submission in a list; the points are null until it is graded, and while its rubric keeps them back."""

    id: str
    rubric: str
    rubric_version: str
    student: str | None
    external_id: str | None
    state: State
    score: Points | None
    max_score: Points | None
    received_at: datetime
    finished_at: datetime | None
    key_id: Annotated[str | None, Field(description="The key that handed it in.")]


class ListedSubmissions(ApiModel):
    """A page of them."""

    submissions: tuple[ListedSubmission, ...]
    next: Next


def list_submissions(query: ListQuery) -> Reply:
    """The submissions of the caller's course; a student's own."""
    at, known = desk(), caller()
    with at.database.transaction() as connection:
        found = entries(connection, known.course, _sought(query, known), query.page)
        shown = tuple(
            _listed(one, points_shown=are_points_released(at, connection, known, one)) for one in found[: query.limit]
        )
    return Reply(ListedSubmissions(submissions=shown, next=next_after([one.id for one in found], query.limit)))


def _sought(query: ListQuery, known: Caller) -> Sought:
    return Sought(query.rubric, query.student, query.external_id, query.state, owner=known.student)


def _listed(one: Entry, *, points_shown: bool) -> ListedSubmission:
    return ListedSubmission(
        id=one.id,
        rubric=one.rubric_id,
        rubric_version=one.rubric_version,
        student=one.student,
        external_id=one.external_id,
        state=one.state,
        score=whole(one.score) if points_shown else None,
        max_score=whole(one.max_score) if points_shown else None,
        received_at=one.received_at,
        finished_at=one.finished_at,
        key_id=one.key_id,
    )


OPERATIONS = (
    Operation(
        name="list_submissions",
        method="GET",
        path="/v1/submissions",
        summary="Find submissions",
        handler=list_submissions,
        scope=Scope.STUDENT,
        query=ListQuery,
        answers={200: Answer("A page of submissions.", ListedSubmissions)},
        refusals={422: "A parameter cannot be used; `errors` says which."},
    ),
)
