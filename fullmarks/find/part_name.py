"""The name of a part as students use it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """``2g`` is question ``2``, letter ``g``; a question without letters has an empty one."""

    question: str
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.question}{self.letter}"
