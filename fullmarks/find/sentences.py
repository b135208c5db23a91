"""Sentences of a paragraph, by their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.errors import Span
from fullmarks.find.blocks import COVER
from fullmarks.regex import regex

_END = regex(
    rf"""
    (?<![.!?]) (?!\.{{3}}[ ]?[-+*,]) [.!?]++ [*_"'”’)\]}}]*+ (?=\s|$)  # a full stop, and not the dots of a sum
    | (?<=[\d{COVER}.:)\]*]) [ \t]* \n (?=[ \t]*[-*_]*[A-Z{COVER}\d])   # a line that begins anew
    """,
    re.VERBOSE,
)
_ABBREVIATION = regex(
    r"(?:\b(?:e\.?g|i\.?e|eqs?|figs?|cf|vs|resp|approx|etc|ca|no|nr|sec|ch|prob|dr|mr|ms|prof|st|w\.r\.t|viz)|^\W*\d{1,2})\.$",
    re.IGNORECASE,
)


def sentences(covered: str, span: Span) -> Iterator[Span]:
    """The sentences within a span of a covered text, without the white space around them."""
    start = span.start
    for end in _END.finditer(covered, span.start, span.end):
        if _ABBREVIATION.search(covered[max(start, end.end() - 12) : end.end()]):
            continue
        yield from _trimmed(covered, start, end.end())
        start = end.end()
    yield from _trimmed(covered, start, span.end)


_ASKS = regex(rf"[^\w{COVER}]*(?:what|which|why|how (?:many|much|does|do|can|could|would))\b", re.IGNORECASE)


def is_question(sentence: str) -> bool:
    """Whether a sentence asks; what it says is no answer."""
    said = sentence.rstrip(" *_)”\"'")
    return said.endswith("?") or (_ASKS.match(sentence) is not None and not re.search(r"\bis\b.*[.:]$", said))


def _trimmed(covered: str, start: int, end: int) -> Iterator[Span]:
    while start < end and covered[start].isspace():
        start += 1
    while end > start and covered[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)
