"""What an answer assumes about the places of maxima, said beside its formula or a little before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fullmarks.errors import Span
from fullmarks.expr.maxima import assumes_places, speaks_of_maximum
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.candidate import Candidate, Source
from fullmarks.find.cues import Role
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.sentences import sentences
from fullmarks.regex import regex

MOST_BEFORE, MOST_BEHIND = 6, 1
"""Pieces around a formula that may say what it assumes."""
_LONGEST = 600
"""Characters of one sentence."""


def with_assumption(page: Page, passage: Passage, chosen: Candidate) -> str:
    """The chosen formula in display, below what its own sentence says and the nearest sentences that assume something."""
    if chosen.source is Source.BLOCK:
        return chosen.text  # a sentence that tells the cases
    condition = _condition_behind(page, passage, chosen)
    if condition is not None:
        return page.said(Span(chosen.span.start, condition.end))
    beside = Span(chosen.span.end, max(chosen.span.end, chosen.outer.end))
    said = [*_own_sentence(page, passage, chosen), *_assuming(page, passage, chosen), beside]
    words = " ".join(dict.fromkeys(page.said(span).strip(" $\n.") for span in said)).strip()
    return f"{words}\n$$ {chosen.text} $$"


_CONDITION = regex(r"[\s$,]*(?:if|when|where|for|iff|provided|whenever)\b", re.IGNORECASE)


def _condition_behind(page: Page, passage: Passage, chosen: Candidate) -> Span | None:
    """What its sentence says behind a formula, where that is when it holds: “dx = dy if x is the maximum, else 0”."""
    piece = passage.pieces[_place(passage, chosen)]
    for sentence in sentences(page.covered, piece.span):
        if sentence.start <= chosen.span.start < sentence.end:
            behind = Span(min(chosen.outer.end, sentence.end), min(sentence.end, chosen.outer.end + _LONGEST))
            words = page.said(behind)
            return behind if _CONDITION.match(words) and speaks_of_maximum(words) else None
    return None


def _own_sentence(page: Page, passage: Passage, chosen: Candidate) -> Iterator[Span]:
    """The words on both sides of a formula, in its sentence."""
    place = _place(passage, chosen)
    beside = [
        one
        for one in passage.pieces[place : place + 1 + MOST_BEHIND]
        if one.span.start <= chosen.span.start or one.joined
    ]
    for piece in beside:
        for sentence in sentences(page.covered, piece.span):
            if sentence.start <= chosen.span.start < sentence.end:
                yield from (
                    Span(sentence.start, chosen.outer.start),
                    Span(min(chosen.outer.end, sentence.end), sentence.end),
                )
            elif sentence.start >= chosen.outer.end:
                yield Span(sentence.start, min(sentence.end, sentence.start + _LONGEST))
                return


def _assuming(page: Page, passage: Passage, chosen: Candidate) -> Iterator[Span]:
    """The last sentence before the formula, and the first behind it, that assume something."""
    place = _place(passage, chosen)
    before = [piece for piece in passage.pieces[max(0, place - MOST_BEFORE) : place + 1] if _may_say(piece)]
    behind = [piece for piece in passage.pieces[place : place + 1 + MOST_BEHIND] if _may_say(piece)]
    said = [one for one in _sentences(page, before) if one.start < chosen.span.start]
    yield from [one for one in said if assumes_places(page.said(one))][-1:]
    later = [one for one in _sentences(page, behind) if one.start >= chosen.outer.end]
    yield from [one for one in later if assumes_places(page.said(one))][:1]


def _sentences(page: Page, pieces: Sequence[Piece]) -> Iterator[Span]:
    for piece in pieces:
        for sentence in sentences(page.covered, piece.span):
            yield Span(sentence.start, min(sentence.end, sentence.start + _LONGEST))


def _may_say(piece: Piece) -> bool:
    texts = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TITLE, BlockKind.HEADING)
    return piece.kind in texts and piece.role not in (Role.STATEMENT, Role.OUTSIDE)


def _place(passage: Passage, chosen: Candidate) -> int:
    """The place of the piece that holds the formula."""
    places = (place for place, piece in enumerate(passage.pieces) if piece.span.end > chosen.span.start)
    return next(places, len(passage.pieces) - 1)
