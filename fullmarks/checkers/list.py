"""List: several values in any order, or in the key's order with ``ordered``.

Border: a bare list ``1, 2``, square brackets, braces, ``x = 1 or x = 2`` and ``±1`` all list values; round brackets make a pair,
which counts only where the list is ordered. A value given twice counts twice. Without order the items are paired with the
key's as well as they can be; with ``credit: each entry`` each earns its part of the points, and an item too many costs as much
as one that is missing.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.entries import Compared, Credit, mark_entries, split_budget
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
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Listing, Node
from fullmarks.outcome import Outcome, incorrect


class ListOptions(ToleranceOptions):
    """Several values: ``list: 3, -3``, or a list of their texts."""

    key: WrittenKey | tuple[WrittenKey, ...] = Field(alias="list", description="The values.")
    ordered: bool = Field(default=False, description="The order counts.")
    credit: Credit = Field(Credit.ALL, description="What earns points: all values, or each value.")
    up_to: Literal["factor"] | None = Field(
        None, description="A factor that does not matter, for values that are vectors, such as eigenvectors."
    )


SENTENCES = {
    "correct": "Right.",
    "partial": "Some of the values are right.",
    "incorrect": "These are not the values that are expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    ZERO_VECTOR: ZERO_VECTOR_SENTENCE,
    "wrong_kind": "A list of values is expected here.",
}


def check(answer: Node, expected: Node, options: ListOptions, assumptions: Assumptions) -> Outcome:
    """Item by item, at its place or at the best one."""
    given, wanted = listed(answer, ordered=options.ordered), listed(expected, ordered=True) or ()
    if given is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a list of values"))
    budget = split_budget(assumptions, len(wanted) if options.ordered else len(given) * len(wanted))

    def compare(item: Node, other: Node) -> Comparison:
        if options.up_to is not None:
            return same_direction(item, other, options.tolerance, budget)
        return compare_within(item, other, options.tolerance, budget)

    if not options.ordered:
        exactly = options.tolerance is None and options.up_to is None
        outcome = mark_unordered(given, wanted, compare, options.credit, as_set=False, exactly=exactly)
        return outcome if options.up_to is None else explained_if_zero(outcome, given, budget)
    pairs = zip(given, wanted, strict=False)
    entries = [Compared((place,), item, compare(item, other)) for place, (item, other) in enumerate(pairs, 1)]
    return mark_entries(entries, options.credit, missing=abs(len(given) - len(wanted)))


def listed(node: Node, *, ordered: bool) -> tuple[Node, ...] | None:
    """The values that a tree lists; None where it lists none."""
    match node:
        case Listing("[", "]", items):
            return items
        case Listing("(", ")", items) if ordered:
            return items
        case Listing("{", _, _) if ordered:
            return None
        case _:
            return members(node)


def _expected(options: ListOptions, read: ReadKey) -> Node:
    if not isinstance(options.key, str):
        return Listing("", "", tuple(read(item) for item in options.key))
    tree = read(options.key)
    values = listed(tree, ordered=True) or listed(tree, ordered=False)
    if not values:
        raise UnusableKeyError("key_is_no_list", f"The key “{options.key}” lists no values. Write it as a, b, c.")
    return Listing("", "", values)


CHECKER = Checker("list", ListOptions, Wants.SET, _expected, check, SENTENCES)
