"""A question that is written out again where its answer begins, without any word that says so.

“(a) Two resistors are in parallel. What is their resistance?” What stands first in a part and ends by asking is the question,
with all the numbers that it gives.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.cues import Role
from fullmarks.find.passage import Piece
from fullmarks.find.sentences import is_question, sentences
from fullmarks.regex import regex

_LONGEST = 3_000
"""Characters of a question."""
_MOST = 4
"""Pieces of one question."""
_TELLS = regex(
    r"\W*(?:please )?(?:find|compute|calculate|determine|derive|evaluate|show that|prove that|verify that|give (?!n)|state|write down|list|"
    r"explain|describe|sketch|draw|solve|express|estimate|justify|decide|say whether|name)\b",
    re.IGNORECASE,
)
# What a step of the working says, and a task does not.
_WORKS = regex(
    r":|→|⇒|=>|\\(?:implies|Rightarrow|boxed)|\b(?:we (?:get|have|obtain|find)|to (?:get|obtain)|gives?|giving|yields?|so)\b"
)
_TAG = regex(r"(?:,|\bis it|—|–)\s*(?:right|correct|ok(?:ay)?|no|isn't it|i (?:think|guess))?\W*\?\W*$", re.IGNORECASE)
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TITLE)


def with_statement(page: Page, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a part, with those at its beginning that ask as the statement of the question."""
    asking = 0
    for place, piece in enumerate(pieces[:_MOST]):
        if piece.kind is BlockKind.HEADING:
            continue
        if piece.kind not in _TEXTS or piece.role is not Role.NONE:
            break
        if _asks(page, piece.span):
            asking = place + 1
        elif place >= 1 or piece.joined:
            break
    return [
        replace(piece, role=Role.STATEMENT) if place < asking and piece.kind in _TEXTS else piece
        for place, piece in enumerate(pieces)
    ]


def _asks(page: Page, span: Span) -> bool:
    """Whether a piece ends by asking, or by telling what to do."""
    if span.end - span.start > _LONGEST or "\\boxed" in page.said(span):
        return False
    said = [page.covered[one.start : one.end] for one in sentences(page.covered, span)]
    if not said:
        return False
    told = _TELLS.match(said[-1]) is not None and _WORKS.search(said[-1]) is None
    asking = [*map(is_question, said[:-1]), told or is_question(said[-1])]
    if asking[-1]:
        # What answers a question that stands before it asks nothing, whatever is asked after it.
        answered = any(one and not following for one, following in itertools.pairwise(asking))
        return not answered and _TAG.search(said[-1]) is None
    return False
