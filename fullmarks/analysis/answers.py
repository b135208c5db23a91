"""Answers to one item, counted by what they were read as."""

from __future__ import annotations

from dataclasses import dataclass, field

from fullmarks.analysis.moments import Moments
from fullmarks.analysis.records import Mark
from fullmarks.outcome import Verdict
from fullmarks.records import frozen

MOST_GROUPS = 5_000
"""So many different answers to an item are told apart; those that come after count as others."""
MOST_SPELLINGS = 3
LONGEST_ANSWER = 200
"""Characters of an answer that are kept."""


@frozen
class AnswerGroup:
    """Equal answers with one verdict: how many, a few of their spellings, and how well those who gave it do elsewhere."""

    reading: str
    verdict: Verdict
    count: int
    points: float
    code: str | None
    spellings: tuple[str, ...]
    rest: float
    rest_variance: float


@dataclass(slots=True)
class _Group:
    mark: Mark
    rest: Moments = field(default_factory=Moments)
    spellings: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class AnswerCounts:
    """Counts answers as they come."""

    _groups: dict[tuple[str, Verdict, float], _Group] = field(default_factory=dict)

    def add(self, mark: Mark, rest: float) -> None:
        """One answer; nothing where there is none."""
        if mark.answer is None:
            return
        reading = mark.reading if mark.reading is not None else " ".join(mark.answer.split())
        key = reading, mark.verdict, mark.points
        group = self._groups.get(key)
        if group is None:
            if len(self._groups) >= MOST_GROUPS:
                return
            group = self._groups[key] = _Group(mark)
        group.rest.add(rest)
        if len(group.spellings) < MOST_SPELLINGS:
            group.spellings[mark.answer[:LONGEST_ANSWER]] = None

    def groups(self) -> tuple[AnswerGroup, ...]:
        """The commonest first; of equally common ones that which sorts first."""
        made = [_made(reading, group) for (reading, _, _), group in self._groups.items()]
        return tuple(sorted(made, key=lambda one: (-one.count, one.reading, one.verdict)))


def _made(reading: str, group: _Group) -> AnswerGroup:
    mark, rest = group.mark, group.rest
    return AnswerGroup(
        reading, mark.verdict, rest.count, mark.points, mark.code, tuple(group.spellings), rest.mean, rest.variance
    )


def joined(groups: list[AnswerGroup]) -> AnswerGroup:
    """Several groups as one, by the name of its commonest; their spread is that of all together."""
    first = max(groups, key=lambda one: one.count)
    count = sum(one.count for one in groups)
    mean = sum(one.rest * one.count for one in groups) / count
    squares = sum(one.rest_variance * (one.count - 1) + one.count * (one.rest - mean) ** 2 for one in groups)
    spellings = dict.fromkeys(text for one in groups for text in one.spellings)
    return AnswerGroup(
        reading=first.reading,
        verdict=first.verdict,
        count=count,
        points=first.points,
        code=first.code,
        spellings=tuple(spellings)[:MOST_SPELLINGS],
        rest=mean,
        rest_variance=squares / (count - 1) if count > 1 else 0.0,
    )
