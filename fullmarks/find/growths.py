r"""An answer that says how fast something grows: the last sentence, or display, that speaks of growth.

“Thus the standard deviation grows linearly in n” is an answer and holds no formula; ``\sigma = (n-k+1)\sigma_x = \Theta(n)`` is one too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.clauses import explains
from fullmarks.find.cues import Role, lead_cue
from fullmarks.find.found import Answer, Sought
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.segments import segments
from fullmarks.find.sentences import is_question, sentences
from fullmarks.records import frozen
from fullmarks.regex import regex

_GROWS = regex(
    r"\bgr(?:ow|ew)|\bscal(?:es|ing)\b|\basymptotic|\blinear|\bquadratic|\bcubic\b|\blogarithmic|\bexponential|\bproportional|"
    r"\border of\b|\bof order\b|\bO\s*\(|\\mathcal\s*\{?\s*O|\\Theta(?![a-zA-Z])|Θ|∝|\\propto(?![a-zA-Z])",
    re.IGNORECASE,
)
_NEARLY = regex(r"\\(?:sim|approx|simeq)(?![a-zA-Z])|≈|~")
MOST_PIECES = 1_000
"""Pieces of a passage, from its end."""
_LONGEST = 1_000
"""Characters of a sentence that is an answer."""


@frozen
class _Said:
    """A sentence or a display that speaks of growth, and how well it answers; larger is better."""

    span: Span
    labelled: bool
    plain: bool
    role: Role

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        return -_REGION[self.role], self.labelled, self.plain, self.span.start


_REGION = {Role.FINAL: 0, Role.CONCLUSION: 1, Role.SOLUTION: 2, Role.NONE: 2, Role.ASIDE: 3}


def speaks_of_growth(text: str) -> bool:
    """Whether a text says how fast something grows."""
    return _GROWS.search(text) is not None


def find_growth(page: Page, item: Sought, passage: Passage) -> Answer | None:
    """The last that names what the item asks about, in the final answer, else the conclusion, else the rest."""
    marks = ItemMarks(item)
    pieces = passage.pieces[-MOST_PIECES:]
    said = [
        one
        for place, piece in enumerate(pieces)
        if piece.role in _REGION
        for one in _of_piece(page, pieces, place, marks)
    ]
    if not said:
        return None
    best = max(said, key=lambda one: one.rank)
    return Answer(item.item, page.said(best.span), best.span, "The last sentence that says how it grows.")


def _of_piece(page: Page, pieces: Sequence[Piece], place: int, marks: ItemMarks) -> Iterator[_Said]:
    piece = pieces[place]
    if piece.kind is BlockKind.FORMULA:
        yield from _of_display(page, pieces, place, marks)
    elif piece.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TITLE):
        start = piece.span.start + lead_cue(page.covered[piece.span.start : piece.span.end]).length
        for sentence in sentences(page.covered, Span(start, piece.span.end)):
            span = _trimmed(page, sentence)
            text = page.said(span)
            if not _GROWS.search(text) or is_question(text) or len(text) > _LONGEST:
                continue
            yield _Said(span, _is_labelled(marks, f"{piece.heading} {text}"), not explains(text), piece.role)


def _of_display(page: Page, pieces: Sequence[Piece], place: int, marks: ItemMarks) -> Iterator[_Said]:
    piece = pieces[place]
    place_of_it = bisect_left(page.formulas, piece.span.start, key=lambda formula: formula.outer.start)
    found = page.formulas[place_of_it : place_of_it + 1]
    inner = found[0].inner if found and found[0].outer == piece.span else piece.span
    text = page.said(inner)
    lead = page.said(pieces[place - 1].span)[-200:] if place and piece.joined else ""
    said = [one.span for one in segments(page.text, inner)]
    growing = [span for span in said if _GROWS.search(page.said(span))]
    if growing or (_NEARLY.search(text) and _GROWS.search(lead)):
        span = growing[-1] if growing else _trimmed(page, inner)
        yield _Said(span, _is_labelled(marks, f"{lead} {text}"), plain=True, role=piece.role)


def _is_labelled(marks: ItemMarks, text: str) -> bool:
    return marks.labelled(words_of(text)) is not None


def _trimmed(page: Page, span: Span) -> Span:
    text = page.said(span)
    start = span.start + len(text) - len(text.lstrip(" *_:\n\t-"))
    return Span(start, max(start, span.end - (len(text) - len(text.rstrip(" *_\n\t")))))
