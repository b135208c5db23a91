"""Structured answers: each value is the answer to its item, written out where it is a number or a list."""

from __future__ import annotations

import json
from collections.abc import Sequence

from fullmarks.errors import Span
from fullmarks.find.found import Answer, Attempt, Found, Sought, SoughtPart
from fullmarks.submission import AnswerValue, StructuredAnswers

_WHY = "It was handed in as the answer to this item."


def find_in_answers(content: StructuredAnswers, parts: Sequence[SoughtPart]) -> Found:
    """One attempt a part that has an answer; an empty text answers nothing."""
    attempts = []
    for part in parts:
        answers = [answer for item in part.items if (answer := _answer(content, item)) is not None]
        if answers:
            attempts.append(Attempt(part.part, None, 0, tuple(answers)))
    return Found(tuple(attempts), ())


def _answer(content: StructuredAnswers, item: Sought) -> Answer | None:
    value = content.answers.get(item.item)
    if value is None:
        return None
    written = _written(value)
    text = written.strip()
    if not text:
        return None
    start = written.find(text)
    return Answer(item.item, text, Span(start, start + len(text)), _WHY)


def _written(value: AnswerValue) -> str:
    """A value as text: a list in brackets, its entries as they were written."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(_written(entry) for entry in value)}]"
    return json.dumps(value)
