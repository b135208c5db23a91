"""AsciiDoc's formulas, ``stem:[x^2]``, with the dollars that everything else here knows."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

STEM = regex(r"\b(?:stem|latexmath|asciimath):\[")
_LONGEST = 1_000


def stems_written_out(text: str) -> Iterator[Replacement]:
    """The replacements; a bracket that nothing closes near it stays."""
    last = 0
    for found in STEM.finditer(text):
        end = _closing(text, found.end())
        if found.start() < last or end is None:
            continue
        yield Replacement(found.start(), found.end(), "$")
        yield Replacement(end, end + 1, "$")
        last = end


def _closing(text: str, start: int) -> int | None:
    """Where the bracket that was opened before a place is closed, on the same line."""
    depth = 1
    for place in range(start, min(start + _LONGEST, len(text))):
        if text[place] == "\n":
            return None
        depth += (text[place] == "[") - (text[place] == "]")
        if depth == 0:
            return place
    return None
