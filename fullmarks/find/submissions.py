"""From what came in over a border to a submission: structured answers, one document, or a chat.

The borders (command line, HTTP, Gradescope) hand over bytes, text, or JSON already read; whatever is wrong with its
form is a SubmissionError that says where. What the answers say is not looked at here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from fullmarks.errors import SubmissionError
from fullmarks.find.answer_ids import structured_answers
from fullmarks.find.characters import refuse_hidden_characters
from fullmarks.find.exported_chats import exported_chat
from fullmarks.find.exported_json import messages_of
from fullmarks.find.found import SoughtPart
from fullmarks.find.json_text import kind_name, read_json, refuse_long
from fullmarks.submission import (
    AnswerValue,
    Chat,
    Content,
    Document,
    Message,
    StructuredAnswers,
    Submission,
    content_id,
)

MOST_MESSAGES = 2_000
"""Turns of one chat."""
MOST_PIECES = 1_000
"""Pieces of one message."""
LONGEST_TIME = 40
"""Characters of a time."""

_FORMS = ("answers", "document", "messages")
_ROLES = {role: role for role in ("user", "assistant", "system", "tool")} | {"developer": "system", "function": "tool"}
_ROLES |= {"human": "user", "ai": "assistant", "model": "assistant"}
"""Roles as several services name them."""
_MARKUP_BY_SUFFIX = {".tex": "latex", ".txt": "plain", ".md": "markdown", ".markdown": "markdown"}
_EMPTY = "There is nothing to mark: the submission is empty."


def from_bytes(content: bytes, parts: Sequence[SoughtPart], name: str = "") -> Submission:
    """A file as it was handed in. Raises SubmissionError.

    The suffix of ``name`` decides between JSON and text; without a telling one, what starts with ``{`` or ``[`` is
    JSON.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as mistake:
        raise SubmissionError(
            "not_text",
            f"This is not text in UTF-8: byte {mistake.start} cannot be read. Hand in text, Markdown or JSON.",
        ) from None
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix == ".json":
        return from_json_text(text, parts)
    if suffix in _MARKUP_BY_SUFFIX or not text.lstrip().startswith(("{", "[")):
        return from_text(text, _MARKUP_BY_SUFFIX.get(suffix, "markdown"))
    return from_json_text(text, parts)


def from_json_text(text: str, parts: Sequence[SoughtPart]) -> Submission:
    """A submission written in JSON. Raises SubmissionError."""
    if not text.strip():
        raise SubmissionError("empty_submission", _EMPTY)
    return parse_submission(read_json(text), parts)


def from_text(text: str, markup: str = "markdown") -> Submission:
    """One document, or the chat that the text records; ``markup`` is ``markdown``, ``latex`` or ``plain``. Raises SubmissionError."""
    return _submission(_document(text, "", markup))


def parse_submission(
    data: object, parts: Sequence[SoughtPart], *, student: str | None = None, external_id: str | None = None
) -> Submission:
    """A submission from JSON already read: an object with ``answers``, ``document`` or ``messages``, or bare messages.

    ``student`` and ``external_id`` are taken from the object where it has them and the caller gives none, ``submitted_at`` and
    ``due`` where it has them; what else it holds is the caller's. Raises SubmissionError.
    """
    if isinstance(data, list):
        data = {"messages": data}
    if isinstance(data, str):
        return _submission(_document(data, ""), student, external_id)
    if not isinstance(data, Mapping):
        raise SubmissionError("wrong_type", f"A submission is an object with {_or(_FORMS)}, not {kind_name(data)}.")
    given = [form for form in _FORMS if data.get(form) is not None]
    if not given and (exported := messages_of(data)) is not None:
        return parse_submission({**data, "messages": exported}, parts, student=student, external_id=external_id)
    if not given:
        raise SubmissionError("empty_submission", f"There is nothing to mark: a submission needs {_or(_FORMS)}.")
    if len(given) > 1:
        raise SubmissionError(
            "several_forms", f"A submission has one of {_or(_FORMS)}; this one has {' and '.join(given)}.", given[1]
        )
    match given[0]:
        case "answers":
            content: Content = _answers(data["answers"], parts)
        case "document":
            content = _document(data["document"], "document")
        case _:
            content = _chat(data["messages"])
    submission = _submission(
        content,
        _name(student or data.get("student"), "student"),
        _name(external_id or data.get("external_id"), "external_id"),
    )
    return replace(submission, submitted_at=_time(data, "submitted_at"), due=_time(data, "due"))


def _submission(content: Content, student: str | None = None, external_id: str | None = None) -> Submission:
    return Submission(content_id(content), content, student, external_id)


def _time(data: Mapping[str, object], name: str) -> datetime | None:
    """A time with its zone, in the form of ISO 8601."""
    said = data.get(name)
    if said is None:
        return None
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) and len(said) <= LONGEST_TIME else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise SubmissionError(
            "bad_time", f"“{name}” must be a time with its zone, such as 2026-11-20T23:59:00-08:00.", name
        )
    return moment


def _answers(said: object, parts: Sequence[SoughtPart]) -> StructuredAnswers:
    answers = structured_answers(said, parts)
    if not answers:
        raise SubmissionError("empty_submission", _EMPTY, "answers")
    for item, value in answers.items():
        _refuse_hidden_in(value, f"answers.{item}")
    return StructuredAnswers(answers)


def _refuse_hidden_in(value: AnswerValue, where: str) -> None:
    if isinstance(value, str):
        refuse_hidden_characters(value, where)
    elif isinstance(value, list):
        for entry in value:
            _refuse_hidden_in(entry, where)


def _document(said: object, where: str, markup: str = "markdown") -> Document | Chat:
    if not isinstance(said, str):
        raise SubmissionError("wrong_type", f"“document” must be a text, not {kind_name(said)}.", where)
    refuse_long(said)
    if not said.strip():
        raise SubmissionError("empty_submission", _EMPTY, where)
    refuse_hidden_characters(said, where)
    return exported_chat(said) or Document(said, markup)


def _chat(said: object) -> Chat:
    if not isinstance(said, list | tuple):
        raise SubmissionError(
            "wrong_type", f"“messages” must be a list of messages, not {kind_name(said)}.", "messages"
        )
    if len(said) > MOST_MESSAGES:
        raise SubmissionError(
            "too_large", f"A chat may have {MOST_MESSAGES:,} messages; this one has {len(said):,}.", "messages"
        )
    messages = tuple(_message(message, index) for index, message in enumerate(said))
    if not any(message.content.strip() for message in messages):
        raise SubmissionError("empty_submission", _EMPTY, "messages")
    if not any(message.role == "assistant" for message in messages):
        raise SubmissionError(
            "no_answers", "The chat has no message whose role is “assistant”, so there is nothing to mark.", "messages"
        )
    return Chat(messages)


def _message(said: object, index: int) -> Message:
    where = f"messages[{index}]"
    if not isinstance(said, Mapping):
        raise SubmissionError(
            "wrong_type", f"A message is an object with role and content, not {kind_name(said)}.", where
        )
    role = said.get("role")
    if not isinstance(role, str) or role not in _ROLES:
        shown = f"“{role[:40]}”" if isinstance(role, str) else kind_name(role)
        raise SubmissionError(
            "unknown_role", f"A message's role is user, assistant, system or tool, not {shown}.", f"{where}.role"
        )
    content = _message_text(said.get("content"), f"{where}.content")
    refuse_hidden_characters(content, f"{where}.content")
    return Message(_ROLES[role], content, index)


def _message_text(said: object, where: str) -> str:
    """The text of a message; pieces stand as paragraphs, and a piece that is no text (an image) says nothing."""
    if said is None:
        return ""
    if isinstance(said, str):
        refuse_long(said)
        return said
    if not isinstance(said, list | tuple):
        raise SubmissionError(
            "wrong_type", f"A message's content is a text or a list of pieces, not {kind_name(said)}.", where
        )
    if len(said) > MOST_PIECES:
        raise SubmissionError(
            "too_large", f"A message may have {MOST_PIECES:,} pieces; this one has {len(said):,}.", where
        )
    pieces = []
    for index, piece in enumerate(said):
        text = piece.get("text") if isinstance(piece, Mapping) else piece
        text = text.get("value") if isinstance(text, Mapping) else text
        if isinstance(text, str):
            pieces.append(text)
        elif text is not None or not isinstance(piece, Mapping):
            raise SubmissionError(
                "wrong_type", f"A piece's text must be a text, not {kind_name(text)}.", f"{where}[{index}]"
            )
    joined = "\n\n".join(pieces)
    refuse_long(joined)
    return joined


def _name(said: object, where: str) -> str | None:
    if said is None:
        return None
    if not isinstance(said, str) or len(said) > 200:
        raise SubmissionError("wrong_type", f"“{where}” must be a text of at most 200 characters.", where)
    refuse_hidden_characters(said, where)
    return said


def _or(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names[:-1]) + f" or “{names[-1]}”"
