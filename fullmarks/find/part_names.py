"""The names of a rubric's parts as students use them: a question, and a letter within it.

How such names are spelled in a text stands in ``spellings.py``; which of them a text means is decided in ``parts.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fullmarks.find.found import SoughtPart
from fullmarks.find.own_ids import OwnIds
from fullmarks.find.part_name import Name
from fullmarks.find.section_ids import SectionIds
from fullmarks.regex import regex

_ID = regex(r"[^\d]*?(\d{1,3})[ ._()-]*([a-z])?[ .()]*", re.IGNORECASE)
_DECIMAL = regex(r"[^\d]*?(\d{1,2})[._-](\d{1,2})")
_SAID_DECIMAL = regex(r"(?<![\w.,])(\d{1,2})\.(\d{1,2})(?![\w]|[.,]\d)")
_LETTERS = 26
_BEYOND = 4
"""How many questions, or letters, past the rubric's last one a homework may well have."""


class PartNames:
    """Which part of the rubric a name means, and which names a homework of these parts may have at all."""

    def __init__(self, parts: Sequence[SoughtPart]) -> None:
        self.parts = tuple(parts)
        self._by_name: dict[Name, str] = {}
        self._by_title: dict[str, str] = {}
        sections = SectionIds.of(part.part for part in parts)
        self.own = sections if sections.sections else OwnIds.of(part.part for part in parts)
        """How the parts are called where their names begin with a letter, or have three steps."""
        self.decimal = not sections.sections and any(
            _DECIMAL.fullmatch(name) for part in parts for name in (part.part, *part.aliases)
        )
        """Whether parts are called by decimals: 1.1, 1.2."""
        for part in parts:
            for spelled in (part.part, *part.aliases):
                if own := self.own.name(spelled):
                    self._by_name.setdefault(own, part.part)
                elif (name := _name(spelled)) is not None:
                    self._by_name.setdefault(name, part.part)
            for title in (part.title, *part.aliases):
                if plain := plain_words(title):
                    # Two parts of one title are told apart by nothing: the title names neither.
                    self._by_title[plain] = "" if plain in self._by_title else part.part
        self._letters: dict[str, set[str]] = {}
        for name in self._by_name:
            self._letters.setdefault(name.question, set()).add(name.letter)

    def as_asked(self, text: str) -> str:
        """What a user says, with names of a letter and a number, and decimal ones, in the usual form: ``1.b`` for 1.2."""
        said = self.own.in_usual_form(text, any_case=True)
        return _SAID_DECIMAL.sub(self._lettered, said) if self.decimal else said

    def _lettered(self, found: re.Match[str]) -> str:
        name = _name(found.group())
        known = name is not None and name in self._by_name and len(found[2]) == 1
        return f"{found[1]}.{name.letter}" if name is not None and known else found.group()

    def part(self, name: Name) -> str | None:
        """The part of that name; a question's own name means its only part."""
        if name in self._by_name:
            return self._by_name[name]
        if not name.letter and len(only := self.parts_of(name.question)) == 1:
            return only[0]
        return None

    def titled(self, heading: str) -> str | None:
        """The part whose title a heading repeats."""
        return self._by_title.get(plain_words(heading)) or None

    def name_of(self, part: str) -> Name | None:
        """The name that a part goes by."""
        return next((name for name, id_ in self._by_name.items() if id_ == part), None)

    def heading(self, name: Name) -> str:
        """How a heading names a part in the usual spelling."""
        part = self.part(name) or ""
        letter = f"({name.letter})" if name.letter else ""
        return part if self.own.name(part) is not None else f"Question {name.question}{letter}"

    def parts_of(self, question: str) -> tuple[str, ...]:
        """The parts of a question, in the rubric's order."""
        return tuple(part for name, part in self._by_name.items() if name.question == question)

    def questions(self) -> tuple[str, ...]:
        """The questions that the rubric marks."""
        return tuple(self._letters)

    def lettered(self, question: str) -> bool:
        """Whether a question has parts by letter."""
        return any(self._letters.get(question, ()))

    def plausible(self, name: Name) -> bool:
        """Whether the homework may have a part of that name, marked by this rubric or not."""
        if not name.question.isdigit() or (name.letter and not name.letter.isalpha()):
            return False
        last = max((int(question) for question in self._letters), default=0)
        if not 1 <= int(name.question) <= last + _BEYOND:
            return False
        letters = self._letters.get(name.question)
        if letters is None:
            return name.letter <= "l"
        if not name.letter or name.letter in letters:
            return True
        return any(letters) and ord(name.letter) <= ord(max(letters)) + _BEYOND

    def last_letter(self, question: str) -> int:
        """The place of a question's last letter in the alphabet, from 1; 0 where it has no parts by letter."""
        return max((ord(letter) - ord("a") + 1 for letter in self._letters.get(question, ()) if letter), default=0)

    def question_of_letter(self, letter: str) -> str | None:
        """The only question that has this letter, if there is just one."""
        found = [name.question for name in self._by_name if name.letter == letter]
        return found[0] if len(found) == 1 else None

    def after(self, name: Name) -> tuple[str, ...]:
        """The part that follows a name's last part, if there is one."""
        parts = [part.part for part in self.parts]
        last = self.part(name) or next(iter(self.parts_of(name.question)[-1:]), None)
        place = parts.index(last) + 1 if last else len(parts)
        return tuple(parts[place : place + 1])

    def names(self, parts: Iterable[str]) -> tuple[Name, ...]:
        """The names of some parts."""
        wanted = set(parts)
        return tuple(name for name, part in self._by_name.items() if part in wanted)


def _name(spelled: str) -> Name | None:
    """The name that an id says: ``2g``, ``Problem 3``; the parts ``1.1`` and ``1.2`` are the letters a and b of question 1."""
    if (decimal := _DECIMAL.fullmatch(spelled)) and 1 <= int(decimal[2]) <= _LETTERS:
        return Name(str(int(decimal[1])), chr(ord("a") + int(decimal[2]) - 1))
    found = _ID.fullmatch(spelled)
    return None if found is None else Name(str(int(found[1])), (found[2] or "").lower())


def plain_words(text: str) -> str:
    """A title reduced to its words, in small letters."""
    return " ".join(re.findall(r"\w+", text.lower()))
