"""Keys that are one of a few possible answers by themselves: yes, true, divergent, a letter. Each with other words that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from fullmarks.records import frozen

LETTERS = ("A", "B", "C", "D", "E")
"""Options of a multiple choice."""


@frozen
class ClosedChoice:
    """What there is to choose between; any of the ``words`` for an option may be the key too, if it is more than a letter."""

    options: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def offers(self, key: str) -> bool:
        """Whether a key is one of these; some words, such as ``correct``, are no key of their own."""
        lower = key.casefold()
        if lower in {option.casefold() for option in self.options}:
            return True
        return self is SERIES and any(lower in names for names in self.words.values())


SERIES = ClosedChoice(
    ("convergent", "divergent"),
    {
        "convergent": ("converges", "converge", "not divergent", "does not diverge"),
        "divergent": ("diverges", "diverge", "not convergent", "does not converge"),
    },
)
CLOSED_CHOICES = (
    ClosedChoice(("yes", "no"), {"yes": ("true",), "no": ("false", "not true")}),
    ClosedChoice(("true", "false"), {"true": ("t", "yes", "correct"), "false": ("f", "no", "incorrect", "not true")}),
    SERIES,
    ClosedChoice(LETTERS),
)
