"""Which of several attempts counts, and what a further one costs: a pure function of the list of attempts.

The rule is applied item by item, because an item that a later attempt leaves out keeps its earlier result. An
attempt that nobody could read or decide never counts while another one does, and uses up nothing. An answer handed in
again word for word is no further try. What was tried in earlier submissions may cost, but never counts (``tried.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from fullmarks.grade.graded import Counted
from fullmarks.grade.points import UNDECIDED
from fullmarks.outcome import Verdict
from fullmarks.records import frozen
from fullmarks.rubric.model import AttemptPolicy

Spent = Callable[[str], Fraction]
"""What earlier submissions cost an item whose first answer in this one is that text."""


@frozen
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


def nothing_spent(_: str) -> Fraction:
    """Where there were no earlier submissions, or they cost nothing."""
    return Fraction(0)


def count(tries: Sequence[Try], policy: AttemptPolicy, spent: Spent = nothing_spent) -> Counted:
    """What counts of one item's tries, one an attempt, in the order of the attempts.

    Where nothing was decided, the latest that was answered counts, for no points.
    """
    counted = counts_so_far(tries, policy, spent)
    return counted[-1] if counted else Counted(None, Fraction(0))


def counts_so_far(tries: Sequence[Try], policy: AttemptPolicy, spent: Spent = nothing_spent) -> tuple[Counted, ...]:
    """What counted after each try, as if it had been the last."""
    chosen: Counted | None = None
    open_one = Counted(None, Fraction(0))
    so_far: list[Counted] = []
    for number, (one, result) in enumerate(zip(tries, _results(tries, policy, spent), strict=True), 1):
        if result is not None:
            chosen = _chosen(chosen, result, policy)
        elif one.verdict is not Verdict.MISSING:
            open_one = Counted(number, Fraction(0))
        so_far.append(chosen or open_one)
    return tuple(so_far)


def _chosen(before: Counted | None, result: Counted, policy: AttemptPolicy) -> Counted:
    """Which of two results counts; the earlier of equals is the best."""
    if before is None:
        return result
    if policy.counts == "best":
        return result if result.points > before.points else before
    return before if policy.counts == "first" else result


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


def _results(tries: Sequence[Try], policy: AttemptPolicy, spent: Spent) -> Iterator[Counted | None]:
    """For every try what it is worth after the cost of those before it; None where nothing was decided."""
    last: Try | None = None
    asked_again = False
    cost, hints = Fraction(0), 0
    for number, one in enumerate(tries, 1):
        # What is said after an answer that nobody could decide asks for it again; it is no hint.
        hints += one.hints if last and not asked_again else 0
        if one.verdict is not Verdict.MISSING:
            asked_again = not one.decided
        if not one.decided:
            yield None
            continue
        if last is None:
            cost = min(policy.cap, spent(one.answer or ""))
        elif one.answer != last.answer:
            cost = min(policy.cap, cost + policy.cost + hints * policy.hint_cost)
            hints = 0
        last = one
        yield Counted(number, one.points * (1 - cost) if cost else one.points, cost)
