"""Which marks of a page open a part.

A step of a derivation may be numbered like a question, a case lettered like a part, and a restated question names all its
parts before any is answered. What decides is what was asked for, how prominent a mark is set beside the others, and whether
the count goes on or starts again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.find.blocks import Page
from fullmarks.find.cues import Role
from fullmarks.find.marks import BOLD, Mark
from fullmarks.find.numbered_parts import with_letters
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.scope import Scope
from fullmarks.find.sections import Section, Sections
from fullmarks.find.units import Unit
from fullmarks.records import frozen


@frozen
class Opening:
    """A unit that may open a part: the names it resolves to, and the section it stands in."""

    names: tuple[Name, ...]
    section: Section


def openings_of(page: Page, units: Sequence[Unit], names: PartNames, scope: Scope) -> list[Opening]:
    """For each unit, the names that it opens (none: it goes on with what was before) and its section."""
    return _Decision(page, with_letters(units, names, scope), names, scope).found()


class _Decision:
    """Decides which marks open a part."""

    def __init__(self, page: Page, units: Sequence[Unit], names: PartNames, scope: Scope) -> None:
        self._units = units
        self._names = names
        self._scope = scope
        self._sections = Sections(page, units)
        marks = [unit.mark for unit in units if unit.mark is not None]
        self._worded = any(mark.is_question and mark.worded and self._plausible(mark) for mark in marks)
        self._full = any(mark.is_full and not mark.decimal and names.plausible(mark.names[0]) for mark in marks)
        self._loose = self._counts_questions([mark for mark in marks if mark.loose])
        bare = [mark.strength for mark in marks if self._is_bare_number(mark) and (self._loose or not mark.loose)]
        self._bare_strength = max(bare, default=0)
        self._dashes = {"a", "b"} <= {mark.names[0].letter for mark in marks if mark.dashed}
        letters = {name.letter for mark in marks if mark.is_letter and not mark.roman for name in mark.names}
        self._romans = (
            any(mark.roman for mark in marks) and letters <= set("ivx") and not self._full and not scope.asked
        )
        decimals = [mark for mark in marks if mark.decimal]
        own = names.decimal and all(names.part(mark.names[0]) is not None for mark in decimals)
        self._decimals = own or ((names.decimal or len(decimals) >= 2) and not self._full and not letters)
        self._letters_seen: set[Name] = set()

    def _counts_questions(self, loose: Sequence[Mark]) -> bool:
        """Whether numbers before titles (“2 Dice”) count the questions: they go up, in one style, and nothing else does."""
        numbers = [int(mark.names[0].question) for mark in loose]
        rising = len(numbers) >= 2 and numbers == sorted(set(numbers)) and len({mark.strength for mark in loose}) == 1
        others = any(
            unit.mark is not None and not unit.mark.loose and unit.mark.is_question and unit.mark.strength >= BOLD
            for unit in self._units
        )
        return rising and not others and not self._worded and not self._full

    def found(self) -> list[Opening]:
        """For each unit, the names that it opens (none: it goes on with what was before) and its section."""
        openings = list(self._resolved())
        strongest: dict[Name, int] = {}
        for unit, opening in zip(self._units, openings, strict=True):
            if unit.mark is not None and opening.section.role is not Role.FINAL:
                for name in opening.names:
                    strongest[name] = max(strongest.get(name, 0), unit.mark.strength)
        return [
            replace(opening, names=()) if self._is_weak(unit.mark, opening, strongest) else opening
            for unit, opening in zip(self._units, openings, strict=True)
        ]

    def _is_weak(self, mark: Mark | None, opening: Opening, strongest: dict[Name, int]) -> bool:
        """Whether a letter is set weaker than where the same part is opened in earnest: a case, not the part."""
        if mark is None or not mark.is_letter or not opening.names or opening.section.role is Role.FINAL:
            return False
        return mark.strength < strongest[opening.names[0]]

    def _resolved(self) -> Iterator[Opening]:
        section = Section(Role.NONE, 0, -1)
        question = self._scope.question
        step = 0
        restated: set[Name] = set()
        for place, unit in enumerate(self._units):
            resolved = self._names_of(unit, place, question, section)
            step, resolved = self._unless_step(unit.mark, resolved, step, question)
            if resolved and self._is_restated(section, unit, resolved, restated):
                restated.update(resolved)
                question, resolved = resolved[0].question, ()
            elif resolved:
                question = resolved[0].question
            before = section
            section = self._sections.after(section, place, marked=bool(resolved))
            if before.role is Role.STATEMENT and section.role is not Role.STATEMENT:
                restated.clear()
            if self._sections.role_of(place) is Role.OUTSIDE:
                section = Section(Role.OUTSIDE, section.strength, place)
            yield Opening(resolved, section)

    def _unless_step(
        self, mark: Mark | None, resolved: tuple[Name, ...], step: int, question: str
    ) -> tuple[int, tuple[Name, ...]]:
        """Bare numbers that start again within a question count steps: the last one counted, and what is opened."""
        if mark is None or not self._is_bare_number(mark) or mark.strength < self._bare_strength:
            return (0 if resolved else step), resolved
        number = int(mark.names[0].question)
        if (number == 1 and question) or (step and number == step + 1):
            return number, ()
        return 0, resolved

    def _is_restated(self, section: Section, unit: Unit, resolved: tuple[Name, ...], restated: set[Name]) -> bool:
        """Whether a name within a restated question belongs to it: it is set weaker, and comes for the first time."""
        if section.role is not Role.STATEMENT or unit.mark is None or unit.mark.statement:
            return False
        return unit.mark.strength < section.strength and not restated & set(resolved)

    def _names_of(self, unit: Unit, place: int, question: str, section: Section) -> tuple[Name, ...]:
        """What a mark names, with the question carried on; empty where it opens nothing."""
        mark = unit.mark
        if mark is None or (mark.roman and not self._romans) or (mark.decimal and not self._decimals):
            return ()
        if (mark.loose and not self._loose) or (mark.dashed and not self._dashes):
            return ()
        if mark.is_question:
            return mark.names if self._opens_question(mark, place) or self._is_listed(mark, section) else ()
        carried = mark.names[0].question or question or self._names.question_of_letter(mark.names[0].letter) or ""
        found = tuple(Name(name.question or carried, self._letter(name.letter)) for name in mark.names)
        if not carried or not all(self._names.plausible(name) and self._follows(name) for name in found):
            return ()
        if mark.is_letter and not self._scope.holds(found[0]) and not self._goes_beyond(mark, found[0]):
            return ()
        self._letters_seen.update(found)
        return found

    def _goes_beyond(self, mark: Mark, name: Name) -> bool:
        """Whether a reply goes on to the part after the last one asked for, under a heading that says “Part”."""
        asked = [one.letter for one in self._scope.asked if one.question == name.question and one.letter]
        return bool(asked) and mark.part_word and mark.strength >= BOLD and name.letter > max(asked)

    def _letter(self, letter: str) -> str:
        return {"i": "a", "v": "e"}.get(letter, letter) if self._romans else letter

    def _follows(self, name: Name) -> bool:
        """Whether a part that the rubric does not have comes after one that it has, or after one seen."""
        if self._names.part(name) is not None or name.question not in self._names.questions() or name.letter == "a":
            return True
        before = Name(name.question, chr(ord(name.letter) - 1))
        return self._names.part(before) is not None or before in self._letters_seen

    def _plausible(self, mark: Mark) -> bool:
        return self._names.plausible(mark.names[0])

    def _is_bare_number(self, mark: Mark) -> bool:
        return mark.is_question and not mark.worded and self._plausible(mark)

    def _opens_question(self, mark: Mark, place: int) -> bool:
        """Whether a question is opened: in so many words, or by the most prominent bare numbers of the page."""
        if not self._plausible(mark):
            return False
        question = mark.names[0].question
        if mark.worded:
            return True
        if self._scope.asked and (len(self._scope.questions) < 2 or question not in self._scope.questions):
            return False
        if self._worded or mark.strength < self._bare_strength:
            return False
        lettered = self._names.lettered(question) or question not in self._names.questions()
        return (not lettered or not self._full) and (not lettered or self._letter_follows(place))

    def _is_listed(self, mark: Mark, section: Section) -> bool:
        """Whether a bare number stands in a closing list of answers, which numbers the questions more plainly than before."""
        if section.role is not Role.FINAL or section.strength < max(self._bare_strength, BOLD):
            return False
        return not self._scope.asked and mark.names[0].question in self._names.questions()

    def _letter_follows(self, place: int) -> bool:
        """Whether a letter comes before the next bare number: else the number counts steps."""
        for unit in self._units[place + 1 : place + 60]:
            if unit.mark is None:
                continue
            if unit.mark.is_letter or unit.mark.is_full:
                return True
            if unit.mark.is_question and unit.mark.strength >= self._bare_strength:
                return False
        return False
