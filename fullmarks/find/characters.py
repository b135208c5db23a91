"""Characters that no submission may hold: they hide, reorder or cut what a reader of the text sees.

Which invisible characters an answer may hold is the reader's business; here stand those that would make a person and
the program see two different texts.
"""

from __future__ import annotations

import unicodedata

from fullmarks.errors import SubmissionError
from fullmarks.regex import regex

_FORBIDDEN = regex("[\x00-\x08\x0e-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Python has no name for the control characters, and nobody should have to look up this one.
_NAMES = {"\x00": "the null character", "\x1b": "the escape character"}


def refuse_hidden_characters(text: str, where: str) -> None:
    """Raise SubmissionError where the text holds a control, a bidirectional control or half of a surrogate pair."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return
    character, position = found.group(), found.start()
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    raise SubmissionError(
        "forbidden_character",
        f"The text holds {_described(character)} in line {line}, column {column}. Remove it: it does not show, "
        "and may make the text look other than it is.",
        where,
    )


def _described(character: str) -> str:
    unnamed = "half of a character" if unicodedata.category(character) == "Cs" else "a control character"
    name = _NAMES.get(character) or unicodedata.name(character, unnamed).lower()
    return f"U+{ord(character):04X} ({name})"
