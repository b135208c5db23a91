"""Results drawn by chance, for people to look at."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from service.api.model import ApiModel
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.rubric_named import PATH, UNKNOWN_RUBRIC, of_rubric
from store.groups import sample


class SampleQuery(ApiModel):
    """What to draw."""

    n: Annotated[int, Field(ge=1, le=200, description="How many. By default 20.")] = 20
    seed: Annotated[str, Field(max_length=100, description="The same seed draws the same.")] = "1"
    verdict: Annotated[
        Literal["correct", "partial", "incorrect", "missing", "unreadable", "several_answers", "needs_review"],
        Field(description="Of results with this verdict. By default `correct`."),
    ] = "correct"


class DrawnResult(ApiModel):
    """A result to look at."""

    submission: str
    item: str
    answer: str
    verdict: str
    evidence: str


class Sample(ApiModel):
    """What was drawn, at most one of a submission."""

    results: tuple[DrawnResult, ...]


def draw_sample(rubric_id: str, query: SampleQuery) -> Reply:
    """Results drawn by chance, for people to look at."""
    of = of_rubric(rubric_id)
    with desk().database.transaction() as connection:
        found = sample(connection, of, query.verdict, query.n, query.seed)
    results = tuple(
        DrawnResult(
            submission=one.submission_id, item=one.item, answer=one.answer, verdict=one.verdict, evidence=one.evidence
        )
        for one in found
    )
    return Reply(Sample(results=results))


OPERATIONS = (
    Operation(
        name="draw_sample",
        method="GET",
        path=f"{PATH}/sample",
        summary="Results drawn by chance, for people to look at",
        handler=draw_sample,
        query=SampleQuery,
        answers={200: Answer("At most one of a submission.", Sample)},
        refusals=UNKNOWN_RUBRIC,
    ),
)
