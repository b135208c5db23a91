"""What the key tells about an answer that is to be found in prose."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.records import frozen

Reads = Callable[[str], bool]
"""Whether a text reads, whole, as mathematics without a word that means nothing in it."""


@frozen
class Sense:
    """Whether the answer is ``words``, or ``several`` things (with the key's brackets around them), and what reads."""

    reads: Reads
    words: bool = False
    several: bool = False
    opening: str = ""
    closing: str = ""

    def joined(self, values: tuple[str, ...]) -> str:
        """Values that stand apart in the text, as the one thing that they are together."""
        return f"{self.opening}{', '.join(values)}{self.closing}"
