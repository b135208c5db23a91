"""What a part comes to from the marks of its items, without the gradings that they came from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fullmarks.grade.attempts import Try, counted_attempt
from fullmarks.grade.graded import Counted, GradedPart
from fullmarks.grade.rounding import rounded
from fullmarks.outcome import Verdict
from fullmarks.records import frozen
from fullmarks.rubric.model import Part, Rubric


@frozen
class Settled:
    """What counts of one item: the points after all costs, and the verdict on the attempt that they come from."""

    verdict: Verdict
    points: Fraction
    attempt: int | None


@frozen
class PartScore:
    """A part's score, exact, and the attempt that decides it."""

    score: Fraction
    max_score: Fraction
    counted_attempt: int | None


def part_score(part: Part, settled: Sequence[Settled], rubric: Rubric) -> PartScore:
    """The score of a part; ``settled`` are its items in their order."""
    counted = tuple(Counted(one.attempt, one.points) for one in settled)
    tries = [[Try(one.verdict, one.points)] * (one.attempt or 0) for one in settled]
    decides = counted_attempt(counted, tries, rubric.attempts)
    whole = GradedPart(part, (), counted, decides, rubric.rounding.part)
    return PartScore(whole.score, whole.max_score, decides)


def whole_score(total: Fraction, rubric: Rubric) -> Fraction:
    """The score of a submission whose parts come to ``total``, rounded as the rubric says."""
    worth = sum((item.points for item in rubric.items()), Fraction(0))
    return rounded(total, rubric.rounding.total, worth)


def max_score(rubric: Rubric) -> Fraction:
    """What all items that are not optional are worth together."""
    return sum((item.points for item in rubric.items() if not item.optional), Fraction(0))
