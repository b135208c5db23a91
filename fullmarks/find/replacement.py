"""One change of a text: what stands at a place, and what stands there instead."""

from __future__ import annotations

from fullmarks.records import frozen


@frozen
class Replacement:
    """The characters from ``start`` to ``end`` (half open), and the text that takes their place."""

    start: int
    end: int
    text: str
