"""The answers of a class to an item, in groups that mean the same, and a decision about all of a group."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from fullmarks.errors import StudentError
from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.api.reviews import points
from service.body import read_model
from service.caller import caller
from service.decisions import Opinion, decision, refresh_all
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.rubric_named import PATH, UNKNOWN_RUBRIC, current, of_rubric
from store.audit import record
from store.clock import now
from store.groups import Group, groups, members
from store.judged import judged
from store.overrides import decide

MOST_MEMBERS = 100_000


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


def list_groups(rubric_id: str, query: GroupsQuery) -> Reply:
    """What a class answers to an item."""
    of = of_rubric(rubric_id)
    with desk().database.transaction() as connection:
        found = groups(connection, of, query.item, query.limit)
    return Reply(AnswerGroups(item=query.item, groups=tuple(map(_shown, found))))


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
    at, known = desk(), caller()
    of, rubric = current(rubric_id)
    body = read_model(GroupDecisionBody)
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


OPERATIONS = (
    Operation(
        name="list_groups",
        method="GET",
        path=f"{PATH}/groups",
        summary="What a class answers to an item, in groups that mean the same",
        handler=list_groups,
        query=GroupsQuery,
        answers={200: Answer("The groups, the largest first.", AnswerGroups)},
        refusals=UNKNOWN_RUBRIC,
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
)
