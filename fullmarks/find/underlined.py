"""Headings underlined with tildes, plus signs or carets, as reStructuredText and plain text have them, written as Markdown has them.

Markdown takes three tildes for the beginning of a program, and everything after them for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

UNDERLINED = regex(
    r"^(?:(?P<title>[^\s~`+^\n][^\n~`]{0,78})\n)?(?P<line>~{3,80}|\+{3,80}|\^{3,80}|\"{3,80}|\*{4,80})[ \t]*$",
    re.MULTILINE,
)
_NEARLY = 3
"""Characters by which a line may be shorter or longer than its title."""


def underlined_headings(text: str) -> Iterator[Replacement]:
    """Dashes in place of the lines under titles that they are as long as; what a fence holds is left as it is."""
    in_fence = False
    for found in UNDERLINED.finditer(text):
        line, title = found["line"], (found["title"] or "").rstrip()
        if title and not in_fence and abs(len(line) - len(title)) <= _NEARLY:
            yield Replacement(found.start("line"), found.end("line"), "-" * len(line))
        elif line.startswith("~"):
            in_fence = not in_fence
