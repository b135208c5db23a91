"""A submission as it came in: structured answers, one document, or a chat of many turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AnswerValue = str | int | float | list["AnswerValue"]
"""An answer in a structured submission: text, a number, or nested lists of them."""


@dataclass(frozen=True, slots=True)
class StructuredAnswers:
    """Answers by item id (``1a.runtime``); a value stays as it came (numbers and lists are written out by the finder)."""

    answers: Mapping[str, AnswerValue]


@dataclass(frozen=True, slots=True)
class Document:
    """One document; ``markup`` is ``markdown``, ``latex`` or ``plain``."""

    text: str
    markup: str = "markdown"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a chat; ``role`` is ``user``, ``assistant``, ``system`` or ``tool``; ``index`` is its place among all messages."""

    role: str
    content: str
    index: int


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation in which every assistant turn may be an attempt."""

    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """What is graded; ``id`` is the hash of the content or the service's id, never a path."""

    id: str
    content: StructuredAnswers | Document | Chat
    student: str | None = None
    external_id: str | None = None
