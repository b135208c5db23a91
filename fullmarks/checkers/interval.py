"""Interval: a set of real numbers made of intervals, with its open and closed ends.

Border: ``[0, 1) ∪ [1, 2]`` is ``[0, 2]``, the order of a union does not matter, ``{3}`` is an interval of one number, ``ℝ ∖ {0}`` and
``x < 0 or x > 0`` are the same set. An end at infinity is open whatever its bracket. ``(0, 1)`` is an interval here, not a pair; a
bare list ``0, 1`` and a set of two numbers are none. Ends are compared exactly or with the tolerance that is given.
"""

from __future__ import annotations

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.regions import solutions
from fullmarks.checkers.same_region import OPEN_OR_CLOSED_SENTENCE, compare_regions
from fullmarks.checkers.tolerance import ToleranceOptions
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Listing, Matrix, Node, Text
from fullmarks.outcome import Outcome, incorrect


class IntervalOptions(ToleranceOptions):
    """A set of intervals: ``interval: (0, 1]``."""

    key: WrittenKey = Field(alias="interval", description="The set, as intervals or as a condition on one symbol.")


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the set that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "An interval is expected here.",
    "open_or_closed": OPEN_OR_CLOSED_SENTENCE,
}


def check(answer: Node, expected: Node, options: IntervalOptions, assumptions: Assumptions) -> Outcome:
    """Both as unions of intervals, end by end."""
    given, wanted = solutions(answer, assumptions), solutions(expected, assumptions)
    if given is not None and wanted is not None:
        return compare_regions(given.region, wanted.region, options.tolerance, assumptions)
    if given is None and (is_expression(answer) or isinstance(answer, Listing | Matrix | Text)):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "an interval"))
    return outcome_of(equal(answer, expected, assumptions))


def _expected(options: IntervalOptions, read: ReadKey) -> Node:
    return read(options.key)


CHECKER = Checker("interval", IntervalOptions, Wants.INTERVAL, _expected, check, SENTENCES)
