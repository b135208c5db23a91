"""What a class answers: groups that mean the same, items in numbers, and results drawn by chance."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from fullmarks.analysis.answers import AnswerGroup
from fullmarks.analysis.meaning import by_meaning
from fullmarks.analysis.statistics import ItemStatistics, class_statistics
from fullmarks.analysis.suspicion import Suspicion, suspicions
from fullmarks.errors import StudentError
from fullmarks.outcome import Verdict
from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.api.reviews import points
from service.body import read_model
from service.caller import caller
from service.decisions import Opinion, decision, refresh_all
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.rubric_named import rubric_version
from store.audit import record
from store.clock import now
from store.groups import Group, OfRubric, groups, members, sample
from store.judged import judged
from store.overrides import decide
from store.sittings import sittings

PATH = "/v1/rubrics/<rubric_id>"
MOST_MEMBERS = 100_000
COMMONEST = 5


class GroupsQuery(ApiModel):
    """Which item."""

    item: Annotated[str, Field(max_length=400, description="Id of the item: `1a.runtime`.")]
    limit: Annotated[int, Field(ge=1, le=1_000, description="How many groups at most. By default 200.")] = 200


class AnswerGroupShown(ApiModel):
    """Answers that mean the same and came to the same."""

    group: str
    verdict: str
    points: Points
    max_points: Points
    diagnosis: str | None
    count: int
    reviewed: Annotated[int, Field(description="On how many of them somebody has decided.")]
    answer: Annotated[str, Field(description="One of them, as it was written; empty where nothing was answered.")]
    submission: Annotated[str, Field(description="Whose that is.")]


class AnswerGroups(ApiModel):
    """The groups of an item, the largest first."""

    item: str
    groups: tuple[AnswerGroupShown, ...]


class GroupDecisionBody(Opinion):
    """What somebody decides about all answers of a group."""

    group: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]


class GroupDecided(ApiModel):
    """How many were decided on."""

    decided: int


class CommonAnswer(ApiModel):
    """An answer that many give."""

    reading: str
    verdict: Verdict
    count: int
    points: Points
    diagnosis: str | None
    spellings: tuple[str, ...]


class ItemInNumbers(ApiModel):
    """One item."""

    item: str
    submissions: int
    max_points: float
    verdicts: dict[str, int]
    difficulty: Annotated[float, Field(description="The mean share of the points: 1 where the item is easiest.")]
    discrimination: Annotated[
        float | None,
        Field(description="Point-biserial correlation with the rest of the score; null where nothing varies."),
    ]
    commonest_wrong: tuple[CommonAnswer, ...]


class SuspiciousKey(ApiModel):
    """An item whose key should be looked at: many give one wrong answer, also those who do well elsewhere."""

    item: str
    answer: CommonAnswer
    right: int
    answered: int
    rest_of_right: Annotated[
        float | None, Field(description="The mean share elsewhere of those whose answer is right.")
    ]
    rest: Annotated[float, Field(description="The same of those who gave this answer.")]


class ItemsInNumbers(ApiModel):
    """A rubric's items; of very many submissions the newest 20,000 are counted."""

    submissions: int
    mean: float
    deviation: float
    items: tuple[ItemInNumbers, ...]
    suspicious: tuple[SuspiciousKey, ...]


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


def list_groups(rubric_id: str, query: GroupsQuery) -> Reply:
    """What a class answers to an item."""
    of = _of(rubric_id)
    with desk().database.transaction() as connection:
        found = groups(connection, of, query.item, query.limit)
    return Reply(AnswerGroups(item=query.item, groups=tuple(map(_shown, found))))


def _of(rubric_id: str) -> OfRubric:
    course = caller().course
    rubric_version(desk(), course, rubric_id, None)
    return OfRubric(course, rubric_id)


def _shown(group: Group) -> AnswerGroupShown:
    return AnswerGroupShown(
        group=group.key.hex(),
        verdict=group.verdict,
        points=points(group.points),
        max_points=points(group.max_points),
        diagnosis=group.diagnosis,
        count=group.count,
        reviewed=group.reviewed,
        answer=group.answer,
        submission=group.submission_id,
    )


def decide_group(rubric_id: str) -> Reply:
    """Decide about all answers of a group at once: a decision about each, in one transaction."""
    at, known, of = desk(), caller(), _of(rubric_id)
    body = read_model(GroupDecisionBody)
    version = rubric_version(at, of.course, rubric_id, None)
    rubric = at.rubrics.of_version(of.course, rubric_id, version)
    moment = now()
    with at.database.transaction() as connection:
        found = members(connection, of, body.item, bytes.fromhex(body.group), MOST_MEMBERS)
        example = next((one for one in judged(connection, found[:1]) if one.item == body.item), None)
    if example is None:
        raise StudentError("no_such_group", "No answer to this item means that. GET lists the groups.")
    one = decision(example, rubric, body)
    decisions = [replace(one, submission_id=submission) for submission in found]
    with at.database.transaction() as connection:
        decide(connection, of.course, rubric_id, known.key_id, decisions, moment)
        refresh_all(at, connection, of.course, rubric_id, found)
        detail = {"item": body.item, "points": str(one.points), "reason": body.reason}
        for submission in found:
            record(connection, known.change("review.decide", submission, group=body.group, **detail), moment)
    return Reply(GroupDecided(decided=len(found)))


def items_in_numbers(rubric_id: str) -> Reply:
    """How a class did on each item, and which keys look wrong."""
    at, of = desk(), _of(rubric_id)
    rubric = at.rubrics.of_version(of.course, rubric_id, rubric_version(at, of.course, rubric_id, None))
    with at.database.transaction() as connection:
        counted = by_meaning(class_statistics(sittings(connection, of)), rubric)
    return Reply(
        ItemsInNumbers(
            submissions=counted.scores.count,
            mean=counted.scores.mean,
            deviation=counted.scores.deviation,
            items=tuple(map(_in_numbers, counted.items)),
            suspicious=tuple(map(_suspicious, suspicions(counted))),
        )
    )


def _in_numbers(item: ItemStatistics) -> ItemInNumbers:
    wrong = [group for group in item.groups if group.verdict is not Verdict.CORRECT]
    return ItemInNumbers(
        item=item.item,
        submissions=item.sittings,
        max_points=item.max_points,
        verdicts={verdict.value: count for verdict, count in item.verdicts.items()},
        difficulty=item.difficulty,
        discrimination=item.discrimination,
        commonest_wrong=tuple(map(_common, wrong[:COMMONEST])),
    )


def _common(group: AnswerGroup) -> CommonAnswer:
    return CommonAnswer(
        reading=group.reading,
        verdict=group.verdict,
        count=group.count,
        points=group.points,
        diagnosis=group.code,
        spellings=group.spellings,
    )


def _suspicious(one: Suspicion) -> SuspiciousKey:
    return SuspiciousKey(
        item=one.item,
        answer=_common(one.group),
        right=one.right,
        answered=one.answered,
        rest_of_right=one.rest_of_right,
        rest=one.group.rest,
    )


def draw_sample(rubric_id: str, query: SampleQuery) -> Reply:
    """Results drawn by chance, for people to look at."""
    of = _of(rubric_id)
    with desk().database.transaction() as connection:
        found = sample(connection, of, query.verdict, query.n, query.seed)
    results = tuple(
        DrawnResult(
            submission=one.submission_id, item=one.item, answer=one.answer, verdict=one.verdict, evidence=one.evidence
        )
        for one in found
    )
    return Reply(Sample(results=results))


UNKNOWN = {422: "There is no such rubric."}

OPERATIONS = (
    Operation(
        name="list_groups",
        method="GET",
        path=f"{PATH}/groups",
        summary="What a class answers to an item, in groups that mean the same",
        handler=list_groups,
        query=GroupsQuery,
        answers={200: Answer("The groups, the largest first.", AnswerGroups)},
        refusals=UNKNOWN,
    ),
    Operation(
        name="decide_group",
        method="POST",
        path=f"{PATH}/groups",
        summary="Decide about all answers that mean the same",
        handler=decide_group,
        body=GroupDecisionBody,
        answers={200: Answer("So many were decided on.", GroupDecided)},
        refusals={404: "No answer to the item means that.", 422: "The body cannot be used; `errors` says where."},
    ),
    Operation(
        name="items_in_numbers",
        method="GET",
        path=f"{PATH}/items",
        summary="How a class did on each item, and which keys look wrong",
        handler=items_in_numbers,
        answers={200: Answer("Each item, in the rubric's order.", ItemsInNumbers)},
        refusals=UNKNOWN,
    ),
    Operation(
        name="draw_sample",
        method="GET",
        path=f"{PATH}/sample",
        summary="Results drawn by chance, for people to look at",
        handler=draw_sample,
        query=SampleQuery,
        answers={200: Answer("At most one of a submission.", Sample)},
        refusals=UNKNOWN,
    ),
)
