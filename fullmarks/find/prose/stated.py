"""The final answer of a prose text, and what else is offered beside it.

A box is the strongest mark, then the last sentence or heading that says *the answer is*, then what the text ends in. A
text that is nothing but an answer is that answer.
"""

from __future__ import annotations

import re

from fullmarks.find.prose.boxes import Box, alternatives, last_boxes, without_denied
from fullmarks.find.prose.conclusion import conclusion
from fullmarks.find.prose.passages import passages
from fullmarks.find.prose.sense import Sense
from fullmarks.find.prose.statements import Statement, last_statements
from fullmarks.find.prose.value import Value, bare, value_of
from fullmarks.regex import regex

MOST_WORDS = 3
"""A text with more words is prose, even where it would read as it stands."""
_CORRECTED = regex(
    r"\A[\s?.]*no,\s|"
    r"\b(?:correction\b|(?:wait|actually|sorry)[,:]? (?:actually |no\b|it is\b|it's\b|it should\b|the answer (?:is|should)\b)|"
    r"(?:edit|update)\s*:|i was wrong\b|scratch that\b|(?:it|this|that) (?:should|must) (?:have been|be) (?!noted|clear|obvious)|"
    r"but (?:that|this|it) is (?:false|wrong|incorrect)\b|(?:boxed|above|previous) (?:answer|value|result) is (?:wrong|incorrect)\b)",
    re.IGNORECASE,
)
_WORD = regex(r"(?<![\\\w])[^\W\d_]{2,}")


def stated(text: str, sense: Sense) -> Value | None:
    """The answer that a text gives; None where it gives none."""
    said = without_denied(passages(text))
    boxes = last_boxes(said)
    statements = last_statements(said)
    if boxes:
        if (taken_back := _taken_back(said, boxes[-1].end, bare(boxes[-1].content), sense)) is not None:
            return taken_back
        later = tuple(one for one in statements if one.labelled and one.start >= boxes[-1].end)
        return _last(later, sense) or _boxed(said, boxes, sense)
    if value := _last(statements, sense):
        end = said.find(statements[-1].text, statements[-1].start) + len(statements[-1].text)
        return _taken_back(said, end, value.text, sense) or value
    is_bare = not sense.words and len(_WORD.findall(said)) <= MOST_WORDS and sense.reads(bare(said))
    return value_of(said, sense) if is_bare else conclusion(said, sense)


def _boxed(text: str, boxes: tuple[Box, ...], sense: Sense) -> Value:
    contents = tuple(dict.fromkeys(bare(box.content) for box in reversed(boxes)))[::-1]  # each at its last place
    if len(contents) == 1:
        return Value(contents[0])
    if sense.several:
        return Value(sense.joined(contents))
    # Without “or” between them, each box closes a step of its own, and the last one the whole.
    return Value(contents[-1], contents[:-1] if alternatives(text, boxes) or _side_by_side(text, boxes) else ())


def _taken_back(text: str, end: int, before: str, sense: Sense) -> Value | None:
    """What is said behind an answer where the text corrects itself there, with the answer beside it."""
    behind = text[end:]
    corrected = _CORRECTED.search(behind)
    if corrected is None:
        return None
    value = conclusion(behind[corrected.start() :], sense)
    return None if value is None else Value(value.text, (*value.others, before))


def _side_by_side(text: str, boxes: tuple[Box, ...]) -> bool:
    return "\n" not in text[boxes[-2].end : boxes[-1].start]


def _last(statements: tuple[Statement, ...], sense: Sense) -> Value | None:
    """The last statement that gives a value, with those before it that it is offered beside (*or the answer is …*)."""
    for place in range(len(statements) - 1, -1, -1):
        value = value_of(statements[place].text, sense)
        if value is None:
            continue
        if statements[place].again and (before := _last(statements[:place], sense)):
            return Value(value.text, (*before.others, before.text, *value.others))
        return value
    return None
