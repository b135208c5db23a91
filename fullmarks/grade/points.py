"""What an outcome is worth: exact fractions of the item's points."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.outcome import Outcome, Verdict
from fullmarks.rubric.model import Item

OPEN = frozenset({Verdict.UNREADABLE, Verdict.NEEDS_REVIEW})
"""Verdicts that nobody may take for a zero: the points stay open until a person has looked."""

UNDECIDED = OPEN | {Verdict.MISSING}
"""Verdicts that use up no attempt."""


def earned(outcome: Outcome, item: Item) -> Fraction:
    """The points that an answer earns by itself; a void item gives everybody all of them."""
    return item.points if item.void else outcome.share * item.points


def pending(outcome: Outcome, item: Item) -> Fraction:
    """The points that a person may still give for it."""
    return item.points if outcome.verdict in OPEN and not item.void else Fraction(0)
