"""What comes out of the pieces of a regrade, added up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

MOST_NAMED = 20
"""So many submissions that could not be graded are named, of each piece."""


class ItemCounts(BaseModel):
    """How many submissions change in one item, or in a part that none of its items explains."""

    up: int = 0
    down: int = 0
    same: int = 0
    """Another verdict for the same points."""


class Ungraded(BaseModel):
    """A submission that the new version could not grade; it keeps what it has."""

    submission: str
    cause: str


class Counts(BaseModel):
    """Of one piece, or of many."""

    model_config = ConfigDict(extra="forbid")

    compared: int = 0
    changed: int = 0
    """Some item has another verdict or other points, or some part another score."""
    reworded: int = 0
    """Nothing but words changes."""
    up: int = 0
    down: int = 0
    lowered: int = 0
    """The score of some part goes down."""
    ungraded: int = 0
    applied: int = 0
    before: float = 0
    after: float = 0
    items: dict[str, ItemCounts] = Field(default_factory=dict)
    deltas: dict[str, int] = Field(default_factory=dict)
    """By how many points a score changes -> how many submissions."""
    causes: list[Ungraded] = Field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Take in what came out of another piece."""
        for name in (
            "compared",
            "changed",
            "reworded",
            "up",
            "down",
            "lowered",
            "ungraded",
            "applied",
            "before",
            "after",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for place, counts in other.items.items():
            mine = self.items.setdefault(place, ItemCounts())
            mine.up, mine.down, mine.same = mine.up + counts.up, mine.down + counts.down, mine.same + counts.same
        for delta, number in other.deltas.items():
            self.deltas[delta] = self.deltas.get(delta, 0) + number
        self.causes = [*self.causes, *other.causes][:MOST_NAMED]

    def count_score(self, before: float, after: float) -> None:
        """A submission whose score was and is this."""
        self.compared += 1
        self.before += before
        self.after += after
        delta = round(after - before, 4)
        self.up += delta > 0
        self.down += delta < 0
        self.deltas[f"{delta:g}"] = self.deltas.get(f"{delta:g}", 0) + 1

    def count_item(self, place: str, before: float, after: float) -> None:
        """A submission that has other points for an item."""
        counts = self.items.setdefault(place, ItemCounts())
        counts.up += after > before
        counts.down += after < before
        counts.same += after == before

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """All pieces' counts together."""
        whole = cls()
        for text in texts:
            whole.add(cls.model_validate_json(text))
        return whole
