"""Values with units: what an answer's number is in the key's unit.

The rules, by what each side has:

| answer | key | compared |
|---|---|---|
| none | none | nothing is done here |
| a unit | none | the numbers as written; the unit is set aside. Degrees may also be what a key in radians says |
| none | a unit | nothing: the unit is missing, unless the key is an angle, for which a plain number is in radians, or an amount of money |
| a unit | a unit | the answer converted exactly into the key's unit; nothing where the two measure different things |

Letters beside a number are symbols (``5 m``). They are taken for a unit only where the other side has one, nothing declares them, and
all of them are names of units; the note says so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.letters import by_letters, with_micro
from fullmarks.compare.units.measured import Measured, has_units, measured
from fullmarks.compare.units.unit import NOTHING, TEMPERATURE, Unit, converted
from fullmarks.expr.nodes import Multiply, Node, Quantity, Symbol, Text
from fullmarks.expr.walk import contains, rebuild, symbols
from fullmarks.records import frozen

_MEASURED = (Quantity, Text)
"""What a unit is written as in a tree."""
_SCALES = ("C", "F")
"""Letters that are coulombs and farads, but degrees where a temperature is asked for."""


class Match(StrEnum):
    """What the units of an answer and its key have to do with each other."""

    SET_ASIDE = "set aside"
    """Only the answer has one."""
    MISSING = "missing"
    """Only the key has one."""
    OTHER = "other"
    """They measure different things."""
    SAME = "same"
    """A value is the same number in both."""
    LIKE = "like"
    """They measure the same in different steps."""


@frozen
class SideBySide:
    """The numbers of an answer and its key, without their units.

    ``value`` is the answer's in the key's unit (as written, where that cannot be), ``written`` the answer's as written,
    ``expected`` the key's. ``note`` says for staff what was done.
    """

    match: Match
    value: Node
    written: Node
    expected: Node
    answer_unit: str
    expected_unit: str
    note: str | None = None

    @property
    def measures_angle(self) -> bool:
        """Whether the answer's unit is one of angles, and the key has none."""
        return self.match is Match.SET_ASIDE and unit_of(self.answer_unit).is_angle

    @property
    def as_angle(self) -> Node:
        """The answer as an angle without a unit."""
        return converted(self.written, unit_of(self.answer_unit), NOTHING)

    @property
    def in_radians(self) -> Node | None:
        """The answer as an angle without a unit, where that is another number than the one that is written."""
        return self.as_angle if self.measures_angle and not unit_of(self.answer_unit).is_same(NOTHING) else None


def noted(evidence: Evidence, pair: SideBySide) -> Evidence:
    """The evidence about two numbers with what was done to their units; what was converted is no longer as written."""
    converted_first = pair.match is Match.LIKE and evidence.kind is EvidenceKind.IDENTICAL
    said = " ".join(filter(None, (pair.note, evidence.note)))
    return replace(evidence, kind=EvidenceKind.EXACT if converted_first else evidence.kind, note=said or None)


def side_by_side(answer: Node, expected: Node, declared: Collection[str]) -> SideBySide | None:
    """Both sides' numbers; None where neither has a unit, or where one has units that are not one unit of its value.

    ``declared`` are names that are never read as units.
    """
    answer, expected = with_micro(answer, declared), with_micro(expected, declared)
    if not contains(answer, _MEASURED) and not contains(expected, _MEASURED):
        return None
    ours, theirs = measured(answer), measured(expected)
    if (ours is None and has_units(answer)) or (theirs is None and has_units(expected)):
        return None
    if theirs is not None and ours is not None:
        return _with_key_unit(answer, _with_letters_before(ours, theirs.unit, declared), theirs)
    if theirs is not None:
        return _with_key_unit(answer, by_letters_like(answer, theirs.unit, declared), theirs)
    if ours is None:
        return None
    theirs = None if symbols(ours.value) else by_letters(expected, declared)
    return _without_key_unit(ours, expected) if theirs is None else _with_key_unit(answer, ours, theirs)


def _with_letters_before(ours: Measured, expected: Unit, declared: Collection[str]) -> Measured:
    """``8 J mol^-1``, whose first letter is no unit by itself, as ``8`` with the whole unit where the key measures that."""
    inner = by_letters(ours.value, declared) if symbols(ours.value) else None
    if inner is None:
        return ours
    whole = Measured(inner.value, f"({inner.text})*({ours.text})", letters=True)
    return whole if whole.unit.measures_like(expected) else ours


def side_by_side_in_letters(answer: Node, expected: Node, declared: Collection[str]) -> SideBySide | None:
    """Both numbers, where neither side says that its letters are units, but all of them are: ``980 cm/s^2`` and ``9.8 m/s^2``.

    None where they are not, or do not measure the same, or are the same letters: those are symbols.
    """
    theirs = symbols(expected)
    if not theirs or not theirs.isdisjoint(declared):
        return None
    ours = symbols(answer)
    if (ours == theirs and not _are_joined(answer, expected, declared)) or not ours.isdisjoint(declared):
        return None
    key = by_letters(expected, declared)
    given = None if key is None else by_letters_like(_in_letters(answer), key.unit, declared)
    if key is None or given is None or not given.unit.measures_like(key.unit):
        return None
    return _with_key_unit(answer, given, key)


def _are_joined(answer: Node, expected: Node, declared: Collection[str]) -> bool:
    """``2500 mm`` beside ``2.5 m``: the same letters, which only as one name measure what the key measures."""
    key = by_letters(expected, declared)
    apart, joined = by_letters(answer, declared), by_letters(answer, declared, joined=True)
    if key is None or apart is None or joined is None or apart.unit.measures_like(key.unit):
        return False
    return joined.unit.measures_like(key.unit)


def _in_letters(node: Node) -> Node:
    """The tree with units as symbols, among which other letters stand."""
    if isinstance(node, Quantity) and node.unit.isalpha():
        return Multiply((node.value, Symbol(node.unit)))
    return rebuild(node, _in_letters)


def by_letters_like(answer: Node, expected: Unit, declared: Collection[str]) -> Measured | None:
    """The answer's letters as a unit; ``M J`` as megajoules where the key measures that, and not a molar times a joule."""
    found = by_letters(answer, declared)
    if found is not None and found.unit.measures_like(expected):
        return found
    joined = by_letters(answer, declared, joined=True)
    return joined if joined is not None and joined.unit.measures_like(expected) else found


def _with_key_unit(answer: Node, ours: Measured | None, theirs: Measured) -> SideBySide:
    key, unit = theirs.value, theirs.text
    if ours is None:
        if theirs.unit.is_money:
            return SideBySide(Match.SAME, answer, answer, key, "", unit, f"The number was taken for one of {unit}.")
        if not theirs.unit.is_angle:
            return SideBySide(Match.MISSING, answer, answer, key, "", unit, "The unit is missing.")
        ours = Measured(answer, "")
    if ours.text in _SCALES and unit != ours.text and theirs.unit.dimensions == TEMPERATURE:
        ours = replace(ours, text=f"°{ours.text}")
    if ours.text.split() == unit.split() or ours.unit.is_same(theirs.unit):
        return SideBySide(Match.SAME, ours.value, ours.value, key, ours.text, unit, _read_letters(ours, theirs))
    if not ours.unit.measures_like(theirs.unit):
        note = f"The unit {ours.text} measures something else than {unit}."
        return SideBySide(Match.OTHER, ours.value, ours.value, key, ours.text, unit, note)
    value = converted(ours.value, ours.unit, theirs.unit)
    notes = (f"Converted from {ours.text or 'radians'} to {unit}.", _read_letters(ours, theirs))
    return SideBySide(Match.LIKE, value, ours.value, key, ours.text, unit, " ".join(filter(None, notes)))


def _without_key_unit(ours: Measured, expected: Node) -> SideBySide:
    note = f"The unit {ours.text} was set aside, as the key has none."
    return SideBySide(Match.SET_ASIDE, ours.value, ours.value, expected, ours.text, "", note)


def _read_letters(ours: Measured, theirs: Measured) -> str | None:
    if ours.letters:
        return f"The letters {ours.text} were read as a unit, as the key has one."
    return f"The key's letters {theirs.text} were read as a unit, as the answer has one." if theirs.letters else None
