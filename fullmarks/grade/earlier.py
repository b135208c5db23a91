"""Earlier answers as they counted at a moment: what an item that follows them goes on from.

In a chat an answer goes on from what counted when it was given: of the attempts up to and with its own turn, the one that the
rubric's policy counts. Where nothing is told turn by turn, all attempts were made at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from fullmarks.grade.attempts import Try, counts_so_far
from fullmarks.grade.graded import Counted, GradedItem
from fullmarks.grade.tried import UNTRIED, spent
from fullmarks.records import frozen
from fullmarks.rubric.model import AttemptPolicy, Part
from fullmarks.submission import Tried


@frozen
class History:
    """One item's results in the order of its attempts, and what counted after each of them."""

    turns: tuple[int | None, ...]
    results: tuple[GradedItem, ...]
    counted: tuple[Counted, ...]

    @property
    def last(self) -> Counted:
        """What counts in the end."""
        return self.counted[-1] if self.counted else Counted(None, Fraction(0))

    def at(self, turn: int | None) -> GradedItem | None:
        """The result that counted after a turn; None where nothing was answered up to then."""
        known = (
            len(self.turns)
            if turn is None
            else bisect_right(self.turns, turn, key=lambda one: -1 if one is None else one)
        )
        attempt = self.counted[known - 1].attempt if known else None
        return None if attempt is None else self.results[attempt - 1]


@dataclass(slots=True)
class Earlier:
    """The histories of the items that were marked so far, by their ids."""

    policy: AttemptPolicy
    tried: Mapping[str, Tried] = field(default_factory=dict)
    """What earlier submissions tried, by items."""
    _histories: dict[str, History] = field(default_factory=dict)

    def keep(
        self, item: str, turns: Sequence[int | None], results: Sequence[GradedItem], tries: Sequence[Try]
    ) -> History:
        """Keeps all results of one item."""
        before = self.tried.get(item, UNTRIED)
        counted = counts_so_far(tries, self.policy, lambda answer: spent(answer, self.policy, before))
        history = History(tuple(turns), tuple(results), counted)
        self._histories[item] = history
        return history

    def histories(self, part: Part) -> tuple[History, ...]:
        """What is kept of a part's items, all of which were marked."""
        return tuple(self._histories[item.id] for item in part.items)

    def keep_again(self, part: Part, histories: Sequence[History]) -> None:
        """Keeps what ``histories`` gave."""
        self._histories.update(zip((item.id for item in part.items), histories, strict=True))

    def at(self, item: str, turn: int | None) -> GradedItem | None:
        """The result of an item that counted after a turn; None where there was none."""
        history = self._histories.get(item)
        return history.at(turn) if history else None
