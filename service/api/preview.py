"""How an answer is read, before it is handed in: no verdict, and nothing that depends on what the key is worth."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fullmarks.errors import StudentError
from fullmarks.report import preview as engine
from fullmarks.report.model import ReadAs, ReportSpan
from service.api.model import ApiModel
from service.body import read_model
from service.caller import caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from store.rubrics import current_version
from store.scope import Scope

LONGEST_ANSWER = 2_000
"""Characters: reading costs time linear in them, and nobody types more into one field."""


class PreviewBody(ApiModel):
    """One answer to one item."""

    rubric: Annotated[str, Field(min_length=1, max_length=200)]
    item: Annotated[str, Field(min_length=1, max_length=400, description="The item's id, `1a.runtime`.")]
    answer: Annotated[str, Field(max_length=LONGEST_ANSWER)]


class Preview(ApiModel):
    """How it is read, or what keeps it from being read; an empty answer is neither."""

    readable: bool
    read_as: Annotated[ReadAs | None, Field(description="Written back; null for words, and for what can't be read.")]
    notes: Annotated[tuple[str, ...], Field(description="What was read by convention, or set aside.")]
    problem: Annotated[str | None, Field(description="Why it can't be read.")]
    span: Annotated[ReportSpan | None, Field(description="Where in the answer, in code points.")]


def preview() -> Reply:
    """Read an answer as the item reads it."""
    body, known, at = read_model(PreviewBody), caller(), desk()
    with at.database.transaction() as connection:
        version = current_version(connection, known.course, body.rubric)
        if version is None:
            raise StudentError("no_such_rubric", f"There is no rubric “{body.rubric[:80]}”.")
        rubric = at.rubrics.of_version(known.course, body.rubric, version)
    item = next((item for item in rubric.items() if item.id == body.item), None)
    if item is None:
        raise StudentError("no_such_item", f"The rubric “{rubric.id}” has no item “{body.item[:80]}”.")
    return Reply(_shown(engine.preview(body.answer, item)))


def _shown(read: engine.Preview) -> Preview:
    span = read.span
    return Preview(
        readable=read.problem is None,
        read_as=read.read_as,
        notes=read.notes,
        problem=read.problem,
        span=None if span is None else ReportSpan(start=span.start, end=span.end),
    )


OPERATIONS = (
    Operation(
        name="preview",
        method="POST",
        path="/v1/preview",
        summary="How an answer is read, without a verdict",
        handler=preview,
        scope=Scope.SUBMIT,
        body=PreviewBody,
        answers={200: Answer("How it is read, or why it cannot be.", Preview)},
        refusals={
            404: "There is no such rubric, or it has no such item.",
            422: "The body asks for no preview; `errors` says where.",
        },
    ),
)
