"""Where a text says that something is the answer, and how far what it says reaches."""

from __future__ import annotations

import re

from fullmarks.records import frozen
from fullmarks.regex import regex

_EMPHASIS = r"(?:\*\*|__|\*|_)?"
_ADJECTIVES = r"(?:(?:final|correct|right|short|exact|numerical|simplified|complete|desired|required|overall)\s+)*"
_LABELS = r"(?:answers?|ans\.?|(?:final\s+)?results?)"
_NOUNS = r"(?:answers?|results?|solutions?|roots?|zeros?)"
_OF = r"(?:\s+(?:to|of|for)\s+[^\n.:=]{1,80}?)?(?:\s*\([^)\n]{1,40}\))?"
_WHOSE = r"(?<![\w-])(?:the\s+|my\s+|our\s+)?"
_VERB = (
    r"\s+(?:is|are|equals|becomes|would be|should be|must be|comes out (?:to|as)|turns out to be)\b"
    r"\s*(?:given by|equal to|simply|just|exactly|therefore|thus|then)?\s*:?"
)
# A label may stand in emphasis or, in JSON, in quotes; `Solution:` begins the working, and labels no answer.
_LABELLED = regex(
    rf"{_WHOSE}{_ADJECTIVES}{_LABELS}{_OF}[\"'”]?\s*{_EMPHASIS}\s*(?:[:=]|=>|→|⇒)\s*|<answer>\s*", re.IGNORECASE
)
_SAID = regex(rf"{_WHOSE}{_ADJECTIVES}{_NOUNS}{_OF}{_VERB}\s*", re.IGNORECASE)
_HEADED = regex(
    rf"^[ \t]*(?:\#{{1,6}}[ \t]*)?{_EMPHASIS}[ \t]*(?:the[ \t]+)?{_ADJECTIVES}(?:answers?|final[ \t]+result)[ \t]*:?[ \t]*"
    rf"{_EMPHASIS}[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HASHES = regex(r"^####[ \t]+(?=[^\n#])", re.MULTILINE)
_DENIED = regex(r"(?:\b(?:wrong|incorrect|false that(?: the)?|not(?: that)?(?: the)?)|n't)\s*\Z", re.IGNORECASE)
_AGAIN = regex(r"(?:\bor|\balternatively|\bmaybe|\bperhaps|\bpossibly)[ ,]*\Z", re.IGNORECASE)
MOST_STATEMENTS = 8
"""So many, the last ones, are looked at."""

_ABBREVIATIONS = ("e.g", "i.e", "approx", "vs", "resp", "etc", "cf", "eq", "fig")
_DISPLAYS = (("$$", "$$"), ("\\[", "\\]"), ("\\begin", "\\end"))


@frozen
class Statement:
    """What follows *the answer is*, up to the end of its sentence or formula; ``labelled`` where a colon or heading marks it.

    ``again`` where it is offered beside the one before it: *or the answer is …*.
    """

    text: str
    start: int
    labelled: bool
    again: bool


def last_statements(text: str) -> tuple[Statement, ...]:
    """The last few of them, in order; those that are followed by nothing are left out."""
    marks = [
        (match, pattern is not _SAID)
        for pattern in (_LABELLED, _SAID, _HEADED, _HASHES)
        for match in pattern.finditer(text)
    ]
    marks.sort(key=lambda mark: (mark[0].end(), mark[0].start()))
    found = (
        Statement(
            said, match.start(), labelled, _AGAIN.search(text, max(0, match.start() - 30), match.start()) is not None
        )
        for match, labelled in marks[-MOST_STATEMENTS:]
        if (said := reach(text, match.end())).strip()
        and not _DENIED.search(text, max(0, match.start() - 30), match.start())
    )
    return tuple(found)


def reach(text: str, start: int) -> str:
    """From a place to the end of its sentence; from an empty rest of a line, the next line or displayed formula."""
    while start < len(text) and (text[start] in " \t\r\n*_" or text.startswith(">", start)):
        start += 1
    for opening, closing in _DISPLAYS:
        if text.startswith(opening, start):
            end = text.find(closing, start + len(opening))
            stop = len(text) if end < 0 else _end_of_line_if_environment(text, end, closing)
            return text[start:stop]
    return text[start : sentence_end(text, start)]


def _end_of_line_if_environment(text: str, end: int, closing: str) -> int:
    if closing != "\\end":
        return end + len(closing)
    brace = text.find("}", end)
    return len(text) if brace < 0 else brace + 1


def sentence_end(text: str, start: int) -> int:
    """Where the sentence that starts there ends: a full stop before a space, or the end of the line, outside formulas."""
    dollars = 0
    place = start
    while place < len(text):
        character = text[place]
        if character == "\\":
            place += 2
            continue
        if character == "$":
            dollars += 1
        if character == "\n" and (dollars % 2 == 0 or text.startswith("\n\n", place)):
            return place
        if character in ".!?;" and dollars % 2 == 0 and _ends_sentence(text, start, place):
            return place
        place += 1
    return len(text)


def _ends_sentence(text: str, start: int, place: int) -> bool:
    after = text[place + 1 : place + 2]
    if text[place] == "!" and place > start and (text[place - 1].isalnum() or text[place - 1] in ")}"):
        return after.isspace() and text[place + 2 : place + 3].isupper()  # else a factorial
    if after and not after.isspace() and not (after in "*_)\"'”’" and text[place] == "."):
        return False
    return not text[max(start, place - 8) : place].lower().endswith(_ABBREVIATIONS)
