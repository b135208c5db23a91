"""Several answers to one item: “A or B”, a list of guesses. Steps of a derivation are none, nor is one answer written twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.candidate import Candidate
from fullmarks.find.documents import Page
from fullmarks.find.labels import bare

_TOGETHER = frozenset({"set", "relation", "interval"})
"""Kinds of answers that may have several values: ``x = 3 or x = -2`` is one."""


def others_of(
    page: Page, chosen: Candidate, within: Sequence[Candidate], wants: str
) -> tuple[Candidate, tuple[str, ...]]:
    """What stands first in the list that an answer is part of, and the other members; alone where there is no list."""
    listed = _listed(chosen, within, together=wants in _TOGETHER)
    if len(listed) < 2:
        return chosen, ()
    if wants in _TOGETHER:
        whole = Span(listed[0].outer.start, listed[-1].outer.end)
        return replace(listed[0], span=whole, text=page.said(whole)), ()
    texts: dict[str, str] = {}
    for one in listed:
        texts.setdefault(bare(one.text), one.text)
    return listed[0], tuple(texts.values())[1:]


def _listed(chosen: Candidate, within: Sequence[Candidate], *, together: bool) -> list[Candidate]:
    """The candidates that commas and “or” (for values that belong together: “and”) join to one."""
    place = within.index(chosen)
    first = place
    while first > 0 and within[first].around.beside and within[first - 1].setting.sentence == chosen.setting.sentence:
        first -= 1
    last = place
    while (
        last + 1 < len(within)
        and within[last + 1].around.beside
        and within[last + 1].setting.sentence == chosen.setting.sentence
    ):
        last += 1
    listed = list(within[first : last + 1])
    return listed if together or any(one.around.after_or for one in listed[1:]) else [chosen]
