"""What is counted: one sitting is one submission as it counts, one mark its result on one item.

They are plain records, so that results of a file and rows of a database are counted by the same functions.
"""

from __future__ import annotations

from fullmarks.outcome import Verdict
from fullmarks.records import frozen


@frozen
class Mark:
    """The result that counts on one item; ``answer`` is None where nothing was answered, ``reading`` where nothing was read.

    ``attempts`` are those that answered the item, ``attempt`` is the one that counts.
    """

    item: str
    verdict: Verdict
    points: float
    max_points: float
    answer: str | None = None
    reading: str | None = None
    code: str | None = None
    """Of the diagnosis."""
    attempts: int = 0
    attempt: int = 1

    @property
    def share(self) -> float:
        """Of the item's points; of an item that is worth none, all or nothing by its verdict."""
        return self.points / self.max_points if self.max_points else float(self.verdict is Verdict.CORRECT)


@frozen
class Sitting:
    """One submission."""

    name: str
    score: float
    max_score: float
    marks: tuple[Mark, ...]
