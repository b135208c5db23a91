"""Every grading that a submission ever had, and why there was another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.api.points import whole
from service.caller import caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.release import are_points_released
from service.visible import visible
from store.register import Entry
from store.reports import PastGrading, gradings
from store.scope import Scope

Why = Literal["handed in", "another rubric version", "another engine", "another rubric version and engine"]


class ListedGrading(ApiModel):
    """One grading; the points are null while its rubric keeps them back."""

    rubric_version: str
    engine: str
    score: Points | None
    max_score: Points | None
    graded_at: datetime
    why: Annotated[Why, Field(description="What was other than in the grading before.")]
    counts: Annotated[bool, Field(description="Whether its report is the one that counts.")]


class History(ApiModel):
    """All gradings, the first one first."""

    id: str
    gradings: tuple[ListedGrading, ...]


def submission_history(submission_id: str) -> Reply:
    """Every grading of a submission."""
    at, known = desk(), caller()
    with at.database.transaction() as connection:
        found = visible(connection, known, submission_id)
        points_shown = are_points_released(at, connection, known, found)
        every = gradings(connection, found.id)
    return Reply(History(id=found.id, gradings=tuple(_listed(every, found, points_shown=points_shown))))


def _listed(every: Sequence[PastGrading], found: Entry, *, points_shown: bool) -> Iterator[ListedGrading]:
    before = None
    for one in every:
        yield ListedGrading(
            rubric_version=one.rubric_version,
            engine=one.engine_version,
            score=whole(one.score) if points_shown else None,
            max_score=whole(one.max_score) if points_shown else None,
            graded_at=one.graded_at,
            why=_why(one, before),
            counts=(one.rubric_version, one.engine_version) == (found.rubric_version, found.engine_version),
        )
        before = one


def _why(one: PastGrading, before: PastGrading | None) -> Why:
    if before is None:
        return "handed in"
    if one.rubric_version == before.rubric_version:
        return "another engine"
    if one.engine_version == before.engine_version:
        return "another rubric version"
    return "another rubric version and engine"


OPERATIONS = (
    Operation(
        name="submission_history",
        method="GET",
        path="/v1/submissions/<submission_id>/history",
        summary="Every grading of a submission, and why",
        handler=submission_history,
        scope=Scope.STUDENT,
        answers={200: Answer("All gradings, the first one first.", History)},
        refusals={404: "There is no such submission."},
    ),
)
