"""Which of several attempts counts, and what a further one costs: a pure function of the list of attempts.

The rule is applied item by item, because an item that a later attempt leaves out keeps its earlier result. An
attempt that nobody could read or decide never counts while another one does, and uses up nothing. An answer handed in
again word for word is no further try.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from fullmarks.grade.graded import Counted
from fullmarks.grade.points import UNDECIDED
from fullmarks.outcome import Verdict
from fullmarks.rubric.model import AttemptPolicy


@dataclass(frozen=True, slots=True)
class Try:
    """What one attempt brought for one item: all that counting needs of it; ``hints`` came since the attempt before."""

    verdict: Verdict
    points: Fraction
    answer: str | None = None
    hints: int = 0

    @property
    def decided(self) -> bool:
        """Whether there is a result that may count."""
        return self.verdict not in UNDECIDED


def count(tries: Sequence[Try], policy: AttemptPolicy) -> Counted:
    """What counts of one item's tries, one an attempt, in the order of the attempts.

    Where nothing was decided, the latest that was answered counts, for no points.
    """
    results = _results(tries, policy)
    if not results:
        answered = [number for number, one in enumerate(tries, 1) if one.verdict is not Verdict.MISSING]
        return Counted(answered[-1] if answered else None, Fraction(0))
    if policy.counts == "first":
        return results[0]
    if policy.counts == "best":
        return max(results, key=lambda one: one.points)  # the earliest of equals
    return results[-1]


def counted_attempt(counted: Sequence[Counted], tries: Sequence[Sequence[Try]], policy: AttemptPolicy) -> int | None:
    """The attempt that decides a part's score; ``counted`` and ``tries`` go item by item.

    With ``last`` it is the latest that any item counts from, with ``first`` the earliest, with ``best`` the one that
    brings most points (the earliest of equals). None where nothing was answered.
    """
    numbers = _deciding(counted, tries)
    if not numbers:
        return None
    if policy.counts == "best":
        brought = {number: sum(one.points for one in counted if one.attempt == number) for number in numbers}
        return min(numbers, key=lambda number: (-brought[number], number))
    return min(numbers) if policy.counts == "first" else max(numbers)


def _deciding(counted: Sequence[Counted], tries: Sequence[Sequence[Try]]) -> list[int]:
    """The attempts that items count from; those where nothing was decided only if there are no others."""
    pairs = [(one.attempt, row[one.attempt - 1]) for one, row in zip(counted, tries, strict=True) if one.attempt]
    decided = [number for number, one in pairs if one.decided]
    return decided or [number for number, _ in pairs]


def _results(tries: Sequence[Try], policy: AttemptPolicy) -> list[Counted]:
    """Every decided try, with what it is worth after the cost of those before it."""
    results: list[Counted] = []
    last: Try | None = None
    asked_again = False
    cost, hints = Fraction(0), 0
    for number, one in enumerate(tries, 1):
        # What is said after an answer that nobody could decide asks for it again; it is no hint.
        hints += one.hints if last and not asked_again else 0
        if one.verdict is not Verdict.MISSING:
            asked_again = not one.decided
        if not one.decided:
            continue
        if last and one.answer != last.answer:
            cost = min(Fraction(1), cost + policy.cost + hints * policy.hint_cost)
            hints = 0
        last = one
        results.append(Counted(number, one.points * (1 - cost), cost))
    return results
