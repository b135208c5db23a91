"""The statistics of a class, in one pass over its sittings.

What is kept while they go by is a few numbers for each item and each answer, never the sittings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fullmarks.analysis.answers import AnswerCounts, AnswerGroup
from fullmarks.analysis.moments import Moments, Together
from fullmarks.analysis.records import Mark, Sitting
from fullmarks.analysis.scores import Scores, scores
from fullmarks.outcome import Verdict
from fullmarks.records import frozen


@frozen
class ItemStatistics:
    """One item.

    ``difficulty`` is the mean share of its points, 1 where it is easiest. ``discrimination`` is the correlation of that share with
    how well somebody does on the other items: near 0 or below, the item does not tell who knows from who does not, or its key is wrong.
    None where that cannot be said. ``attempts`` counts students by how often they answered it.
    """

    item: str
    sittings: int
    max_points: float
    verdicts: Mapping[Verdict, int]
    difficulty: float
    discrimination: float | None
    rest_of_right: float | None
    """How well those do elsewhere whose answer is right, and how that scatters; None where nobody's is."""
    rest_of_right_variance: float
    attempts: Mapping[int, int]
    codes: Mapping[str, int]
    """How often each diagnosis was made of answers that are not right, the commonest first."""
    groups: tuple[AnswerGroup, ...]
    """Answers that are read the same, the commonest first."""

    @property
    def right(self) -> int:
        return self.verdicts.get(Verdict.CORRECT, 0)

    @property
    def answered(self) -> int:
        return self.sittings - self.verdicts.get(Verdict.MISSING, 0)


@frozen
class ClassStatistics:
    """A whole class; the items are in the order in which they first came."""

    scores: Scores
    items: tuple[ItemStatistics, ...]


@dataclass(slots=True)
class _ItemCounts:
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    attempts: Counter[int] = field(default_factory=Counter)
    shares: Moments = field(default_factory=Moments)
    with_rest: Together = field(default_factory=Together)
    rest_of_right: Moments = field(default_factory=Moments)
    answers: AnswerCounts = field(default_factory=AnswerCounts)
    max_points: float = 0.0

    def add(self, mark: Mark, rest: float) -> None:
        self.max_points = max(self.max_points, mark.max_points)
        self.verdicts[mark.verdict] += 1
        self.attempts[mark.attempts] += 1
        self.shares.add(mark.share)
        self.with_rest.add(mark.share, rest)
        if mark.verdict is Verdict.CORRECT:
            self.rest_of_right.add(rest)
        if mark.code and mark.verdict is not Verdict.CORRECT:
            self.codes[mark.code] += 1
        self.answers.add(mark, rest)

    def made(self, item: str) -> ItemStatistics:
        right = self.rest_of_right
        return ItemStatistics(
            item=item,
            sittings=self.shares.count,
            max_points=self.max_points,
            verdicts={verdict: self.verdicts[verdict] for verdict in Verdict if self.verdicts[verdict]},
            difficulty=self.shares.mean,
            discrimination=self.with_rest.correlation,
            rest_of_right=right.mean if right.count else None,
            rest_of_right_variance=right.variance,
            attempts=dict(sorted(self.attempts.items())),
            codes=dict(sorted(self.codes.items(), key=lambda one: (-one[1], one[0]))),
            groups=self.answers.groups(),
        )


def class_statistics(sittings: Iterable[Sitting]) -> ClassStatistics:
    """The statistics. The order of the sittings does not count, but for the items' order and rounding."""
    items: dict[str, _ItemCounts] = {}
    earned: list[float] = []
    worth = 0.0
    for one in sittings:
        earned.append(one.score)
        worth = max(worth, one.max_score)
        shares = sum(mark.share for mark in one.marks)
        others = len(one.marks) - 1
        for mark in one.marks:
            rest = (shares - mark.share) / others if others else 0.0
            items.setdefault(mark.item, _ItemCounts()).add(mark, rest)
    return ClassStatistics(scores(earned, worth), tuple(counts.made(item) for item, counts in items.items()))
