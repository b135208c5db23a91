"""Several answers to one item: “A or B”, a list of guesses. Steps of a derivation are none, nor is one answer written twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import Page
from fullmarks.find.candidate import Candidate
from fullmarks.find.labels import bare
from fullmarks.regex import regex

_TOGETHER = frozenset({"set", "relation", "interval", "vectors"})
"""Kinds of answers that may have several values: ``x = 3 or x = -2`` is one."""


def others_of(
    page: Page, chosen: Candidate, within: Sequence[Candidate], wants: str
) -> tuple[Candidate, tuple[str, ...]]:
    """What stands first in the list that an answer is part of, and the other members; alone where there is no list."""
    listed = _listed(chosen, within, together=wants in _TOGETHER)
    if len(listed) < 2 or (wants == "vectors" and any(_is_named(one) for one in listed)):
        # “g = (1, 0) and h = (0, 1)” are two answers to two questions.
        return chosen, ()
    if wants in _TOGETHER:
        whole = Span(listed[0].outer.start, listed[-1].outer.end)
        # “x = 3 and x = -2” names both solutions, whatever joins them.
        joint = " or " if wants == "set" and any(one.left for one in listed) else ", "
        formula = joint.join(one.formula or one.text for one in listed) if wants in ("set", "vectors") else ""
        text = page.said(whole)
        formula = "" if formula == text.replace("$", "") else formula
        return replace(listed[0], span=whole, text=text, formula=formula), ()
    texts: dict[str, str] = {}
    for one in listed:
        texts.setdefault(bare(one.text), one.text)
    return listed[0], tuple(texts.values())[1:]


_UNKNOWN = regex(r"[r-z](?:_\{?\d\}?)?")


def _is_named(candidate: Candidate) -> bool:
    """Whether a vector has a name of its own; an unknown is one of a vector's entries: “x = 3 - 2t, y = t”."""
    return any(_UNKNOWN.fullmatch(side.strip()) is None for side in candidate.left)


def _listed(chosen: Candidate, within: Sequence[Candidate], *, together: bool) -> list[Candidate]:
    """The candidates that commas and “or” (for values that belong together: “and”) join to one, or that are guesses."""
    place = within.index(chosen)
    first, last = place, place
    while first > 0 and _joined(within[first - 1], within[first]):
        first -= 1
    while last + 1 < len(within) and _joined(within[last], within[last + 1]):
        last += 1
    listed = list(within[first : last + 1])
    if together or any(one.around.after_or for one in listed[1:]):
        return listed
    return _guesses(chosen, within) or [chosen]


def _joined(one: Candidate, following: Candidate) -> bool:
    return following.around.beside and one.setting.sentence == following.setting.sentence


_ANOTHER = regex(
    r"\W*(?:or\b|alternatively\b|maybe\b|perhaps\b|possibly\b|it (?:could|might|may) (?:also )?be\b)(?!.{0,40}\b(?:equivalent|same))",
    re.IGNORECASE,
)
_NUMBERED = regex(
    r"\W*(?:option|guess|possibility|candidate|alternative|choice|possible answer|answer)\s*#?\s*(?:\d|[a-d])\b",
    re.IGNORECASE,
)
_LIST_OF_GUESSES = regex(
    r"\b(?:one of|possible (?:answers|values|results)|candidates|guesses|options)\b", re.IGNORECASE
)


def _guesses(chosen: Candidate, within: Sequence[Candidate]) -> list[Candidate]:
    """Sentences that offer one more answer (“Or maybe B.”, “Option 2: B”), with the one before them."""
    firsts = _first_of_each_sentence(within, chosen)
    place = next((place for place, one in enumerate(firsts) if one.setting.sentence == chosen.setting.sentence), None)
    if place is None:
        return []
    if _NUMBERED.match(chosen.setting.said):
        return [one for one in firsts if _NUMBERED.match(one.setting.said)]
    if chosen.setting.intro and _LIST_OF_GUESSES.search(chosen.setting.intro):
        return [one for one in firsts if one.setting.intro == chosen.setting.intro]
    start = place
    while start > 0 and _ANOTHER.match(firsts[start].setting.said):
        start -= 1
    end = place + 1
    while end < len(firsts) and _ANOTHER.match(firsts[end].setting.said):
        end += 1
    return firsts[start:end]


def _first_of_each_sentence(within: Sequence[Candidate], chosen: Candidate) -> list[Candidate]:
    """The first formula of each sentence, and of its own sentence the chosen one."""
    found: dict[int, Candidate] = {chosen.setting.sentence.start: chosen}
    for one in within:
        if not one.is_aside:
            found.setdefault(one.setting.sentence.start, one)
    return sorted(found.values(), key=lambda one: one.span.start)
