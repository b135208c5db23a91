"""What a user's turn in a chat asks for: which parts, and whether to answer them or only to speak of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fullmarks.find.found import Sought
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.spellings import DIMENSIONAL, spelled_anywhere
from fullmarks.find.terse_requests import bare_letters, opening_number
from fullmarks.records import frozen
from fullmarks.regex import regex

_SHORT = 200
"""Characters up to which a turn is looked at whole; of a longer one (a pasted sheet) only the sentences that ask count."""
_LONGEST = 8_000
"""Characters that are looked at, half of them from the turn's end, where a request stands after a pasted sheet."""
_TERSE = 60
"""Characters up to which a letter or a number alone may be all that a turn asks for."""
_PASTED_LINES = 4
"""Line breaks that make a shorter turn a pasted sheet as well."""

_ASKS = regex(
    r"\b(?:re-?)?(?:solve|solving|resolve|do|answer|redo|retry|start|begin|try|work|give|show|find|complete|finish|compute|calculate|derive|"
    r"continue|move on|go on|proceed|next|now|please|attempt|fix|correct|revise|list|add|then|also|again)\b",
    re.IGNORECASE,
)
_SPEAKS = regex(
    r"^\W*(?:why|how come|what (?:does|do|did|is meant|was)|can you (?:explain|clarify|tell)|could you (?:explain|clarify)|explain|"
    r"clarify|(?:please )?(?:re-?)?(?:check|consider|look (?:again )?at|think about)|is it (?:true|right)|did (?:you|we)|does|"
    r"are you sure|who|when|(?:but )?my (?:friend|classmate|book|textbook|teacher|professor|ta|roommate|partner|neighbou?r))\b",
    re.IGNORECASE,
)
_ACKNOWLEDGES = regex(
    r"^\W*(?:thanks|thank you|ok(?:ay)?|great|perfect|nice|cool|good(?: job)?|awesome|got it|i see|makes sense|hi|hello)\b",
    re.IGNORECASE,
)
_ONWARD = regex(
    r"^\W*(?:(?:ok(?:ay)?|great|good|nice|thanks|thank you|perfect|now|please|and|let'?s|can you|could you|then|do|solve|answer)\W+)*"
    r"(?:(?:the )?next\b|continue|go on|proceed|move on|keep going|(?:the )?(?:rest|remaining)\b|everything\b|"
    r"all (?:of )?(?:the |your )?(?:final )?(?:questions|problems|parts|exercises|answers|others?)\b)"
    r"|\b(?:whole|entire) (?:homework|assignment|sheet|problem set)\b|\bsummar(?:y|ise|ize)\b|"
    r"\blist (?:of )?(?:all )?(?:the |your )?(?:final )?answers\b|"
    r"\b(?:final|complete|full|whole) (?:list|table|answers|results)\b|\b(?:look at|redo|check|revise|repeat|go over) everything\b|"
    r"\banswers? (?:for|to) everything\b|\b(?:one|a) table with all\b",
    re.IGNORECASE,
)
_DEMANDS = regex(
    r"\b(?:re-?)?(?:solve|solving|do|answer|give|show|find|compute|calculate|derive|try|fix|correct|revise|write|list|"
    r"check|consider|look at|think about|visit|help|start|begin|continue|stuck)\b|^\W*(?:how (?:many|much|long|far)|what(?:'s| is| are))\b",
    re.IGNORECASE,
)
_REFERENCE = regex(
    r"\b(?:see|from|using|use|used|in|like|"
    r"(?<!help )(?<!me )(?<!start )(?<!begin )(?<!continue )(?<!go on )(?<!proceed )(?<!stuck )with|"
    r"per|than|by|as in|(?:similar|compared|analogous|respect) to|results? of|"
    r"(?:answers?|solutions?) (?:to|from|of|in)|(?:for )?your \w+ (?:in|from|of|to))\s+"
    r"(?:the\s+|your\s+|part\s+|parts\s+|problem\s+|question\s+|exercise\s+)*$",
    re.IGNORECASE,
)
_SPOKEN_FIRST = regex(r"\W*(?:(?:and|but|also|now|then|ok|well)\W+)*in\s+(?:your\s+)?(?:part\s*)?", re.IGNORECASE)
"""“In (b) the sign is lost” speaks of that part first of all."""
_FEW_WORDS = 9
_COMPARED = regex(r"\b(?:same|like|as|than|similar|from|using|use|per|by)\b[^.]*$", re.IGNORECASE)
_BARE_ID = regex(
    r"(?<![\w.#(^_-])(?P<number>\d{1,2})[.-]?(?P<letter>[a-z])(?![\w^(=+*/])"
    rf"(?!{DIMENSIONAL})"
)
_LETTER = regex(r"(?<![\w)])\((?P<letter>[a-z])\)", re.IGNORECASE)
_RANGE = regex(
    r"\s*(?:-|–|—|(?:to|through|thru|until|up to)\b)\s*(?:part\s*)?\(?(?P<last>[a-z])\)?(?![a-z])", re.IGNORECASE
)
_AND_LETTER = regex(r"\s*(?:,|and|&|,\s*and|/)\s*(?:parts?\s*)?\(?(?P<letter>[a-z])\)?(?![\w'])", re.IGNORECASE)
_SEVERAL = regex(r"\W*(?:problems|questions|exercises|tasks|aufgaben|qs)\b", re.IGNORECASE)
_AND_NUMBER = regex(r"\s*(?:,\s*(?:and\b)?|and\b|&|\+)\s*(?P<number>\d{1,2})(?!\w|\.\d|\s?\()", re.IGNORECASE)
_TO_NUMBER = regex(
    r"\s*(?:-|–|—|(?:to|through|thru|until|up to)\b)\s*(?P<number>\d{1,2})(?!\w|\.\d|\s?\()", re.IGNORECASE
)
_MOST_NUMBERS = 20
"""Questions of one list."""
_BARE_NUMBER = regex(
    r"\W*(?:now|next|then|and|please|do|solve|answer)*\W*(?P<number>\d{1,2})\W*(?:please)?\W*", re.IGNORECASE
)
_SENTENCE = regex(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")


@frozen
class Request:
    """The names a turn gives, in its order; a question without a letter means all of it.

    ``solve``: it asks for answers, not only about them. ``onward``: it asks for what comes next, or for everything, by no
    name. ``hint``: it names nothing and asks nothing, but says something that the answer before may have missed.
    ``recite``: it wants the questions repeated, not answered.
    """

    names: tuple[Name, ...]
    solve: bool
    onward: bool = False
    hint: bool = False
    recite: bool = False


_RECITES = regex(
    r"\b(?:list|extract|read|transcribe|copy|type out|print|show me|repeat|restate|summari[sz]e|tell me)\b[^.!?]{0,60}"
    r"\b(?:problems?|questions?|homework|exercises?|(?:problem )?statements?|pdf)\b",
    re.IGNORECASE,
)
_SOLVES = regex(
    r"\b(?:re-?)?(?:solv\w+|answer\w*|comput\w+|work(?:ing)? (?:out|through)|do it|begin|start)\b", re.IGNORECASE
)


def request(text: str, names: PartNames, question: str = "") -> Request:
    """What a turn asks for; ``question`` is the one that was last spoken of, for bare letters."""
    said = text.strip()
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST // 2]}\n{said[-_LONGEST // 2 :]}"
    opening = opening_number(said, names)
    opened = [opening] if opening is not None else []
    question = opening.question if opening is not None else question
    if len(said) > _SHORT or said.count("\n") >= _PASTED_LINES:
        asking = [sentence for sentence in _SENTENCE.findall(said) if _ASKS.search(sentence)]
        found = [*opened, *(name for sentence in asking for name in _named(sentence, names, question))]
        found = found or list(_worded(said, names))
        if found or len(said) > _SHORT:
            return Request(_unique(found), solve=True, hint=not found and _is_hint(said))
    found = [*opened, *_named(said, names, question)]
    recite = _RECITES.search(said) is not None and not _SOLVES.search(said)
    onward = not found and _ONWARD.search(said) is not None
    return Request(
        _unique(found),
        solve=not _SPEAKS.match(said),
        onward=onward,
        hint=not found and not onward and _is_hint(said),
        recite=recite,
    )


def asked_items(text: str, items: Sequence[Sought]) -> frozenset[str]:
    """The items of the part that is spoken of which a short question names: “and the cut-off frequency?”."""
    said = text.strip()
    if len(said) > _SHORT or not said.endswith("?") or _SPEAKS.match(said):
        return frozenset()
    words = words_of(said)
    return frozenset(item.item for item in items if ItemMarks(item).labelled(words) is not None)


def _is_hint(said: str) -> bool:
    return not _ACKNOWLEDGES.match(said) and not said.endswith("?") and len(said.split()) > 2


def _unique(found: Sequence[Name]) -> tuple[Name, ...]:
    """Each name once; “Question 2, parts a and b” means the parts."""
    with_letters = {name.question for name in found if name.letter}
    return tuple(dict.fromkeys(name for name in found if name.letter or name.question not in with_letters))


def _named(said: str, names: PartNames, question: str) -> Iterator[Name]:
    """The plausible names in a sentence that are asked for; those only referred to are left out, if any other is there."""
    mentions = [(start, name) for start, name in sorted(_mentions(said, names, question)) if names.plausible(name)]
    asked = [
        name for start, name in mentions if not _REFERENCE.search(said[:start]) or _SPOKEN_FIRST.fullmatch(said[:start])
    ]
    if not asked and len(said.split()) <= _FEW_WORDS and said.rstrip().endswith("?"):
        # “The thing in question two?”
        asked = [name for start, name in mentions if not _COMPARED.search(said[:start])]
    if not asked and not _DEMANDS.search(said):
        # “Also see part (d), which uses the same kernel” asks for nothing.
        return
    yield from asked or [name for _, name in mentions]


def _worded(said: str, names: PartNames) -> Iterator[Name]:
    """The questions of the rubric that a long turn names in so many words, and does not only refer to."""
    for spelled in spelled_anywhere(said):
        known = names.part(spelled.name) is not None or names.parts_of(spelled.name.question)
        if spelled.spelling.worded and known and not _REFERENCE.search(said[: spelled.start]):
            yield spelled.name


def _mentions(said: str, names: PartNames, question: str) -> Iterator[tuple[int, Name]]:
    taken: list[tuple[int, int]] = []
    for spelled in spelled_anywhere(said):
        name = spelled.name
        if not name.question:
            # “part b” belongs to the question named in the same sentence, or to the one before.
            name = Name(_question_near(said, question), name.letter)
        if name.question:
            yield from _with_more(said, spelled.start, spelled.end, name, taken)
    for found in _BARE_ID.finditer(said):
        if _free(found.start(), taken):
            name = Name(str(int(found["number"])), found["letter"])
            yield from _with_more(said, found.start(), found.end(), name, taken)
    near = _question_near(said, question)
    if near:
        for found in _LETTER.finditer(said):
            if _free(found.start(), taken):
                yield from _with_more(said, found.start(), found.end(), Name(near, found["letter"].lower()), taken)
        letters = bare_letters(said, near, names) if len(said) < _SHORT else ()
        yield from ((start, name) for start, name in letters if _free(start, taken))
    number = _BARE_NUMBER.fullmatch(said) if len(said) < _TERSE else None
    if number is not None and not taken:
        yield number.start("number"), Name(str(int(number["number"])))


def _with_more(said: str, start: int, end: int, name: Name, taken: list[tuple[int, int]]) -> Iterator[tuple[int, Name]]:
    """A name, with the letters that follow it: ``2a-c``, ``3(a), (b) and (d)``; or the numbers: ``questions 2 and 3``."""
    yield start, name
    if not name.letter and _SEVERAL.match(said, start):
        for question, after in list(_more_questions(said, end, int(name.question))):
            yield start, Name(str(question))
            end = after
    last = name.letter
    while last:
        if (span := _RANGE.match(said, end)) and last < span["last"].lower() <= "z":
            for code in range(ord(last) + 1, ord(span["last"].lower()) + 1):
                yield start, Name(name.question, chr(code))
        elif (span := _AND_LETTER.match(said, end)) is None:
            break
        else:
            yield start, Name(name.question, span["letter"].lower())
        last, end = span[span.lastgroup or 0].lower(), span.end()
    taken.append((start, end))


def _more_questions(said: str, end: int, number: int) -> Iterator[tuple[int, int]]:
    """The questions that follow one in a list of them, each with the end of its number."""
    while more := (_TO_NUMBER.match(said, end) or _AND_NUMBER.match(said, end)):
        last = int(more["number"])
        through = more.re is _TO_NUMBER and number < last <= number + _MOST_NUMBERS
        for following in range(number + 1 if through else last, last + 1):
            yield following, more.end()
        number, end = last, more.end()


def _question_near(said: str, question: str) -> str:
    named = [spelled.name.question for spelled in spelled_anywhere(said) if spelled.name.question]
    return named[0] if named else question


def _free(place: int, taken: Sequence[tuple[int, int]]) -> bool:
    return all(not start <= place < end for start, end in taken)
