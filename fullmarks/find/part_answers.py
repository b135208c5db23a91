"""The answers to the items of one part, from the passages that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.find.answers import claims_of, find_formula
from fullmarks.find.candidates import Candidate, candidates
from fullmarks.find.documents import Page
from fullmarks.find.found import Answer, SoughtPart
from fullmarks.find.parts import Passage
from fullmarks.find.words import find_words

_WORDS = "words"


def part_answers(page: Page, part: SoughtPart, passages: Sequence[Passage]) -> tuple[Answer, ...]:
    """What the passages answer of a part, in the order of its items; nothing where only optional items are found.

    A closing list of answers wins over the working above it, and a later passage over an earlier one.
    """
    symbols = frozenset(symbol for item in part.items for symbol in item.symbols)
    ordered = [passage for passage in passages if not passage.final] + [
        passage for passage in passages if passage.final
    ]
    groups = [candidates(page, passage, symbols) for passage in ordered]
    answers: dict[str, Answer] = {}
    for passage, found in zip(reversed(ordered), reversed(groups), strict=True):
        _add(answers, page, part, [passage], found)
    required = {item.item for item in part.items if not item.optional}
    if not required & set(answers):
        return ()
    return tuple(answers[item.item] for item in part.items if item.item in answers)


def _add(
    answers: dict[str, Answer], page: Page, part: SoughtPart, passages: Sequence[Passage], found: Sequence[Candidate]
) -> None:
    """Answers for the items that have none yet."""
    formulas = [item for item in part.items if item.wants != _WORDS]
    worded = [item for item in part.items if item.wants == _WORDS]
    for claims in claims_of(part.items, found):
        if claims.item.item in answers or claims.item not in formulas:
            continue
        answer = find_formula(page, claims, found)
        if answer is not None:
            answers[claims.item.item] = answer
    for item in worded:
        if item.item not in answers:
            answer = find_words(page, item, passages, alone=len(part.items) == 1)
            if answer is not None:
                answers[item.item] = answer
