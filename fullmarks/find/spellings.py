r"""How the parts of a homework are named in a text: a table of spellings, tried in order.

Each row is one way of writing a name, with an example that is tested. A row that gives a letter alone leaves the question to
what was named before; one that gives a question alone opens it. ``anywhere`` rows are sure enough to be believed in the
middle of a user's sentence; the others count at the start of a line only.
"""

from __future__ import annotations

import re

from fullmarks.find import languages
from fullmarks.find.part_name import Name
from fullmarks.records import frozen
from fullmarks.regex import regex

_WORD = rf"(?:problems?|questions?|exercises?|tasks?|probs?\.?|ques\.?|qs?\.?|ex\.?|no\.?|nr\.?|number|assignment|{languages.QUESTION})"
_PART_WORD = rf"(?:(?:sub)?parts?|{languages.PART})"
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMBER = r"(?P<number>\d{1,2})(?![\d])"
_SAID = "|".join((*sorted(_ROMAN, key=len, reverse=True), *_NUMBER_WORDS))
_SAID_NUMBER = rf"(?P<number>\d{{1,2}}(?!\d)|(?:{_SAID})\b)"
_IN_BRACKETS = r"\(\s?(?P<letter>[a-z])\s?\)"
_AFTER = r"(?=\s*(?:[.):,;*_\]}]|[–—→]|->|-(?!\d)|$))"
"""What ends a name that no bracket and no word ends: a colon, a stop, a dash, the end of the line."""
DIMENSIONAL = (
    r"[ -]?(?:conv|matri|array|plot|space|tensor|image|input|signal|pool|kernel|filter|grid|vector|case|fourier)"
)
"""What follows “2d” where it is a dimension and no part."""
_NOT_A_DIMENSION = rf"(?!{DIMENSIONAL})"


@frozen
class Spelling:
    """One way of writing a part's name.

    ``worded``: a word or a hash makes it unmistakable. ``titled``: it counts in headings only, since elsewhere “2. Then we
    are in case (a)” is a step.
    """

    what: str
    example: str
    pattern: str
    anywhere: bool = False
    worded: bool = False
    titled: bool = False


_PART_LETTER = rf"\(?{_PART_WORD}\s*\(?(?P<letter>[a-z])(?![a-z])\)?"
_ATTACHED_LETTER = r"[.-]?(?P<letter>[a-z])(?![a-z0-9])"
_SPEAKS_ON = r"(?!no\.?\s*#?\s*[^\d\s#])(?!\w+\s+i[\s']+(?!(?:parts?|solution|answer|[a-h])\b)[a-z])"
"""“It has no x in it”, “No. I think” and “the problem I have” name no question."""
_QUESTION = rf"{_SPEAKS_ON}{_WORD}\s*#?\s*{_SAID_NUMBER}"

_SURE = {"anywhere": True, "worded": True}
SPELLINGS: tuple[Spelling, ...] = (
    Spelling(
        "part of question",
        "part d of question 2",
        rf"(?:parts?\s+)?\(?(?P<letter>[a-z])\)?\s+(?:of|in)\s+{_QUESTION}",
        **_SURE,
    ),
    Spelling("question, bracketed letter", "Problem 3 (b)", rf"{_QUESTION}\s*[.,:–-]?\s*{_IN_BRACKETS}", **_SURE),
    Spelling("question, part", "Question 2, part d", rf"{_QUESTION}\s*[.,:;–-]?\s*{_PART_LETTER}", **_SURE),
    Spelling("question with letter", "Exercise 1.a.", rf"{_WORD}\s*#?\s*{_NUMBER}{_ATTACHED_LETTER}", **_SURE),
    Spelling("question, letter", "Problem 3 b)", rf"{_QUESTION}\s*[.,:]?\s+(?P<letter>[a-l]){_AFTER}", **_SURE),
    Spelling("hash, bracketed letter", "#2(d)", rf"#\s?{_NUMBER}\s*[.,:]?\s*(?:part\s*)?{_IN_BRACKETS}", **_SURE),
    Spelling("hash with letter", "#2d", rf"#\s?{_NUMBER}{_ATTACHED_LETTER}", **_SURE),
    Spelling("number, bracketed letter", "2.(d)", rf"(?:parts?\s+)?{_NUMBER}\s?[.,)]?\s?{_IN_BRACKETS}", anywhere=True),
    Spelling("number, letter", "2) d) sorted", rf"{_NUMBER}[.)]\s{{1,6}}(?P<letter>[a-z])\)(?=\s)"),
    Spelling("number, bracket, letter", "2)d. sorted", rf"{_NUMBER}\)(?P<letter>[a-z])[.):](?=\s|$)"),
    Spelling(
        "bracketed number with letter",
        "(2d) sorted",
        rf"\({_NUMBER}[.]?(?P<letter>[a-z])\)(?=[\s:.,*_]|$){_NOT_A_DIMENSION}",
    ),
    Spelling("number, part", "2 part d", rf"{_NUMBER}\s?[.,:)]?\s*{_PART_LETTER}", anywhere=True),
    Spelling("part with id", "Part 2d", rf"(?:sub)?parts?\s+{_NUMBER}{_ATTACHED_LETTER}", **_SURE),
    Spelling("number with letter", "2.d)", rf"{_NUMBER}{_ATTACHED_LETTER}{_AFTER}{_NOT_A_DIMENSION}"),
    Spelling(
        "title, bracketed letter",
        "2. Sorting in place (g)",
        rf"{_NUMBER}[.):]\s+[^\n?]{{3,90}}?{_IN_BRACKETS}(?=[\s*_:.]*$)",
        titled=True,
    ),
    Spelling(
        "question, decimal",
        "Exercise 1.2",
        rf"{_WORD}\s*#?\s*(?P<number>\d{{1,2}})\.(?P<second>\d{{1,2}})(?![\d]|\.\d)",
        worded=True,
    ),
    Spelling("question", "Problem 3", rf"{_QUESTION}(?![.,]?\d)", **_SURE),
    Spelling(
        "ordinal",
        "First problem",
        rf"(?:the\s+)?(?P<number>{'|'.join(_ORDINALS)})\s+{_WORD}(?=[*_]*(?:[.:)–—]|\s*$))",
        worded=True,
    ),
    Spelling("question around its number", "第 3 题", languages.NUMBERED_QUESTION, **_SURE),
    Spelling("hash", "#1", rf"#\s?{_NUMBER}(?![.,]?\d|[a-z])", **_SURE),
    Spelling("number alone", "3", rf"{_NUMBER}(?=[\s*_]*$)", titled=True),
    Spelling("decimal", "1.2 Cost", r"(?P<number>\d{1,2})\.(?P<second>\d{1,2})(?=[\s).:*]|$)"),
    Spelling("number", "3. Sorting", rf"{_NUMBER}[.):](?=\s|\*|\}}|$)"),
    Spelling("number, dash", "3 - sorted", rf"{_NUMBER}[*_]{{0,3}}[ \t]+(?:[-–—→]|->)[ \t]+(?=\(?[^\W\d_]{{2,}})"),
    Spelling("number, arrow", "3 → 17", rf"{_NUMBER}[*_]{{0,3}}[ \t]*(?:[→⇒⟶]|[-=]>)[ \t]*(?=\S)"),
    Spelling("number, title", "2 Sorting", rf"{_NUMBER}[ \t]+(?=[A-ZÄÖÜÉ][^\W\d_]{{2,}})", titled=True),
    Spelling("part", "Part (b)", rf"{_PART_WORD}(?:\s+\(?|\s*\()(?P<letter>[a-z])(?![a-z0-9])\)?", anywhere=True),
    Spelling("question word, letter", "Question b", rf"{_WORD}\s+\(?(?P<letter>[a-h])\)?(?=[\s*_.):]*$)", titled=True),
    Spelling(
        "question word, letter in a sentence",
        "question b, sorted",
        rf"{_WORD}\s+(?P<letter>[b-h])(?=[.,:;?!]|\s|$)",
        anywhere=True,
    ),
    Spelling("bracketed letter", "(a)", _IN_BRACKETS),
    Spelling("letter", "b)", r"(?P<letter>[a-z])(?:\)|[.:](?=[\s*_]|$))"),
    Spelling("letter, dash", "b – sorted", r"(?P<letter>[a-h])[ \t]+[-–—][ \t]+(?=\S)"),
    Spelling("letter alone", "b", r"(?P<letter>[a-z])(?=[\s*_.):]*$)", titled=True),
    Spelling("bracketed roman", "(iii)", r"\(\s?(?P<roman>ii|iii|iv|v|vi|vii|viii)\s?\)"),
)

_COMPILED = tuple((spelling, regex(spelling.pattern, re.IGNORECASE | re.MULTILINE)) for spelling in SPELLINGS)
_ANYWHERE = tuple(
    (spelling, regex(rf"(?<![\w#.^_(-]){spelling.pattern}", re.IGNORECASE | re.MULTILINE))
    for spelling in SPELLINGS
    if spelling.anywhere
)


@frozen
class Spelled:
    """A name as written: the question and the letter it gives, each empty where it gives none, and where it stands."""

    spelling: Spelling
    name: Name
    start: int
    end: int


def spelled_at(said: str, start: int, *, heading: bool = False) -> Spelled | None:
    """The name that is written at a place of a text, by the first row that fits."""
    for spelling, pattern in _COMPILED:
        if (heading or not spelling.titled) and (found := pattern.match(said, start)):
            return _spelled(spelling, found)
    return None


def spelled_anywhere(said: str) -> list[Spelled]:
    """The sure names within a text, in their order, none inside another."""
    found: list[Spelled] = []
    for spelling, pattern in _ANYWHERE:
        for match in pattern.finditer(said):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(_spelled(spelling, match))
    return sorted(found, key=lambda spelled: spelled.start)


def _spelled(spelling: Spelling, found: re.Match[str]) -> Spelled:
    groups = found.groupdict()
    letter = (groups.get("letter") or "").lower()
    if second := groups.get("second"):
        letter = chr(ord("a") + int(second) - 1) if 1 <= int(second) <= 26 else "?"
    if roman := groups.get("roman"):
        letter = chr(ord("a") + _ROMAN.index(roman.lower()))
    return Spelled(spelling, Name(_question(groups.get("number") or ""), letter), found.start(), found.end())


def _question(number: str) -> str:
    said = number.lower()
    if said.isdigit():
        return str(int(said))
    for names in (_NUMBER_WORDS, _ORDINALS, _ROMAN):
        if said in names:
            return str(names.index(said) + 1)
    return ""
