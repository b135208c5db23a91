r"""Boxed values: ``\boxed{…}``, the usual mark of a final answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fullmarks.records import frozen
from fullmarks.regex import regex

_BOX = regex(r"\\(?:boxed|fbox)\s*")
_BRACE = regex(r"\\[{}\\]|[{}]")
# What may stand between two boxes that make one answer: `\boxed{1} and $y = \boxed{2}$`.
_JOINT = regex(
    r"(?:[\s$,;.&*()\[\]\-–•:=]|\\[\[\]();,!]|\\(?:q?quad|text\{\s*(?:and|or)\s*\})|\b(?:and|or)\b|\b[a-zA-Z](?:_\{?\w\}?)?\s*=)*"
)
_OR = regex(r"\bor\b", re.IGNORECASE)
MOST_BOXES = 1_000
_FAR = 60
# Words around a box that say that it is none of the writer's own.
_DENIED_BEFORE = regex(
    r"(?:\b(?:not|never|wrong|incorrect|instead of|rather than)|n't|\bmistake(?: is)?|\bpreviously (?:wrote|said|got)|"
    r"\b(?:some|others|they|one) (?:say|might say|think|might think|would think)|\bmight think|\bwrong answer is)"
    r"[\s:$(*]*\Z",
    re.IGNORECASE,
)
_DENIED_BEHIND = regex(
    r"[\s$)*]*(?:is|was|would be|seems|cannot be|can't be)\s+(?:clearly |definitely |simply |of course )?"
    r"(?:wrong|incorrect|false|not (?:right|correct|it\b|the (?:right |correct )?answer))",
    re.IGNORECASE,
)


@frozen
class Box:
    """What is in a box, and where the box stands in the text."""

    content: str
    start: int
    end: int


def last_boxes(text: str) -> tuple[Box, ...]:
    """The last box with those right before it that nothing but a comma, a conjunction or a name parts from it."""
    found = list(_boxes(text))[-MOST_BOXES:]
    run: list[Box] = []
    for box in reversed(found):
        if run and not _JOINT.fullmatch(text, box.end, run[-1].start):
            break
        run.append(box)
    return tuple(reversed(run))


def without_denied(text: str) -> str:
    """The text without the boxes that it says are none of its own."""
    kept, last = [], 0
    for box in _boxes(text):
        if _is_denied(text, box):
            kept.append(text[last : box.start])
            last = box.end
    return "".join([*kept, text[last:]])


def _is_denied(text: str, box: Box) -> bool:
    before = text[max(0, box.start - _FAR) : box.start]
    return _DENIED_BEFORE.search(before) is not None or _DENIED_BEHIND.match(text, box.end) is not None


def alternatives(text: str, boxes: tuple[Box, ...]) -> bool:
    r"""Whether boxes are offered for choice: ``\boxed{3} or \boxed{4}``."""
    return any(_OR.search(text, one.end, other.start) for one, other in pairwise(boxes))


def _boxes(text: str) -> Iterator[Box]:
    place = 0
    while match := _BOX.search(text, place):
        if text[match.end() : match.end() + 1] == "{":
            end = _closing(text, match.end())
            content = text[match.end() + 1 : end]
            place = min(end + 1, len(text))
        else:
            line = re.compile(r"[^\s$\\]*").match(text, match.end())
            content = line[0] if line else ""
            place = match.end() + len(content)
        if content.strip():
            yield Box(content.strip(), match.start(), place)


def _closing(text: str, start: int) -> int:
    """The place of the brace that closes the one at ``start``; the end of the text where none does."""
    depth = 0
    for match in _BRACE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.start()
    return len(text)
