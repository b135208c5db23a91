"""A submission as it came in: structured answers, one document, or a chat of many turns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from fullmarks.records import frozen

AnswerValue = str | int | float | list["AnswerValue"]
"""An answer in a structured submission: text, a number, or nested lists of them."""


@frozen
class StructuredAnswers:
    """Answers by item id (``1a.runtime``); a value stays as it came, and the finder writes numbers and lists out."""

    answers: Mapping[str, AnswerValue]


@frozen
class Document:
    """One document; ``markup`` is ``markdown``, ``latex`` or ``plain``."""

    text: str
    markup: str = "markdown"


@frozen
class Message:
    """One turn of a chat.

    ``role`` is ``user``, ``assistant``, ``system`` or ``tool``; ``index`` is its place among all messages.
    """

    role: str
    content: str
    index: int


@frozen
class Chat:
    """A conversation in which every assistant turn may be an attempt."""

    messages: tuple[Message, ...]


Content = StructuredAnswers | Document | Chat


@frozen
class Tried:
    """What a student's earlier submissions tried for one item: how many brought a new answer, and the hash of the last one."""

    submissions: int
    last: str


@frozen
class Submission:
    """What is graded; ``id`` is the hash of the content or the service's id, never a path.

    Whether it is late is told by its own times, with their zones, and never by a clock; without them it is in time.
    """

    id: str
    content: Content
    student: str | None = None
    external_id: str | None = None
    submitted_at: datetime | None = None
    due: datetime | None = None
    """When it was due for this student, where that is known."""
    tried: Mapping[str, Tried] = field(default_factory=dict)
    """What was tried before, by items, where that is known."""


def content_id(content: Content) -> str:
    """The SHA-256, in hexadecimal, of what was handed in; the order of structured answers does not count."""
    canonical = json.dumps(_as_json(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def answer_hash(answer: str) -> str:
    """By which an answer is known again without being kept."""
    return hashlib.sha256(answer.encode()).hexdigest()[:16]


def _as_json(content: Content) -> object:
    match content:
        case StructuredAnswers(answers):
            return {"answers": dict(answers)}
        case Document(text, markup):
            return {"document": text, "markup": markup}
        case Chat(messages):
            return {"messages": [[message.role, message.content] for message in messages]}
