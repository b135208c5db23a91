"""What an outcome is worth: exact fractions of the item's points."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fullmarks.grade.graded import Counted
from fullmarks.grade.lateness import Lateness
from fullmarks.grade.rounding import rounded
from fullmarks.outcome import Outcome, Verdict
from fullmarks.rubric.model import Item, RoundingPolicy

OPEN = frozenset({Verdict.UNREADABLE, Verdict.NEEDS_REVIEW})
"""Verdicts that nobody may take for a zero: the points stay open until a person has looked."""

_NONE = Fraction(0)

UNDECIDED = OPEN | {Verdict.MISSING}
"""Verdicts that use up no attempt."""


def earned(outcome: Outcome, item: Item) -> Fraction:
    """The points that an answer earns by itself; a void item gives everybody all of them."""
    if item.void or outcome.share == 1:
        return item.points
    return outcome.share * item.points if outcome.share else _NONE


def pending(outcome: Outcome, item: Item) -> Fraction:
    """The points that a person may still give for it."""
    return item.points if outcome.verdict in OPEN and not item.void else _NONE


def settled(counted: Counted, item: Item, late: Lateness, rounding: RoundingPolicy) -> Counted:
    """What counts in the end: the cost of lateness taken off the rest, then rounded.

    A void item gives everybody all its points, answered or not, whatever the attempts cost and however late.
    """
    if item.void:
        return Counted(counted.attempt, item.points)
    if not late.cost and rounding.item is None:
        return counted
    points = rounded(counted.points * (1 - late.cost), rounding.item, item.points)
    return replace(counted, points=points, late=late.cost)
