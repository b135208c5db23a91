"""Words that are units behind a number, and hardly words of the sentence."""

from __future__ import annotations

from fullmarks.compare.units.grammar import is_unit_name

_PROSE = frozenset("a an as at am are in is us do or to be by so on of and then per bar has was if it his".split())
"""Names of units that are far more often words of the sentence."""


def names_a_unit(word: str) -> bool:
    """Whether a word behind a number is a unit: ``ohm``, ``kg``."""
    return word not in _PROSE and is_unit_name(word)
