"""A notebook saved as a program: its texts are comments, ``# ## 1b``, between cells of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

CELL = regex(r"^# (?:In\s?\[[\d ]*\]:|%%|<codecell>)", re.MULTILINE)
_LINE = regex(r"^(?P<comment>#(?: |$))?(?P<rest>[^\n]*)$", re.MULTILINE)


def cells_written_out(text: str) -> Iterator[Replacement]:
    """Comments as text, and everything else as a fenced program."""
    program = False
    for line in _LINE.finditer(text):
        if line.start() == line.end():
            continue
        marks_cell = CELL.match(text, line.start()) is not None
        if line["comment"] is not None:
            said = "" if marks_cell else line["rest"]
            yield Replacement(line.start(), line.start("rest"), "```\n" if program else "")
            if said != line["rest"]:
                yield Replacement(line.start("rest"), line.end(), said)
            program = False
        elif not program and line["rest"].strip():
            yield Replacement(line.start(), line.start(), "```python\n")
            program = True
    if program:
        yield Replacement(len(text), len(text), "\n```\n")
