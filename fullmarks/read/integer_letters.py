r"""What says at the end that a letter counts: ``, where k is any integer`` and ``for integer k``, as ``, k ∈ ℤ``."""

from __future__ import annotations

from fullmarks.read.tokens import Token
from fullmarks.regex import regex

_WORDS = r"(?:\\text\s*\{|\\mathrm\s*\{|\\(?:quad|[,;! ])|[\s,;(${}])*"
_ANY = r"(?:(?:any|every|all|some|an|each)\s+)?"
_LETTER = r"\$?([a-zA-Z])\$?"
_FOR = r"(?:(?:for|where|with|here)\b)?"
_CLOSED = r"[\s.$})]*$"
_SAID = tuple(
    regex(pattern)
    for pattern in (
        rf"{_WORDS}{_FOR}{_WORDS}{_ANY}{_WORDS}integers?{_WORDS}(?:values?{_WORDS}of{_WORDS})?{_LETTER}{_CLOSED}",
        rf"{_WORDS}{_FOR}{_WORDS}{_LETTER}{_WORDS}(?:is{_WORDS})?{_ANY}integer{_CLOSED}",
        rf"{_WORDS}{_FOR}{_WORDS}{_LETTER}\s*(?:∈|\\in\b|in\b)\s*(?:Z|\\mathbf\s*\{{?Z\}}?|integers)(?![A-Za-z]){_CLOSED}",
    )
)
_LONGEST = 60
_BEGINS = regex(r"(?:\bfor|\bwhere|\bwith|\bhere|[,;(])(?=[^,;]*$)")


def says_integer(text: str) -> bool:
    """Whether the end of the text may say so."""
    return "integer" in text or "∈ Z" in text or "in Z" in text or "∈Z" in text or r"\mathbf" in text


def with_integer_letter(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with such an end as ``, k ∈ ℤ``; as they are where there is none."""
    begin = _BEGINS.search(text, max(0, len(text) - _LONGEST))
    if begin is None:
        return tokens
    said = next((found for pattern in _SAID if (found := pattern.match(text, begin.start()))), None)
    if said is None:
        return tokens
    kept = [token for token in tokens[:-1] if token.end <= begin.start()]
    while kept and kept[-1].kind == "separator":
        kept.pop()
    if not kept:
        return tokens
    end = tokens[-1]
    place = said.start(1)
    statement = (("separator", ","), ("symbol", said[1]), ("relation", "in"), ("constant", "integers"))
    return [*kept, *(Token(kind, value, place, place + 1, spaced=True) for kind, value in statement), end]
