"""What judging costs, by item: a memory that looks at the clock when it does not know, and again when it is told.

The engine knows no clock, and nothing else tells its checkers apart from outside.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from fullmarks.grade.judge import Judged
from fullmarks.grade.memo import Asked
from workers.bounded import Bounded


@dataclass(frozen=True, slots=True)
class Spent:
    """How many judgements were made, and the seconds that they took."""

    times: int = 0
    seconds: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.times + other.times, self.seconds + other.seconds)


class Clocked(Bounded[Asked, Judged]):
    """Judgements, and how long those took that were not remembered. One that was cut off is not told."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._began = 0.0
        self._spent: dict[str, Spent] = {}

    def get(self, asked: Asked, default: Judged | None = None) -> Judged | None:  # type: ignore[override]  # a dict's has more forms
        found = super().get(asked)
        if found is None:
            self._began = time.perf_counter()
            return default
        return found

    def __setitem__(self, asked: Asked, judged: Judged) -> None:
        spent = Spent(1, time.perf_counter() - self._began)
        self._spent[asked.item] = self._spent.get(asked.item, Spent()) + spent
        super().__setitem__(asked, judged)

    def spent(self) -> Mapping[str, Spent]:
        """By item, what was spent since this was last asked."""
        spent, self._spent = self._spent, {}
        return spent
