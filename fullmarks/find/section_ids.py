"""Parts of three steps, ``2.1.a``: the section ``2.1`` is read as one question, so that everything here need not know a third step.

In a text its number is put in place of the section's, with as many characters: ``#51.a`` for ``2.1.a``. The numbers lie above all
that a sheet has itself: “Problem 2” above the sections stays a question that no part belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fullmarks.find.part_name import Name
from fullmarks.records import frozen
from fullmarks.regex import regex

_ID = regex(r"(?P<section>\d{1,2}[._-]\d{1,2})(?P<letter>(?:[._-]?[a-z])?)")
_BEFORE = (
    r"(?:(?P<lead>^[ \t>#*_|(\[]{0,20}(?:[-•+][ \t]+)?)"
    r"|(?P<word>\b(?:parts?|problems?|exercises?|questions?|tasks?|sections?|to|for|and|ad|do)[ \t]+)|(?<![\w\\^_.,]))"
)
_BEHIND = r"(?=(?P<behind>[.]?\(?[a-z]\)?(?![a-z0-9^_(]))?)"
_FIRST = 50
_MOST = 40


@frozen
class SectionIds:
    """The sections in the rubric's order, with a dot; empty where parts have fewer steps."""

    sections: tuple[str, ...] = ()

    @classmethod
    def of(cls, ids: Iterable[str]) -> SectionIds:
        """The sections, where all ids begin with one and some have a letter behind it."""
        found = [_ID.fullmatch(spelled) for spelled in ids]
        told = [match for match in found if match is not None]
        sections = dict.fromkeys(_dotted(match) for match in told)
        if len(told) < len(found) or len(sections) > _MOST or not any(match["letter"] for match in told):
            return cls()
        return cls(tuple(sections))

    def name(self, spelled: str) -> Name | None:
        """The name of a part; None for what is no such name."""
        found = _ID.fullmatch(spelled)
        if found is None or _dotted(found) not in self.sections:
            return None
        return Name(str(_FIRST + self.sections.index(_dotted(found))), found["letter"][-1:])

    def in_usual_form(self, text: str, *, any_case: bool = False) -> str:
        """A text with the number of a section in place of its name, character for character.

        Within a line only what must be a name is one; ``any_case``: in a user's turn anything may be.
        """
        if not self.sections:
            return text
        known = "|".join(re.escape(section) for section in sorted(self.sections, key=len, reverse=True))
        pattern = re.compile(rf"{_BEFORE}(?P<section>{known})(?!\d|[.,]\d){_BEHIND}", re.MULTILINE | re.IGNORECASE)
        return pattern.sub(self._usual if not any_case else self._numbered, text)

    def _usual(self, found: re.Match[str]) -> str:
        named = found["lead"] is not None or found["word"] is not None or found["behind"] is not None
        return self._numbered(found) if named else found[0]

    def _numbered(self, found: re.Match[str]) -> str:
        before = found[0][: found.start("section") - found.start()]
        number = f"#{_FIRST + self.sections.index(found['section'])}"
        return before + number.rjust(len(found["section"]))


def _dotted(found: re.Match[str]) -> str:
    return re.sub("[_-]", ".", found["section"])
