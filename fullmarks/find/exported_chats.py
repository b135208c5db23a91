"""Chats that were exported, or copied from a page, as one text: ``**User:** …``, ``## Assistant``, ``ChatGPT said:``.

A text is a chat only if lines of one form name the two sides in turn, from its beginning. Whatever is less sure stays a document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from fullmarks.find.formulas import Fence, fences
from fullmarks.records import frozen
from fullmarks.regex import regex
from fullmarks.submission import Chat, Message

MOST_SPEAKERS = 2_000
"""Turns of one chat."""
LONGEST_PREFACE = 300
"""Characters that may stand before the first turn: a title, a date."""

_USER = r"user|you|human|student|me|prompt|question(?= said)"
_ASSISTANT = (
    r"assistant|chat ?gpt(?:[- ][\w.]{1,8})?|gpt[- ]?[\w.]{1,8}|claude(?: [\w.]{1,8}){0,2}|gemini(?: [\w.]{1,8}){0,2}|copilot|bard|"
    r"llama[\w. -]{0,8}|"
    r"deep ?seek(?:[- ][\w.]{1,8})?|mistral|grok|qwen[\w.-]{0,8}|ai|ai assistant|bot|model|tutor|response"
)
_NAME = rf"(?:(?P<user>{_USER})|(?P<assistant>{_ASSISTANT}))"
_GAP = r"[ \t]{0,8}"
_TIME = r"(?:[ \t]{0,8}[(\[—–-]*[ \t]{0,8}\d[\d:./, -]{2,20}(?:am|pm|AM|PM)?[)\]]?)?"
_STAMP = r"(?:\d[\d./-]{3,9},?[ T]{1,2})?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[  ]?[ap]\.?m\.?)?"
_DECORATION = r"[^\w\s*_#`>|$\\]{0,4}[ \t]{0,8}"
_BOLD = r"(?:\*\*|__)"
_BEHIND_BOLD = rf"(?:{_GAP}:{_BOLD}|{_BOLD}{_TIME}{_GAP}:|{_BOLD}{_TIME}{_GAP}$)"
_FORMS = (
    (
        "heading",
        rf"^#{{1,6}}[ \t]+(?:[*_]{{1,3}})?{_DECORATION}{_NAME}(?: said)?{_TIME}{_GAP}:?[*_]{{0,3}}:?{_TIME}{_GAP}$",
    ),
    ("bold", rf"^{_GAP}{_DECORATION}{_BOLD}{_DECORATION}{_NAME}(?: said)?{_TIME}{_BEHIND_BOLD}"),
    ("timed", rf"^{_GAP}[\[(]?{_STAMP}[\])]?{_GAP}[-–—]?{_GAP}(?:\*\*)?{_NAME}(?:\*\*)?:(?:\*\*)?(?=\s)"),
    ("said", rf"^{_GAP}{_NAME} said:{_GAP}$"),
    ("brackets", rf"^{_GAP}[\[<]{_NAME}[\]>]:?"),
    ("plain", rf"^{_GAP}{_NAME}:(?=\s)"),
)
_COMPILED = tuple((form, regex(pattern, re.IGNORECASE | re.MULTILINE)) for form, pattern in _FORMS)
_RULE = regex(r"(?:^|\n)[ \t]*(?:-{3,}|\*{3,}|_{3,})$")
_MATHEMATICS = regex(r"[$=]|\\[(\[]")


@frozen
class _Speaker:
    role: str
    start: int
    end: int


def exported_chat(text: str) -> Chat | None:
    """The chat that a text records, its messages exact pieces of it; None where it is a document."""
    fenced = fences(text)
    for _, pattern in _COMPILED:
        speakers = _speakers(text, pattern, fenced)
        if _take_turns(text, speakers):
            return Chat(tuple(_messages(text, speakers)))
    return None


def _speakers(text: str, pattern: re.Pattern[str], fenced: Sequence[Fence]) -> list[_Speaker]:
    found: list[_Speaker] = []
    starts = [fence.outer.start for fence in fenced]
    for line in pattern.finditer(text):
        place = bisect_right(starts, line.start()) - 1
        if place >= 0 and line.start() < fenced[place].outer.end:
            continue
        if len(found) == MOST_SPEAKERS:
            break
        found.append(_Speaker("user" if line["user"] else "assistant", line.start(), line.end()))
    return found


def _take_turns(text: str, speakers: Sequence[_Speaker]) -> bool:
    """Whether the two sides speak in turn, the user first, and nothing much stands before them."""
    if len(speakers) < 2 or speakers[0].role != "user" or len(speakers) == MOST_SPEAKERS:
        return False
    preface = text[: speakers[0].start].strip()
    if len(preface) > LONGEST_PREFACE or _MATHEMATICS.search(preface):
        return False
    return all(one.role == ("assistant" if place % 2 else "user") for place, one in enumerate(speakers))


def _messages(text: str, speakers: Sequence[_Speaker]) -> list[Message]:
    ends = [one.start for one in speakers[1:]] + [len(text)]
    found: list[Message] = []
    for index, (one, end) in enumerate(zip(speakers, ends, strict=True)):
        said = text[one.end : end].strip()
        # The rule between two turns belongs to neither.
        rule = _RULE.search(said)
        found.append(Message(one.role, said[: rule.start()].rstrip() if rule else said, index))
    return found
