"""What a page is expected to answer: in a chat, what the user asked for."""

from __future__ import annotations

from fullmarks.find.part_name import Name
from fullmarks.records import frozen


@frozen
class Scope:
    """The names and the parts in question.

    ``asked`` are names (a question without a letter: all of it); empty means anything. ``question`` is the one that bare
    letters belong to, ``default`` the parts that are answered where nothing is named.
    """

    asked: tuple[Name, ...] = ()
    question: str = ""
    default: tuple[str, ...] = ()

    def holds(self, name: Name) -> bool:
        """Whether a name was asked for."""
        return not self.asked or any(
            name.question == asked.question and asked.letter in ("", name.letter) for asked in self.asked
        )

    @property
    def questions(self) -> frozenset[str]:
        return frozenset(name.question for name in self.asked)
