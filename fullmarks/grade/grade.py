"""A submission against its rubric: find the answers, judge each, count the attempts.

How one answer is judged stands in ``judge.py``, which of several attempts counts in ``attempts.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.find.find import find
from fullmarks.find.found import Attempt, Found
from fullmarks.grade.attempts import Try, counted_attempt
from fullmarks.grade.earlier import Earlier, History
from fullmarks.grade.graded import Graded, GradedAttempt, GradedItem, GradedPart
from fullmarks.grade.judge import Judged
from fullmarks.grade.judging import JudgeAnswer, judge_answer
from fullmarks.grade.lateness import Lateness, lateness
from fullmarks.grade.one_answer import graded_item
from fullmarks.grade.points import settled
from fullmarks.grade.whole_parts import MarkedPart, WholeParts, asked_part
from fullmarks.outcome import Outcome, Verdict
from fullmarks.rubric.model import Item, Part, RoundingPolicy, Rubric
from fullmarks.submission import Submission

NOTHING = Judged(Outcome(Verdict.MISSING, Fraction(0), Evidence(EvidenceKind.NONE)), None)
"""The judgement of an item that an attempt does not answer."""


def mark(rubric: Rubric, submission: Submission, judge: JudgeAnswer = judge_answer) -> Graded:
    """The whole submission, every part of the rubric in its order."""
    found = find(submission, rubric.sought)
    return graded_so_far(rubric, submission, found, tuple(graded_parts(rubric, submission, found, judge)))


def graded_so_far(rubric: Rubric, submission: Submission, found: Found, parts: tuple[GradedPart, ...]) -> Graded:
    """What the parts that were marked come to together."""
    late = lateness(submission, rubric.late)
    return Graded(submission.id, parts, found.not_graded, rubric.rounding.total, late.by)


def graded_parts(
    rubric: Rubric,
    submission: Submission,
    found: Found,
    judge: JudgeAnswer = judge_answer,
    known: WholeParts | None = None,
) -> Iterator[GradedPart]:
    """Part after part, so that whoever must show something early can; whole parts are taken from ``known``, and kept there."""
    earlier = Earlier(rubric.attempts, submission.tried)
    late = lateness(submission, rubric.late)
    made: dict[str, list[Attempt]] = {}
    for attempt in found.attempts:
        made.setdefault(attempt.part, []).append(attempt)
    for part in rubric.parts:
        attempts = tuple(made.get(part.id, ())) or (Attempt(part.id, None, 0, ()),)
        asked = None if known is None else asked_part(part, attempts, earlier, late)
        if known is None or asked is None:
            yield _graded_part(part, attempts, earlier, judge, rubric.rounding, late)
            continue
        marked = known.get(asked)
        if marked is None:
            graded = _graded_part(part, attempts, earlier, judge, rubric.rounding, late)
            marked = known[asked] = MarkedPart(graded, earlier.histories(part))
        else:
            earlier.keep_again(part, marked.histories)
        yield marked.graded


def _graded_part(
    part: Part,
    attempts: tuple[Attempt, ...],
    earlier: Earlier,
    judge: JudgeAnswer,
    rounding: RoundingPolicy,
    late: Lateness,
) -> GradedPart:
    """Item after item, each in all its attempts, since an item may follow one before it in the same part."""
    columns = [_column(item, attempts, earlier, judge) for item in part.items]
    graded = tuple(
        GradedAttempt(number, attempt.turn, attempt.hints, tuple(column.results[number - 1] for column in columns))
        for number, attempt in enumerate(attempts, 1)
    )
    rows = [_tries(column.results, attempts) for column in columns]
    counted = tuple(
        settled(column.last, item, late, rounding) for item, column in zip(part.items, columns, strict=True)
    )
    return GradedPart(part, graded, counted, counted_attempt(counted, rows, earlier.policy), rounding.part)


def _column(item: Item, attempts: tuple[Attempt, ...], earlier: Earlier, judge: JudgeAnswer) -> History:
    """One item in every attempt, which items after it may follow."""
    column = tuple(_graded_item(item, attempt, earlier, judge) for attempt in attempts)
    turns = tuple(attempt.turn for attempt in attempts)
    return earlier.keep(item.id, turns, column, _tries(column, attempts))


def _graded_item(item: Item, attempt: Attempt, earlier: Earlier, judge: JudgeAnswer) -> GradedItem:
    answer = next((one for one in attempt.answers if one.item == item.id), None)
    judged = judge(answer, item, earlier, attempt.turn) if answer else NOTHING
    return graded_item(item, answer, judged)


def _tries(column: tuple[GradedItem, ...], attempts: tuple[Attempt, ...]) -> list[Try]:
    return [_as_try(one, attempt.hints) for one, attempt in zip(column, attempts, strict=True)]


def _as_try(graded: GradedItem, hints: int) -> Try:
    return Try(graded.outcome.verdict, graded.points, graded.answer.text if graded.answer else None, hints)
