"""A submission against its rubric: find the answers, judge each, count the attempts.

How one answer is judged stands in ``judge.py``, which of several attempts counts in ``attempts.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.find.find import find
from fullmarks.find.found import Answer, Attempt, Found
from fullmarks.grade.attempts import Try, count, counted_attempt
from fullmarks.grade.graded import Counted, Graded, GradedAttempt, GradedItem, GradedPart
from fullmarks.grade.judge import Judged
from fullmarks.grade.points import earned, pending
from fullmarks.grade.safely import judge_safely
from fullmarks.outcome import Outcome, Verdict
from fullmarks.rubric.model import AttemptPolicy, Item, Part, Rubric
from fullmarks.rubric.sought import sought
from fullmarks.submission import Submission

NOTHING = Judged(Outcome(Verdict.MISSING, Fraction(0), Evidence(EvidenceKind.NONE)), None)
"""The judgement of an item that an attempt does not answer."""


def mark(rubric: Rubric, submission: Submission) -> Graded:
    """The whole submission, every part of the rubric in its order."""
    found = find(submission, sought(rubric))
    return Graded(submission.id, tuple(graded_parts(rubric, found)), found.not_graded)


def graded_parts(rubric: Rubric, found: Found) -> Iterator[GradedPart]:
    """Part after part, so that whoever must show something early can."""
    for part in rubric.parts:
        tries = tuple(attempt for attempt in found.attempts if attempt.part == part.id)
        yield _graded_part(part, tries or (Attempt(part.id, None, 0, ()),), rubric.attempts)


def _graded_part(part: Part, tries: tuple[Attempt, ...], policy: AttemptPolicy) -> GradedPart:
    attempts = tuple(_graded_attempt(part, attempt, number) for number, attempt in enumerate(tries, 1))
    rows = [
        [_as_try(attempt.items[column], attempt.hints) for attempt in attempts] for column, _ in enumerate(part.items)
    ]
    counted = tuple(_counted(item, row, policy) for item, row in zip(part.items, rows, strict=True))
    return GradedPart(part, attempts, counted, counted_attempt(counted, rows, policy))


def _graded_attempt(part: Part, attempt: Attempt, number: int) -> GradedAttempt:
    answers = {answer.item: answer for answer in attempt.answers}
    items = tuple(_graded_item(item, answers.get(item.id)) for item in part.items)
    return GradedAttempt(number, attempt.turn, attempt.hints, items)


def _graded_item(item: Item, answer: Answer | None) -> GradedItem:
    judged = NOTHING
    if answer:
        judged = judge_safely(answer.formula or answer.text, item, answer.others, answer.definitions)
    outcome = judged.outcome
    return GradedItem(item, answer, outcome, judged.reading, earned(outcome, item), pending(outcome, item))


def _as_try(graded: GradedItem, hints: int) -> Try:
    return Try(graded.outcome.verdict, graded.points, graded.answer.text if graded.answer else None, hints)


def _counted(item: Item, tries: list[Try], policy: AttemptPolicy) -> Counted:
    """A void item gives everybody all its points, answered or not, whatever the attempts cost."""
    counted = count(tries, policy)
    return Counted(counted.attempt, item.points) if item.void else counted
