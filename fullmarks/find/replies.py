"""What an assistant's turn does where it does not answer: it asks back, it declines, it offers more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fullmarks.find.found import Sought
from fullmarks.find.labels import ItemMarks, bare
from fullmarks.regex import regex

_ASKS_BACK = regex(
    r"(?:could|can|would|may|shall|should|do|did|which|what|is|are)\b[^?]*\b(?:you|your|i|we|me|it|this)\b[^?]*\?\W*$",
    re.IGNORECASE,
)
_OFFERS = regex(
    r"(?:^|(?<=[.!?\n]))[\s*_]*(?:(?:would|do) you (?:like|want)(?: me)? to|want me to|"
    r"shall (?:i|we)|should i (?:continue|go on|proceed|also)|"
    r"ready (?:for|to)|may i|can i help)\b[^?\n]{0,200}\?\W*$",
    re.IGNORECASE,
)
_DECLINES = regex(
    r"\W*(?:i'?m (?:sorry|afraid|unable)|i am (?:sorry|unable|afraid)|sorry|unfortunately|as an ai|my apologies|apologies|"
    r"i (?:can(?:no|')t|could not|couldn't|do(?: no|n')t))\b",
    re.IGNORECASE,
)
_ANSWERS = regex(
    r"\\boxed|\b(?:final|correct(?:ed)?|revised|updated|right|new) (?:answer|solution|result|\w+)\b|\banswer(?: is|:)|\bshould be\b|"
    r"\bcorrection\b|\bindeed\b.{0,80}\bis\b|\bso (?:the|it)\b.{0,80}\bis\b|\bin (?:one line|total)\b|"
    r"\byou(?:'re| are) (?:\w+ly )?(?:right|correct)\b|\bre-?(?:comput|calculat|do|solv|work)\w*\b|\b(?:my|a) mistake\b|\bgood catch\b|"
    r"\blet me (?:fix|correct|redo|try)\b|\b(?:sorry|apologi[sz]e|apologies) (?:for (?:the|my)|about)\b|"
    r"\b(?:my bad|oops|whoops)\b",
    re.IGNORECASE,
)
_AGREES = regex(
    r"\W*(?:right|true|correct|ah|oh|yes|indeed|of course|good (?:point|catch|question)|exactly|thanks?|thank you)\b",
    re.IGNORECASE,
)
_GIVES = regex(r"\\boxed|\bfinal answers?\b|\banswer:", re.IGNORECASE)
_SHORT = 600
"""Characters up to which a turn may do nothing but ask or decline."""
_TAIL = 300


def asks_back(said: str) -> bool:
    """Whether a short turn ends by asking for something it needs; an offer behind an answer asks for nothing."""
    if len(said) >= _SHORT or announces_answer(said):
        return False
    offer = _OFFERS.search(said[-_TAIL:])
    if offer is not None:
        before = said[: max(0, len(said) - _TAIL) + offer.start()].strip()
        return not before or _ASKS_BACK.search(before) is not None
    return _ASKS_BACK.search(said) is not None


_OPTION = regex(r"^[ \t>*_]*(?:[-*+][ \t]+)?\(?(?:\d{1,2}|[A-Fa-f])[.):][*_]{0,2}[ \t]", re.MULTILINE)
_CHOICE = regex(
    r"\W*(?:option |number |the )?\(?(?:\d{1,2}|[a-f])\)?(?:st|nd|rd|th)?(?: one)?(?: please)?\W*", re.IGNORECASE
)


def offers_choice(said: str) -> bool:
    """Whether a short turn asks to choose from a list: “Which way would you like? 1. … 2. …”."""
    return len(said) < _SHORT and "?" in said and len(_OPTION.findall(said)) > 1 and not announces_answer(said)


def chooses(said: str) -> bool:
    """Whether a turn is a number or a letter of such a list, and nothing else."""
    return _CHOICE.fullmatch(said) is not None


def declines(said: str) -> bool:
    """Whether a short turn says that it cannot answer."""
    return len(said) < _SHORT and not announces_answer(said) and _DECLINES.match(said) is not None


def announces_answer(said: str) -> bool:
    """Whether a turn says somewhere that it answers, or corrects an answer."""
    return _ANSWERS.search(said) is not None


def agrees(said: str) -> bool:
    """Whether a turn begins by agreeing with what it was told."""
    return _AGREES.match(said) is not None


def gives_final_answer(said: str) -> bool:
    """Whether a turn sets an answer apart."""
    return _GIVES.search(said) is not None


_LONGEST = 20_000
"""Characters of a turn in which left sides are looked for."""


def names_an_item(said: str, items: Sequence[Sought]) -> bool:
    """Whether a turn gives an item by the left side that was asked for."""
    plain = bare(said[:_LONGEST]).replace(" ", "")
    targets = [ItemMarks(item).target for item in items]
    return any(target and f"{target}=" in plain for target in targets)
