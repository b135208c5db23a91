"""Inequality: the same condition, whichever way round it is written.

Border: ``x > 3`` is ``3 < x`` is ``2x - 6 > 0`` is ``(3, ∞)``; ``<`` is not ``≤``; ``0 < x < 1`` is ``x > 0 and x < 1``. A condition
that would have to be solved (``x² < 4`` beside ``-2 < x < 2``) is ``incorrect`` at a point where only one of the two holds, and
goes to a person where none was found.
"""

from __future__ import annotations

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.kinds import wrong_kind
from fullmarks.checkers.outcome import Outcome, correct, incorrect, undecided
from fullmarks.checkers.regions import Solutions, interval, solutions
from fullmarks.checkers.relations import TURNED, difference, steps
from fullmarks.checkers.same_region import OPEN_OR_CLOSED_SENTENCE, compare_regions
from fullmarks.checkers.tolerance import ToleranceOptions
from fullmarks.checkers.truth import parting_point
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.ratio import constant_ratio
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Logic, Node, Relation, SetOperation


class InequalityOptions(ToleranceOptions):
    """A condition: ``inequality: x > 3``."""

    key: WrittenKey = Field(alias="inequality", description="The inequality, or several joined by and, or.")


_UNSOLVED = "One of the two would have to be solved; no point was found where only one of them holds."

SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the inequality that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "An inequality is expected here.",
    "open_or_closed": OPEN_OR_CLOSED_SENTENCE,
}


def check(answer: Node, expected: Node, options: InequalityOptions, assumptions: Assumptions) -> Outcome:
    """As sets of one symbol's values where both are that; else one difference against the other."""
    if not isinstance(answer, Relation | Logic | SetOperation) and interval(answer) is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "an inequality"))
    given, wanted = solutions(answer, assumptions), solutions(expected, assumptions)
    if given is not None and wanted is not None and _same_symbol(given, wanted):
        return compare_regions(given.region, wanted.region, options.tolerance, assumptions)
    if _same_up_to_factor(answer, expected, assumptions):
        return correct(Evidence(EvidenceKind.EXACT))
    if (at := parting_point(answer, expected, assumptions)) is not None:
        return incorrect(Evidence(EvidenceKind.COUNTEREXAMPLE, at=at, note="Only one of the two holds there."))
    return outcome_of(equal(answer, expected, assumptions)) if _is_one_step(answer, expected) else undecided(_UNSOLVED)


def _is_one_step(answer: Node, expected: Node) -> bool:
    """Whether both are one inequality between two sides, which are compared up to a factor."""
    return len(steps(answer)) == len(steps(expected)) == 1


def _same_symbol(one: Solutions, other: Solutions) -> bool:
    return one.symbol is None or other.symbol is None or one.symbol == other.symbol


def _same_up_to_factor(answer: Node, expected: Node, assumptions: Assumptions) -> bool:
    """Whether each step's difference is the key's times a number, the sign turned where that is negative."""
    given, wanted = steps(answer), steps(expected)
    if not given or len(given) != len(wanted):
        return False
    for (left, sign, right), (key_left, key_sign, key_right) in zip(given, wanted, strict=True):
        ratio = constant_ratio(difference(left, right), difference(key_left, key_right), assumptions)
        if not ratio or sign not in TURNED or (sign if ratio > 0 else TURNED[sign]) != key_sign:
            return False
    return True


def _expected(options: InequalityOptions, read: ReadKey) -> Node:
    tree = read(options.key)
    if not isinstance(tree, Relation | Logic):
        raise UnusableKeyError(
            "key_is_no_inequality", f"The key “{options.key}” is no inequality. Write one such as x > 3."
        )
    return tree


CHECKER = Checker("inequality", InequalityOptions, Wants.RELATION, _expected, check, SENTENCES)
