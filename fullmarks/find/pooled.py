"""Which formula answers which item of those that ask for the gradients of poolings: the label that stands nearest before it says so.

A part asks for two of them, of max pooling and of average pooling, and their formulas look much alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fullmarks.find.blocks import Page
from fullmarks.find.candidate import Candidate, Source
from fullmarks.find.cues import Role
from fullmarks.find.found import Sought
from fullmarks.find.kinds import fits
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.find.passage import Passage

UNPOOLED = "unpooled"
MOST_FORMULAS = 200
"""Formulas that are looked at, from the last."""
_FAR = 1_500
"""Characters before a formula in which its label is looked for."""
_BEHIND = 120
_REGION = {Role.FINAL: 0, Role.CONCLUSION: 1, Role.SOLUTION: 2, Role.NONE: 2, Role.ASIDE: 3}


def choose_pooled(
    page: Page, items: Sequence[Sought], passage: Passage, found: Sequence[Candidate]
) -> Mapping[str, Candidate]:
    """The formula of each item that has one: the last in the final answer, else in the conclusion, else in the rest."""
    marks = [ItemMarks(item) for item in items if item.wants == UNPOOLED]
    chosen: dict[str, Candidate] = {}
    fitting = [one for one in found if one.source is not Source.TABLE and fits(UNPOOLED, one.text, one.looks)]
    for candidate in sorted(fitting, key=lambda one: (-_REGION.get(one.role, 3), one.span.start))[-MOST_FORMULAS:]:
        named = _named(page, passage, candidate, marks)
        if named is not None or len(marks) == 1:
            chosen[named or marks[0].item.item] = candidate
    return chosen


def _named(page: Page, passage: Passage, candidate: Candidate, marks: Sequence[ItemMarks]) -> str | None:
    """The item whose label stands nearest before a formula, in it before its first sign, or right behind it."""
    start = candidate.span.start
    equals = page.text.find("=", start, candidate.span.end)
    before = page.covered[max(passage.span.start, start - _FAR) : max(start, equals)]
    end = candidate.outer.end
    return _last(before, marks) or _last(page.covered[end : end + _BEHIND].split("\n")[0], marks)


def _last(text: str, marks: Sequence[ItemMarks]) -> str | None:
    said = words_of(text)
    places = [(place, mark.item.item) for mark in marks if (place := mark.labelled(said)) is not None]
    return max(places, key=lambda one: (one[0][1], one[0][1] - one[0][0]))[1] if places else None
