"""What LaTeX does not print: comments, the preamble but for its definitions, and what follows the end of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement

_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*(?P<comment>%[^\n]*)")
_VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|minted|Verbatim)\*?\}.*?\\end\{\1\*?\}", re.DOTALL)
_END = re.compile(r"\\end\{document\}")


def without_comments(text: str) -> Iterator[Replacement]:
    """Comments as nothing; programs keep their percent signs."""
    programs = [found.span() for found in _VERBATIM.finditer(text)]
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
