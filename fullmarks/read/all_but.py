"""``All real numbers except 2``: the real numbers without what is named behind these words."""

from __future__ import annotations

import re

from fullmarks.read.tokens import Token
from fullmarks.regex import regex

_ALL_BUT = regex(
    r"\s*(?:x is |x can be |the set of )?(?:all|any|every) (?:the )?(?:real numbers?|reals?|numbers?|real values? of x|real x|x)"
    r"\s*,?\s*(?:except(?: for| when)?|but(?: not)?|other than|excluding|not equal to|besides)\s+",
    re.IGNORECASE,
)


def all_but(text: str) -> int | None:
    """Where the exceptions begin; None where a text names none in such words."""
    match = _ALL_BUT.match(text) if text[:1].isalpha() or text[:1].isspace() else None
    return match.end() if match else None


def without_what_follows(tokens: list[Token], first: int) -> list[Token]:
    """The tokens of a difference of sets, with what stands from a place on as its second one."""
    kept = [token for token in tokens[:-1] if token.start >= first]
    if len(kept) > 1 and kept[0].kind == "symbol" and kept[1].kind == "relation" and kept[1].value == "=":
        kept = kept[2:]  # “except x = 2”
    end = tokens[-1]

    def sign(kind: str, value: str, place: int) -> Token:
        return Token(kind, value, place, place, spaced=True)

    return [
        sign("constant", "reals", 0),
        sign("sets", "difference", first),
        sign("open", "{", first),
        *kept,
        sign("close", "}", end.start),
        end,
    ]
