"""Short ways in which a user's turn names what it asks for: ``4: …``, ``For 3, …``, ``start with c``, ``c and d together``, ``domain``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fullmarks.find.found import Sought
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.regex import regex

_POLITE = (
    r"\W*(?:(?:ok(?:ay)?|oh|ah|lol|great|thanks?|thank you|good|nice|perfect|cool|alright|hi|hello|yes|and|now|so|next|then|please|"
    r"finally|lastly)\W+)*"
)
_OPENING_NUMBER = regex(
    rf"{_POLITE}(?:(?P<number>\d{{1,2}})(?:[.):]|,[ ]|[ ][-–—])[ \t]*(?=[^\W\d])"
    r"|(?:for|on|as for|about)\s+(?P<about>\d{1,2})(?:\s?[,:]\s|\s+(?=(?:the|i|my|we|part|can|could|what|how|please|is|it)\b)))",
    re.IGNORECASE,
)
_NUMBERED_LINE = regex(r"^[ \t]*\d{1,2}[.)][ \t]", re.MULTILINE)

_LETTER = r"\(?[a-h]\)?(?![\w'^(=])"
_LETTERS = regex(
    r"\W*(?:(?:now|next|then|and|ok|okay|please|finally|lastly|do|redo|solve|good|great|thanks|nice|continue with|go on with|"
    r"(?:start|begin)(?:ing)? (?:with|at|from)|"
    r"let'?s (?:do|start with|begin with|go (?:to|with|on with))|on to|move (?:on )?to|check|try|answer|"
    r"(?:can|could) (?:you|we) (?:please )?(?:do|check|solve|try)|what about|how about|skip to|just|only|also|parts?)\W+)*"
    rf"(?P<letters>{_LETTER}(?:\s*(?:,\s*and|,|and|&|/|\+)\s*{_LETTER})*)"
    r"(?:\W+(?:now|next|please|pls|together|too|then|as well|only|again|first|both|with (?:python|numpy|matlab|code)))*\W*",
    re.IGNORECASE,
)
_ONE_LETTER = regex(r"(?<![a-z])[a-h](?![a-z])", re.IGNORECASE)
_SENTENCE = regex(r"[^.!?\n]+")

_SHORT_NAME = 70
"""Characters of a turn that may do nothing but name an item."""
_FILLERS = regex(
    r"(?:(?:and|now|next|then|ok|okay|please|also|finally|lastly|the|what about|how about|do|give me|find|compute|show|need|"
    r"i need|same for|with|for|in case of|what(?:'s| is| are))\b\W*)*",
    re.IGNORECASE,
)
_SAYS_OF_IT = regex(
    r"\b(?:is|are|was|were|should|must|has|have|isn't|aren't|wrong|looks?|seems?|needs?|can't|cannot|does|doesn't|could|would|will|"
    r"missing|means?|by|gives?)\b",
    re.IGNORECASE,
)
_ITS_VALUE = regex(r"\W*\d")
"""“Variance 0? …” doubts what was said of it."""
_END = regex(r"[?!;]|\.(?:\s|$)")
_NUMBER_BEFORE = regex(r"(?P<number>\d{1,2})[ ]+(?=[^\W\d])")


def opening_number(said: str, names: PartNames) -> Name | None:
    """The question whose bare number opens a turn; a list of remarks numbers no questions."""
    found = _OPENING_NUMBER.match(said)
    if found is None or len(_NUMBERED_LINE.findall(said)) > 1:
        return None
    name = Name(str(int(found["number"] or found["about"])))
    return name if names.parts_of(name.question) else None


def bare_letters(said: str, question: str, names: PartNames) -> Iterator[tuple[int, Name]]:
    """The parts of a question whose bare letters are all that a sentence says, but for the asking."""
    for sentence in _SENTENCE.finditer(said):
        found = _LETTERS.fullmatch(sentence.group())
        if found is None:
            continue
        place = sentence.start() + found.start("letters")
        for letter in _ONE_LETTER.findall(found["letters"]):
            name = Name(question, letter.lower())
            if names.part(name) is not None:
                yield place, name


def named_items(text: str, near: Sequence[Sought], names: PartNames) -> tuple[Sought, ...]:
    """The items that a turn names and says nothing else: of those in question, else of the one part that has such an item.

    A number before the name is its question's: ``5 series``.
    """
    said = text.strip()
    if len(said) > _SHORT_NAME or "\n" in said:
        return ()
    words = words_of(said)
    fillers = _FILLERS.match(words)
    words = words[fillers.end() if fillers is not None else 0 :]
    if number := _NUMBER_BEFORE.match(words):
        parts = names.parts_of(str(int(number["number"])))
        return _opening(
            words[number.end() :], [item for part in names.parts if part.part in parts for item in part.items]
        )
    if found := _opening(words, near):
        return found
    found = _opening(words, [item for part in names.parts for item in part.items])
    return found if len({item.part for item in found}) == 1 else ()


def _opening(words: str, items: Sequence[Sought]) -> tuple[Sought, ...]:
    """The items whose labels the words begin with, and say nothing of."""
    found = []
    for item in items:
        place = ItemMarks(item).labelled_first(words)
        if place is None or place[0] != 0:
            continue
        more = words[place[1] :]
        if not _ITS_VALUE.match(more) and not _SAYS_OF_IT.search(_END.split(more)[0]):
            found.append((place[1], item))
    longest = max((end for end, _ in found), default=0)
    return tuple(item for end, item in found if end == longest)
