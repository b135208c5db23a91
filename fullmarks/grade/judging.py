"""How the answer to an item is judged while a whole submission is graded: by itself, then with what it follows from.

Whoever grades many submissions may hand in a way of their own that saves work. It must find what ``judge_answer`` finds.
"""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.find.found import Answer
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.follow_through import followed_through
from fullmarks.grade.judge import Judged
from fullmarks.grade.safely import judge_safely
from fullmarks.rubric.model import Item

JudgeAnswer = Callable[[Answer, Item, Earlier, int | None], Judged]
"""The judgement of an answer to an item, given at a turn, beside the earlier answers as they counted."""


def judge_answer(answer: Answer, item: Item, earlier: Earlier, turn: int | None) -> Judged:
    """Anew."""
    judged = judge_safely(answer.formula or answer.text, item, answer.others, answer.definitions)
    return followed_through(judged, answer, item, earlier, turn)
