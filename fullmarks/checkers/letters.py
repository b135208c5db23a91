"""The option letters that an answer names: ``B``, ``(b)``, ``b)``, ``Option B``, ``B: because …``.

Between words only a capital counts, and ``A`` and ``I`` only before a mark, at the end, in brackets, or before ``or`` and another
letter: they are words as well.
"""

from __future__ import annotations

import re

from fullmarks.regex import regex

_MARKED = regex(r"(?<![\w'])(?:\((?P<bracketed>[A-Za-z])\)|(?P<marked>[A-Za-z])(?=[).:]|\s*$))")
_CAPITAL = regex(r"(?<![\w'])(?:[B-HJ-Z](?![\w'])|[AI](?=\s*(?:or|and|,|/)\s*[A-Z](?![\w'])))")
_NAMED = regex(r"(?:option|choice|answer)(?:\s+is)?[\s:]+\(?(?P<letter>[A-Za-z])(?![\w'])", re.IGNORECASE)
_DENIED = regex(
    r"\b(?:not|never|neither|nor|anything but|except|eliminated?|excluded?|exclude|"
    r"rule out|ruled out|wrong answer is|instead of|rather than)"
    r"(?:\s+(?:option|choice|answer|be|is|it is))*\s*\(?(?P<letter>[A-Za-z])(?![\w'])|"
    r"(?<![\w'])(?P<before>[A-Za-z])\)?\s+(?:is|was|cannot be|can't be)\s+"
    r"(?:clearly\s+|definitely\s+)?(?:wrong|incorrect|false|not)\b",
    re.IGNORECASE,
)
"""A letter that is named to be left out."""
_MARKUP = regex(r"\\[a-zA-Z]+|[$*_{}\[\]`~]")


def letters_in(text: str, options: frozenset[str]) -> frozenset[str]:
    """Those of the options, upper-case letters, that the text names."""
    plain = _DENIED.sub(" ", _MARKUP.sub(" ", text))
    found = {match["bracketed"] or match["marked"] for match in _MARKED.finditer(plain)}
    found |= {match[0] for match in _CAPITAL.finditer(plain)}
    found |= {match["letter"] for match in _NAMED.finditer(plain)}
    return frozenset(letter.upper() for letter in found if letter) & options
