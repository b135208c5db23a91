"""Numbers that stand for the letters of parts: the ``1.`` and ``2.`` of a plain list under “Problem 3” are 3a and 3b.

LaTeX numbers a list so where its author says nothing. A step of the working is numbered alike, so the numbers must fit: they go up
from 1 under a question that has parts by letter, no letter is named there, and somewhere they count all parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.scope import Scope
from fullmarks.find.units import Unit


@dataclass(slots=True)
class _Numbered:
    """A question, and the places of the bare numbers under it."""

    question: str
    strength: int
    places: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    lettered: bool = False

    @property
    def counts(self) -> bool:
        return self.numbers == list(range(1, len(self.numbers) + 1))


def with_letters(units: Sequence[Unit], names: PartNames, scope: Scope) -> tuple[Unit, ...]:
    """The units, with the name of a part for each number that stands for one."""
    listed = [one for one in _numbered(units, names, scope) if one.numbers and not one.lettered]
    counted = [len(one.numbers) == names.last_letter(one.question) for one in listed]
    fits = all(one.counts and len(one.numbers) <= names.last_letter(one.question) for one in listed)
    if not any(counted) or not fits:
        return tuple(units)
    letters = {
        place: Name(one.question, chr(ord("a") + number - 1))
        for one in listed
        for place, number in zip(one.places, one.numbers, strict=True)
    }
    return tuple(_named(unit, letters.get(place)) for place, unit in enumerate(units))


def _numbered(units: Sequence[Unit], names: PartNames, scope: Scope) -> Iterator[_Numbered]:
    asked = scope.question if not any(name.letter for name in scope.asked) else ""
    current = _Numbered(asked, 100)
    for place, unit in enumerate(units):
        mark = unit.mark
        if mark is None:
            continue
        if mark.is_question and mark.worded and names.plausible(mark.names[0]):
            yield current
            current = _Numbered(mark.names[0].question, mark.strength)
        elif not mark.is_question or mark.decimal:
            current.lettered = True
        elif mark.strength < current.strength and not mark.loose and names.lettered(current.question):
            current.places.append(place)
            current.numbers.append(int(mark.names[0].question))
    yield current


def _named(unit: Unit, name: Name | None) -> Unit:
    if name is None or unit.mark is None:
        return unit
    return replace(unit, mark=replace(unit.mark, names=(name,)))
