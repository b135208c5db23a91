"""A graded submission inside the engine: exact points, trees and records. What others see is made by ``report``."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from fullmarks.expr.nodes import Node
from fullmarks.find.found import Answer, NotGraded
from fullmarks.grade.rounding import rounded
from fullmarks.grade.sums import total
from fullmarks.outcome import Outcome
from fullmarks.read.reading import Reading
from fullmarks.records import frozen
from fullmarks.rubric.model import Item, Part


@frozen
class GradedItem:
    """What one attempt brought for one item; ``answer`` is None where the attempt does not answer it.

    ``points`` are what the answer earns by itself; what further attempts cost is taken off in the part's score.
    ``pending`` are points that a person may still give.
    """

    item: Item
    answer: Answer | None
    outcome: Outcome
    reading: Reading | None
    points: Fraction
    pending: Fraction
    value: Node | None = None
    """What of the reading answers the item, where one thing does."""


@frozen
class GradedAttempt:
    """One try at a part; ``number`` counts from 1, ``items`` are all of the part's, in the rubric's order."""

    number: int
    turn: int | None
    hints: int
    items: tuple[GradedItem, ...]


@frozen
class Counted:
    """Which result of one item counts and for how much.

    ``attempt`` is its number, None where the item was never answered. ``points`` are after costs, rounded as the rubric says;
    ``cost`` is the share that was taken off for the attempts before: 0 takes nothing, 1 takes all. ``late`` is the share that was
    taken off the rest for being late.
    """

    attempt: int | None
    points: Fraction
    cost: Fraction = Fraction(0)
    late: Fraction = Fraction(0)


@frozen
class GradedPart:
    """All attempts at one part, and what counts of them, item by item."""

    part: Part
    attempts: tuple[GradedAttempt, ...]
    counted: tuple[Counted, ...]
    counted_attempt: int | None
    """The number of the attempt that decides the score, None where nothing was answered."""
    step: Fraction | None = None
    """To multiples of what the score is rounded."""

    @property
    def score(self) -> Fraction:
        """The points that count, after costs."""
        points = total([counted.points for counted in self.counted])
        return points if self.step is None else rounded(points, self.step, self.worth)

    @property
    def worth(self) -> Fraction:
        """What all items are worth together, optional ones too."""
        return total(item.points for item in self.part.items)

    @property
    def max_score(self) -> Fraction:
        """What all items that are not optional are worth together."""
        return total(item.points for item in self.part.items if not item.optional)


@frozen
class Graded:
    """A whole submission, every part of the rubric in its order."""

    submission: str
    """The submission's id."""
    parts: tuple[GradedPart, ...]
    not_graded: tuple[NotGraded, ...]
    step: Fraction | None = None
    """To multiples of what the score is rounded."""
    late_by: timedelta = timedelta(0)

    @property
    def score(self) -> Fraction:
        points = total([part.score for part in self.parts])
        return points if self.step is None else rounded(points, self.step, total([part.worth for part in self.parts]))

    @property
    def max_score(self) -> Fraction:
        return total(part.max_score for part in self.parts)
