"""Names of further parts within one line: ``1a) 5/12  2b) [0, 1]``, ``Answers: 1) 5/12 2) 7``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.blocks import Block, Page
from fullmarks.find.marks import Mark
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.regex import regex

_WHOLE = regex(r"(?<=[\s;,.])(?P<open>\(?)(?P<number>\d{1,2})[.]?\(?(?P<letter>[a-z])\)?[):](?=\s)", re.IGNORECASE)
_NUMBER = regex(r"(?<=[\s;,.])(?P<open>\(?)(?P<number>\d{1,2})(?P<letter>)[).:](?=\s)")
_OPENING, _CLOSING = "([{", ")]}"


def listed_names(page: Page, block: Block, mark: Mark, names: PartNames) -> Iterator[int]:
    """Where further names begin behind a mark: they go up, the rubric has them, and no bracket is open before them."""
    last, start = mark.names[-1], mark.end
    for found in (_WHOLE if mark.is_full else _NUMBER).finditer(page.covered, mark.end, block.span.end):
        name = Name(str(int(found["number"])), found["letter"].lower())
        if _order(name) <= _order(last) or names.part(name) is None:
            continue
        between = page.covered[start : found.start()]
        if not between.strip(" ,;.") or not _is_closed(between):
            continue
        yield found.start()
        last, start = name, found.end()


def _order(name: Name) -> tuple[int, str]:
    return int(name.question), name.letter


def _is_closed(text: str) -> bool:
    return sum(text.count(sign) for sign in _OPENING) <= sum(text.count(sign) for sign in _CLOSING)
