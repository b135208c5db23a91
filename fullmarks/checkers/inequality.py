"""Inequality: the same condition, whichever way round it is written.

Border: ``x > 3`` is ``3 < x`` is ``2x - 6 > 0`` is ``(3, ∞)``; ``<`` is not ``≤``; ``0 < x < 1`` is ``x > 0 and x < 1``; ``x² < 4``
is ``-2 < x < 2``. Where both are solved their ends are compared, exactly or with the tolerance that is given; else
``compare.equal`` says whether the same values satisfy them.
"""

from __future__ import annotations

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.kinds import wrong_kind
from fullmarks.checkers.regions import Solutions, interval, is_condition, solutions
from fullmarks.checkers.same_region import OPEN_OR_CLOSED_SENTENCE, compare_regions
from fullmarks.checkers.tolerance import ToleranceOptions
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Logic, Node, Relation, SetOperation
from fullmarks.outcome import Outcome, incorrect


class InequalityOptions(ToleranceOptions):
    """A condition: ``inequality: x > 3``."""

    key: WrittenKey = Field(alias="inequality", description="The inequality, or several joined by and, or.")


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the inequality that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "An inequality is expected here.",
    "open_or_closed": OPEN_OR_CLOSED_SENTENCE,
}


def check(answer: Node, expected: Node, options: InequalityOptions, assumptions: Assumptions) -> Outcome:
    """End by end where both are solved for the same symbol, else by what satisfies them."""
    says_where = isinstance(answer, Relation | Logic | SetOperation) or is_condition(answer)
    if not says_where and interval(answer) is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "an inequality"))
    given, wanted = solutions(answer, assumptions), solutions(expected, assumptions)
    if given is not None and wanted is not None and _same_symbol(given, wanted):
        return compare_regions(given.region, wanted.region, options.tolerance, assumptions)
    return outcome_of(equal(answer, expected, assumptions))


def _same_symbol(one: Solutions, other: Solutions) -> bool:
    return one.symbol is None or other.symbol is None or one.symbol == other.symbol


def _expected(options: InequalityOptions, read: ReadKey) -> Node:
    tree = read(options.key)
    if not (isinstance(tree, Relation | Logic) or is_condition(tree)):
        raise UnusableKeyError(
            "key_is_no_inequality", f"The key “{options.key}” is no inequality. Write one such as x > 3."
        )
    return tree


CHECKER = Checker("inequality", InequalityOptions, Wants.RELATION, _expected, check, SENTENCES)
