"""Keys that look wrong: one wrong answer that many share, also those who do well elsewhere.

Whoever has the right answer mostly has others right as well. Where those who gave one and the same “wrong” answer do as well
elsewhere as those whose answer is right, it may be the key that is wrong, or the question may mean two things.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from fullmarks.analysis.answers import AnswerGroup
from fullmarks.analysis.statistics import ClassStatistics, ItemStatistics
from fullmarks.outcome import Verdict
from fullmarks.records import frozen

FEWEST = 5
"""Fewer people with the same answer say nothing."""
SMALLEST_SHARE = 0.1
"""Of those who answered: a smaller share is a mistake that some make."""
_WRONG = (Verdict.INCORRECT, Verdict.PARTIAL)


@frozen
class Suspicion:
    """An item whose key should be looked at, with the answer that speaks against it. ``strength`` orders them."""

    item: str
    group: AnswerGroup
    right: int
    answered: int
    rest_of_right: float | None
    strength: float


def suspicions(statistics: ClassStatistics) -> tuple[Suspicion, ...]:
    """The items whose keys look wrong, the most suspicious first; no more than one answer an item."""
    found = (next(_of(item), None) for item in statistics.items)
    return tuple(sorted(filter(None, found), key=lambda one: (-one.strength, one.item)))


def _of(item: ItemStatistics) -> Iterator[Suspicion]:
    """The commonest wrong answers of an item that are suspicious, the commonest first."""
    for group in item.groups:
        if group.verdict not in _WRONG or group.count < FEWEST or group.count < SMALLEST_SHARE * item.answered:
            continue
        if item.rest_of_right is None or group.rest >= item.rest_of_right - _error(group, item):
            strength = group.count / max(1, item.right) * (1 + group.rest)
            yield Suspicion(item.item, group, item.right, item.answered, item.rest_of_right, strength)


def _error(group: AnswerGroup, item: ItemStatistics) -> float:
    """The standard error of the difference of the two means: closer they cannot be told apart."""
    return sqrt(group.rest_variance / group.count + item.rest_of_right_variance / max(1, item.right))
