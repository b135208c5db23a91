"""One answer by itself: what it brings for its item, and what it would bring beside given answers to earlier items."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.find.found import Answer
from fullmarks.grade.attempts import Try
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.follow_through import followed_through
from fullmarks.grade.graded import GradedItem
from fullmarks.grade.judge import Judged
from fullmarks.grade.points import earned, pending
from fullmarks.grade.safely import judge_safely
from fullmarks.rubric.model import AttemptPolicy, Item


def graded_item(item: Item, answer: Answer | None, judged: Judged) -> GradedItem:
    """A judgement with the points that it means."""
    outcome = judged.outcome
    points, open_points = earned(outcome, item), pending(outcome, item)
    return GradedItem(item, answer, outcome, judged.reading, points, open_points, judged.value)


def judge_given(text: str, item: Item, given: Mapping[str, str]) -> Judged:
    """The judgement of an answer; ``given`` are answers to the items that it follows, by their ids."""
    earlier = Earlier(AttemptPolicy())
    for followed in item.follows:
        said = given.get(followed.earlier.id)
        if said is not None:
            before = graded_item(followed.earlier, None, judge_given(said, followed.earlier, given))
            earlier.keep(followed.earlier.id, (None,), (before,), (Try(before.outcome.verdict, before.points, said),))
    return followed_through(judge_safely(text, item), Answer(item.id, text, None, ""), item, earlier, None)
