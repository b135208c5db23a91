"""What LaTeX does not print: comments, the preamble but for its definitions, and what follows the end of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

_COMMENT = regex(r"(?<!\\)(?:\\\\)*(?P<comment>%[^\n]*)")
_PROGRAM = regex(
    r"\\(?:begin\{(?P<begin>verbatim|lstlisting|minted|Verbatim)|end\{(?P<end>verbatim|lstlisting|minted|Verbatim))\*?\}"
)
_END = regex(r"\\end\{document\}")


def without_comments(text: str) -> Iterator[Replacement]:
    """Comments as nothing; programs keep their percent signs."""
    programs = list(_programs(text))
    end = next((found.start() for found in _END.finditer(text)), len(text))
    place = 0
    for found in _COMMENT.finditer(text, 0, end):
        start = found.start("comment")
        while place < len(programs) and programs[place][1] <= start:
            place += 1
        if place < len(programs) and programs[place][0] <= start:
            continue
        yield Replacement(start, found.end(), "")
    if end < len(text):
        yield Replacement(end, len(text), "")


def _programs(text: str) -> Iterator[tuple[int, int]]:
    """Where programs stand, each from its beginning to the next end of its kind."""
    opening: re.Match[str] | None = None
    for found in _PROGRAM.finditer(text):
        if opening is None and found["begin"]:
            opening = found
        elif opening is not None and found["end"] == opening["begin"]:
            yield opening.start(), found.end()
            opening = None
