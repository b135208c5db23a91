"""Which items of a part each formula is marked for, by its left side and by the labels around it.

A formula that is marked for one item answers no other; one that nothing marks may answer any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fullmarks.find.candidate import Candidate
from fullmarks.find.found import Sought
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.records import frozen
from fullmarks.regex import regex

Items = tuple[str, ...]
"""Ids of items, in the order in which their labels stand."""


@frozen
class Claims:
    """One item beside the other items of its part; formulas are known by their place in the text."""

    item: Sought
    alone: bool
    """Whether the part asks for no other formula."""
    marks: ItemMarks
    marked_for: Mapping[int, Items]
    named_for: Mapping[int, Items]
    """As ``marked_for``, where the label stands right before the formula, alone or with a colon or an equals sign."""

    def is_mine(self, candidate: Candidate) -> bool:
        """Whether the item's own label or target stands with the formula."""
        return self.item.item in self.marked_for.get(candidate.span.start, ())

    def is_named_beside(self, candidate: Candidate) -> bool:
        """Whether the item's label stands right before the formula, with a colon or an equals sign."""
        return self.item.item in self.named_for.get(candidate.span.start, ())

    def may_be_mine(self, candidate: Candidate) -> bool:
        """Whether nothing says that it is another item's."""
        named = self.marked_for.get(candidate.span.start, ())
        return not named or self.item.item in named


def claims_of(items: Sequence[Sought], candidates: Sequence[Candidate]) -> tuple[Claims, ...]:
    """Each item with what the formulas are marked for."""
    marks = [ItemMarks(item) for item in items]
    marked_for = _marked(candidates, marks)
    named_for = {one.span.start: found for one in candidates if (found := _named_beside(one, marks))}
    _share_in_order(candidates, marked_for)
    alone = sum(item.wants != "words" and not item.optional for item in items) == 1
    return tuple(Claims(mark.item, alone, mark, marked_for, named_for) for mark in marks)


_CARRIES_ON = regex(
    r"\b(?:so|thus|hence|therefore|and so)[ ,]+(?:it|this|that|there|they)\s+(?:has|have|is|are|needs?|takes?|equals?|makes?)\W*$",
    re.IGNORECASE,
)
"""“The first layer has h units, so it has h(d + 1) parameters” says twice what it is about."""


def _marked(candidates: Sequence[Candidate], marks: Sequence[ItemMarks]) -> dict[int, Items]:
    found: dict[int, Items] = {}
    before: Candidate | None = None
    for one in candidates:
        mine = _marked_for(one, marks)
        same = before is not None and before.setting.sentence == one.setting.sentence
        if not mine and before is not None and same and _CARRIES_ON.search(one.around.lead):
            mine = found.get(before.span.start, ())
        if mine:
            found[one.span.start] = mine
        before = one if mine or not same else before
    return found


def _marked_for(candidate: Candidate, marks: Sequence[ItemMarks]) -> Items:
    """The items that the left side names, or else the nearest label."""
    by_target = tuple(mark.item.item for mark in marks if mark.is_target(candidate.left))
    if by_target:
        return by_target
    around, setting = candidate.around, candidate.setting
    for words in (" ".join(candidate.left), around.lead, around.tail):
        if named := _named_in(words, marks):
            return named
    # In “weights A, biases B; output C” each label has its own formula, and the last one is named by none of them.
    if not _names_several(setting.said, marks) and (named := _named_in(around.opening or around.before, marks)):
        return named
    if ";" in around.before and len(named := _named_in(around.before.rsplit(";", 1)[1], marks)) == 1:
        return named
    if ";" in setting.said and ";" not in around.before and len(named := _named_in(around.before, marks)) == 1:
        return named
    if _OTHER_LABEL.fullmatch(around.opening) and not _NO_LABEL.search(around.opening):
        # “Output: C” under a heading for the weights is labelled otherwise.
        return ()
    return _named_in(setting.intro, marks) or _named_in(setting.heading, marks)


_OTHER_LABEL = regex(r"\W*[A-Z][\w ]{2,24}:\W*")
_NO_LABEL = regex(
    r"\b(?:answer|result|total|solution|so|thus|therefore|hence|then|final|finally|is|are|get|we|output is)\b",
    re.IGNORECASE,
)


def _share_in_order(candidates: Sequence[Candidate], marked_for: dict[int, Items]) -> None:
    """“The weights and biases number A and B”: as many formulas as labels, each has its own."""
    groups: dict[tuple[str | int, Items], list[Candidate]] = {}
    for one in candidates:
        named = marked_for.get(one.span.start, ())
        if len(named) > 1:
            groups.setdefault((one.setting.intro or one.setting.sentence.start, named), []).append(one)
    for (_, named), group in groups.items():
        if len(group) == len(named):
            marked_for.update({one.span.start: (item,) for one, item in zip(group, named, strict=True)})


def _longest(places: list[tuple[tuple[int, int], str]]) -> list[tuple[tuple[int, int], str]]:
    """The labels without those that are only a part of a longer one: “reduced echelon form” is no “echelon form”."""
    return [
        (place, item)
        for place, item in places
        if not any(other != place and other[0] <= place[0] and place[1] <= other[1] for other, _ in places)
    ]


def _names_several(sentence: str, marks: Sequence[ItemMarks]) -> bool:
    said = words_of(sentence)
    return len(marks) > 1 and sum(mark.labelled(said) is not None for mark in marks) > 1


def _named_beside(candidate: Candidate, marks: Sequence[ItemMarks]) -> Items:
    lead = candidate.around.lead
    if re.search(r"[:=][\s$*]*$", lead):
        return _named_in(lead, marks)
    # “with mean 5”
    said = words_of(lead).strip()
    return tuple(mark.item.item for mark in marks if (place := mark.labelled(said)) and place[1] == len(said))


def _named_in(words: str, marks: Sequence[ItemMarks]) -> Items:
    """The items whose labels stand last in some words: one, or all of those that “and” joins to it."""
    if not words:
        return ()
    said = words_of(words)
    places = _longest(sorted((place, mark.item.item) for mark in marks if (place := mark.labelled(said)) is not None))
    if not places:
        return ()
    named, start = [places[-1][1]], places[-1][0][0]
    for (first, end), item in reversed(places[:-1]):
        if end >= start or said[end:start].strip(" ,/+&()") in ("", "and", "plus", "or", "and the"):
            named.insert(0, item)
            start = min(start, first)
    return tuple(named)
