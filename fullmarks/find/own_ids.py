"""Parts whose names begin with a letter, ``A1`` and ``B2``: read as the questions and letters that everything else here speaks of.

In a text such a name is put in the usual form with as many characters, ``1a`` for ``A1``, so that all spellings hold for it. Where all
parts begin with one letter, ``P3`` is the question ``#3``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fullmarks.find.part_name import Name
from fullmarks.records import frozen
from fullmarks.regex import regex

_ID = regex(r"([A-Z])[ .-]?([1-9])")
_MOST_SERIES = 9


@frozen
class OwnIds:
    """The letters that the names of parts begin with, in the rubric's order; empty where names begin otherwise."""

    series: str = ""

    @classmethod
    def of(cls, ids: Iterable[str]) -> OwnIds:
        """The letters, where all ids begin with one."""
        found = [_ID.fullmatch(spelled) for spelled in ids]
        letters = dict.fromkeys(match[1] for match in found if match is not None)
        if not found or None in found or len(letters) > _MOST_SERIES:
            return cls()
        return cls("".join(letters))

    def name(self, spelled: str) -> Name | None:
        """The name of a part; None for what is no such name."""
        found = _ID.fullmatch(spelled)
        if found is None or found[1] not in self.series:
            return None
        if len(self.series) == 1:
            return Name(found[2])
        return Name(str(self.series.index(found[1]) + 1), _letter(int(found[2])))

    def in_usual_form(self, text: str, *, any_case: bool = False) -> str:
        """A text with all such names in the usual form, character for character; ``any_case``: ``b2`` is a name, too."""
        if not self.series:
            return text
        letters = self.series + self.series.lower() if any_case else self.series
        pattern = re.compile(rf"(?<![\w\\^_.{{])([{letters}])([.-]?)([1-9])(?!\w|\.\d)")
        return pattern.sub(self._usual, text)

    def _usual(self, found: re.Match[str]) -> str:
        if len(self.series) == 1:
            return f"#{' ' * len(found[2])}{found[3]}"
        return f"{self.series.index(found[1].upper()) + 1}{found[2]}{_letter(int(found[3]))}"


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1)
