"""What a person decides, held against what may be decided: an item that is there, and no more points than it has."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated

from pydantic import Field
from sqlalchemy import Connection

from fullmarks.errors import StudentError, SubmissionError
from fullmarks.outcome import Verdict
from fullmarks.rubric.amounts import written
from fullmarks.rubric.model import Item, Rubric
from service.api.model import ApiModel
from service.caller import caller
from service.desk import Desk
from service.visible import visible
from store.judged import Judged, judged
from store.overrides import Decision, refresh

DEFAULT_FEEDBACK = "A person has looked at this answer and decided on it."
PointsGiven = Annotated[
    float | str,
    Field(description='A number, or a fraction as a text: `"1/3"`.', union_mode="left_to_right"),
]
SETTLED = frozenset({Verdict.CORRECT, Verdict.PARTIAL, Verdict.INCORRECT})


class Opinion(ApiModel):
    """What somebody decides about an answer to an item."""

    item: Annotated[str, Field(max_length=400)]
    points: PointsGiven
    verdict: Annotated[Verdict | None, Field(description="By default what the points say.")] = None
    reason: Annotated[str, Field(min_length=1, max_length=2_000, description="For staff.")]
    feedback: Annotated[str, Field(max_length=2_000, description="For the student.")] = DEFAULT_FEEDBACK


def counted_item(at: Desk, course: str, submission_id: str, item: str) -> tuple[Judged, Rubric]:
    """What counts of an item of a submission, and the rubric that it counts under.

    Raises ``StudentError`` (``no_such_submission``, ``no_marks``), ``SubmissionError`` (``unknown_item``).
    """
    with at.database.transaction() as connection:
        found = visible(connection, caller(), submission_id)
        marks = {one.item: one for one in judged(connection, [submission_id])}
    if not marks:
        raise StudentError(
            "no_marks",
            "This submission has no marks: it is not graded, or was before there were any. Regrade it first.",
        )
    if item not in marks:
        raise SubmissionError("unknown_item", f"The rubric has no item “{item[:80]}”.", "item")
    return marks[item], at.rubrics.of_version(course, found.rubric_id, found.rubric_version)


def decision(found: Judged, rubric: Rubric, given: Opinion) -> Decision:
    """The decision; raises ``SubmissionError`` (``bad_points``, ``bad_verdict``)."""
    item = next(one for one in rubric.items() if one.id == found.item)
    points = _points(given.points, item)
    verdict = given.verdict
    says = _verdict(points, item)
    if verdict is not None and verdict is not says and item.points:
        raise SubmissionError(
            "bad_verdict", f"{written(points)} of {written(item.points)} points is {says}, not {verdict}.", "verdict"
        )
    return Decision(
        found.submission_id, found.item, verdict or says, points, given.reason, given.feedback, found.group_key
    )


def _points(given: float | str, item: Item) -> Fraction:
    try:
        points = Fraction(str(given))
    except (ValueError, ZeroDivisionError):
        points = Fraction(-1)
    if not 0 <= points <= item.points:
        most = written(item.points)
        raise SubmissionError("bad_points", f"{item.id} has {most} points: give a number from 0 to {most}.", "points")
    return points


def _verdict(points: Fraction, item: Item) -> Verdict:
    if points == item.points:
        return Verdict.CORRECT
    return Verdict.PARTIAL if points else Verdict.INCORRECT


def refresh_all(at: Desk, connection: Connection, course: str, rubric_id: str, submissions: Sequence[str]) -> None:
    """Let what was decided about submissions count."""
    refresh(connection, submissions, lambda version: at.rubrics.of_version(course, rubric_id, version))
