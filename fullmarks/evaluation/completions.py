"""The text that a model's output says in the end: of a string, of chat messages, and after what it thought aloud."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_THOUGHT_ENDS = re.compile(r"</think(?:ing)?>")
_THOUGHT_BEGINS = re.compile(r"<think(?:ing)?>")


def text_of(completion: object) -> str:
    """The text of a completion as trainers and datasets hold it.

    A string is itself. Of a list of messages the last one that is not the user's counts; its content may be a list of pieces.
    Anything else has no text.
    """
    if isinstance(completion, str):
        return completion
    if isinstance(completion, Mapping):
        return _of_message(completion)
    if isinstance(completion, Sequence) and not isinstance(completion, bytes | bytearray):
        messages = [message for message in completion if isinstance(message, Mapping)]
        said = [message for message in messages if message.get("role", "assistant") == "assistant"]
        return _of_message(said[-1]) if said else ""
    return ""


def _of_message(message: Mapping[object, object]) -> str:
    content = message.get("content")
    if isinstance(content, str):
        return content
    if isinstance(content, Sequence) and not isinstance(content, bytes | bytearray):
        pieces = (piece.get("text") for piece in content if isinstance(piece, Mapping))
        return "".join(piece for piece in pieces if isinstance(piece, str))
    return ""


def answered(text: str) -> str:
    """What follows the thoughts; empty where they never end, since then nothing was answered yet."""
    *_, last = _THOUGHT_ENDS.split(text)
    return "" if _THOUGHT_BEGINS.search(last) else sound(last)


def sound(text: str) -> str:
    """The text as it can be sent and kept: halves of characters, which JSON can hold and files cannot, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
