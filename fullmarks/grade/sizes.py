"""The sizes of a shape as people write them: ``A × B × C`` or ``A by B by C``, where each size may be a sum without brackets."""

from __future__ import annotations

import re

from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Listing, Node
from fullmarks.limits import Limits
from fullmarks.read.reader import read
from fullmarks.read.reading import Reading
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

NOTE = "What stands between × or “by” was read as one size each."
_TOKEN = regex(r"\\(?:times\b|[A-Za-z]+\*?|.)|\s(?:by|[xX])\s|.", re.DOTALL)
_OPENING = frozenset(("(", "[", "{", "⌊", "⌈", r"\lfloor", r"\lceil", r"\lbrace"))
_CLOSING = frozenset((")", "]", "}", "⌋", "⌉", r"\rfloor", r"\rceil", r"\rbrace"))
_BETWEEN = frozenset(("×", r"\times", "by", "x", "X"))
_MOST_SIZES = 16


def read_sizes(text: str, vocabulary: Vocabulary, limits: Limits) -> Reading | None:
    """The answer as a tuple of its sizes; None where it has no signs between sizes, or one that cannot be read."""
    parts = _parts(text.replace("$", " "))
    if not 1 < len(parts) <= _MOST_SIZES:
        return None
    sizes: list[Node] = []
    for part in parts:
        try:
            sizes.append(read(part, vocabulary, limits).tree)
        except ReadError:
            return None
    return Reading(Listing("(", ")", tuple(sizes)), text, (NOTE,))


def _parts(text: str) -> list[str]:
    """What stands between the signs, outside all brackets."""
    depth, parts = 0, [""]
    for match in _TOKEN.finditer(text):
        token = match[0]
        depth += (token in _OPENING) - (token in _CLOSING)
        if depth == 0 and token.strip() in _BETWEEN and (len(token) > 1 or token == "×"):
            parts.append("")
        else:
            parts[-1] += token
    return parts
