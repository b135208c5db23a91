"""A class in numbers: how it did on each item, and which keys look wrong."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fullmarks.analysis.answers import AnswerGroup
from fullmarks.analysis.meaning import by_meaning
from fullmarks.analysis.statistics import ItemStatistics, class_statistics
from fullmarks.analysis.suspicion import Suspicion, suspicions
from fullmarks.outcome import Verdict
from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.rubric_named import PATH, UNKNOWN_RUBRIC, current
from store.sittings import sittings

COMMONEST = 5


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


def items_in_numbers(rubric_id: str) -> Reply:
    """How a class did on each item, and which keys look wrong."""
    of, rubric = current(rubric_id)
    with desk().database.transaction() as connection:
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


OPERATIONS = (
    Operation(
        name="items_in_numbers",
        method="GET",
        path=f"{PATH}/items",
        summary="How a class did on each item, and which keys look wrong",
        handler=items_in_numbers,
        answers={200: Answer("Each item, in the rubric's order.", ItemsInNumbers)},
        refusals=UNKNOWN_RUBRIC,
    ),
)
