"""Set: the same members, in any order, each as often as one likes.

Border: ``{1, 2}``, a bare list ``1, 2``, ``x = 1 or x = 2``, ``±1``, one value alone, unions of those, ``∅`` and ``no solution`` are
sets; ``(1, 2)`` and ``[1, 2]`` are not: a pair and a closed interval. A set that is not listed (an interval, a description) is left to
``compare.equal``. With ``credit: each entry`` each member earns its part, and a wrong member costs as much as one that is missing.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.entries import Credit, split_budget
from fullmarks.checkers.kinds import wrong_kind
from fullmarks.checkers.members import members
from fullmarks.checkers.multiples import (
    ZERO_VECTOR,
    ZERO_VECTOR_SENTENCE,
    explained_if_zero,
    same_direction,
)
from fullmarks.checkers.pairs import mark_unordered
from fullmarks.checkers.tolerance import ToleranceOptions, compare_within
from fullmarks.checkers.vectors import vector_of
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Constant, Listing, Node, SetOperation
from fullmarks.outcome import Outcome, incorrect


class SetOptions(ToleranceOptions):
    """A set: ``set: '{1, 2}'``, or a list of its members' texts."""

    key: WrittenKey | tuple[WrittenKey, ...] = Field(alias="set", description="The set.")
    credit: Credit = Field(Credit.ALL, description="What earns points: all members, or each member.")
    up_to: Literal["factor"] | None = Field(
        None, description="A factor that does not matter, for members that are vectors, such as eigenvectors."
    )


SENTENCES = {
    "correct": "Right.",
    "partial": "Some of the members are right.",
    "incorrect": "This is not the set that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    ZERO_VECTOR: ZERO_VECTOR_SENTENCE,
    "wrong_kind": "A set is expected here.",
}


def check(answer: Node, expected: Node, options: SetOptions, assumptions: Assumptions) -> Outcome:
    """Members against members; whatever is not listed goes to the comparison of sets."""
    alone = options.up_to is not None and vector_of(answer) is not None
    given, wanted = (answer,) if alone else members(answer), members(expected)
    if given is not None and wanted is not None:
        budget = split_budget(assumptions, len(given) * len(wanted))

        def compare(item: Node, other: Node) -> Comparison:
            if options.up_to is not None:
                return same_direction(item, other, options.tolerance, budget)
            return compare_within(item, other, options.tolerance, budget)

        exactly = options.tolerance is None and options.up_to is None
        outcome = mark_unordered(given, wanted, compare, options.credit, as_set=True, exactly=exactly)
        return outcome if options.up_to is None else explained_if_zero(outcome, given, budget)
    if given is None and wanted is not None and not isinstance(answer, SetOperation | Constant):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a set"))
    return outcome_of(equal(answer, expected, assumptions))


def _expected(options: SetOptions, read: ReadKey) -> Node:
    if isinstance(options.key, str):
        return read(options.key)
    return Listing("{", "}", tuple(read(item) for item in options.key))


CHECKER = Checker("set", SetOptions, Wants.SET, _expected, check, SENTENCES)
