"""Judgements that were made before, so that an answer that a class gives again and again is judged once.

A memo changes no verdict and no word: what it is asked by is all that a judgement depends on. These are the answer's text with
all that stands beside it, the item, and of an item that follows others the verdicts and values of the answers that counted then.
It belongs to one loaded rubric; the mapping is the caller's, who decides how much of it is kept.
"""

from __future__ import annotations

from collections.abc import MutableMapping

from fullmarks.expr.nodes import Node
from fullmarks.find.found import Answer
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.follow_through import followed_through
from fullmarks.grade.judge import Judged
from fullmarks.grade.judging import JudgeAnswer
from fullmarks.grade.safely import judge_safely
from fullmarks.outcome import Verdict
from fullmarks.records import frozen
from fullmarks.rubric.model import Item


class Same:
    """A thing that is equal to itself alone. Whoever holds this holds the thing, so that no other takes its identity."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


EarlierValue = tuple[Verdict, Same] | None
"""What an item that follows another makes use of: the verdict there and the value; None where nothing counted."""


@frozen
class Asked:
    """All that a judgement depends on."""

    item: str
    text: str
    others: tuple[str, ...]
    definitions: tuple[str, ...]
    earlier: tuple[EarlierValue, ...] = ()


Memo = MutableMapping[Asked, Judged]


def remembering(memo: Memo) -> JudgeAnswer:
    """Judges as ``judge_answer`` does, and each question once."""

    def judge(answer: Answer, item: Item, earlier: Earlier, turn: int | None) -> Judged:
        text = answer.formula or answer.text
        asked = Asked(item.id, text, answer.others, answer.definitions)
        judged = memo.get(asked)
        if judged is None:
            judged = memo[asked] = judge_safely(text, item, answer.others, answer.definitions)
        if not item.follows:
            return judged
        asked = Asked(item.id, text, answer.others, answer.definitions, _earlier(item, earlier, turn))
        followed = memo.get(asked)
        if followed is None:
            followed = memo[asked] = followed_through(judged, answer, item, earlier, turn)
        return followed

    return judge


def _earlier(item: Item, earlier: Earlier, turn: int | None) -> tuple[EarlierValue, ...]:
    return tuple(_value(item_id, earlier, turn) for item_id in (one.earlier.id for one in item.follows))


def _value(item_id: str, earlier: Earlier, turn: int | None) -> EarlierValue:
    counted = earlier.at(item_id, turn)
    if counted is None:
        return None
    value: Node | None = counted.value
    return counted.outcome.verdict, Same(value)
