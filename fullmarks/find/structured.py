"""Structured answers: each value is the answer to its item.

Numbers and lists are written out; of a sentence the formula in it is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.documents import page
from fullmarks.find.found import Answer, Attempt, Found, Sought, SoughtPart
from fullmarks.find.part_answers import part_answers
from fullmarks.find.part_names import PartNames
from fullmarks.find.parts import passages
from fullmarks.find.scope import Scope
from fullmarks.regex import regex
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
    if isinstance(value, str) and item.wants not in _AS_WRITTEN and _SENTENCE.search(text):
        within = _within_sentence(written, item)
        if within is not None:
            return within
    start = written.find(text)
    return Answer(item.item, text, Span(start, start + len(text)), _WHY)


_AS_WRITTEN = frozenset({"words", "piecewise", "table", "growth", "unpooled"})
# Words that make a sentence of an answer: “The cost is 2n”, “at most √n”, “√n, where n is …”.
_SENTENCE = regex(
    r"\b(?:is|are|be|equals|should|must|where|because|since|i\.e|at (?:most|least)|so|thus|hence|therefore|which|that|answer|we|it)\b",
    re.IGNORECASE,
)


def _within_sentence(written: str, item: Sought) -> Answer | None:
    """The formula of an answer that was written as a sentence."""
    read = page(written)
    part = SoughtPart(item.part, "", (), (replace(item, optional=False),))
    found = part_answers(read, part, passages(read, PartNames(()), Scope(default=(item.part,))))
    return found[0] if found else None


def _written(value: AnswerValue) -> str:
    """A value as text: a list in brackets, its entries as they were written."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(_written(entry) for entry in value)}]"
    return json.dumps(value)
