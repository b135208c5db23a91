"""Tuple: items in order, as many as the key has: a pair, a point, the shape of an array.

Border: round or square brackets, angle brackets, none at all, or a row or column are all in order; a set ``{1, 2}`` is not. A
product of as many factors counts as well, ``28×28×10``, where there are three items or more, or as ``shape`` says. Where a
factor is itself a product (``2W×3``) any way of grouping the factors in order may fit. One value alone is a list of one. Items
earn their points together or each (``credit``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, pairwise
from typing import Literal

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.entries import Compared, Credit, mark_entries, split_budget
from fullmarks.checkers.kinds import is_expression, wrong_kind, wrong_shape
from fullmarks.checkers.members import vector_items
from fullmarks.checkers.multiples import ZERO_VECTOR, ZERO_VECTOR_SENTENCE, mark_multiple
from fullmarks.checkers.parametric import by_names
from fullmarks.checkers.tolerance import ToleranceOptions, compare_within
from fullmarks.checkers.units import SENTENCES as UNIT_SENTENCES
from fullmarks.checkers.units_of_entries import mark_in_units, rule_within
from fullmarks.checkers.vectors import in_unit_vectors, vector_of
from fullmarks.checkers.written import SeveralTexts, WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Listing, Multiply, Node, Quantity, Symbol
from fullmarks.outcome import Outcome, Verdict, incorrect

MOST_GROUPINGS = 200
MOST_FACTORS = 16
"""A longer product is no list of sizes: each way to group it would cost as much as its length."""

Items = tuple[Node, ...]


class TupleOptions(ToleranceOptions):
    """Items in order: ``tuple: (28, 28, 10)``, or a list of their texts."""

    key: WrittenKey | tuple[WrittenKey, ...] = Field(alias="tuple", description="The items in order.")
    credit: Credit = Field(Credit.ALL, description="What earns points: all items, or each item.")
    shape: bool | None = Field(
        None,
        description="Whether a product counts as well (28×28×10); if not said, where there are three items or more.",
    )

    up_to: Literal["factor"] | None = Field(
        None, description="A factor that does not matter, as for an eigenvector; it may not be zero."
    )

    unit: str | None = Field(None, max_length=100, description="The unit of each item of the key: km.")
    names: SeveralTexts = Field((), description="The names of the items, in order, for answers such as x = 1, y = 2.")

    def products_count(self, count: int) -> bool:
        """Whether a product of that many factors counts; of two it is too often just a product."""
        return count > 2 if self.shape is None else self.shape


SENTENCES = {
    "correct": "Right.",
    "partial": "Some of it is right.",
    "incorrect": "This is not what is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "Several things in order are expected here.",
    "wrong_shape": "Another number of things is expected.",
    **UNIT_SENTENCES,
    ZERO_VECTOR: ZERO_VECTOR_SENTENCE,
}


def check(answer: Node, expected: Node, options: TupleOptions, assumptions: Assumptions) -> Outcome:
    """The number of items first, then each at its place; of several groupings the best one."""
    wanted = ordered_items(expected) or ()
    readings = tuple(islice(_readings(answer, len(wanted), options), MOST_GROUPINGS))
    if not readings:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, _described(len(wanted))))
    fitting = [items for items in readings if len(items) == len(wanted)]
    if not fitting:
        explained = wrong_shape(_described(len(readings[0])), _described(len(wanted)))
        return incorrect(Evidence(EvidenceKind.EXACT), explained)
    if options.up_to is not None:
        return mark_multiple(fitting[0], wanted, options.tolerance, assumptions)
    if any(isinstance(item, Quantity) for item in wanted):
        return mark_in_units(fitting[0], wanted, options.credit, rule_within(options.tolerance, assumptions))
    budget = split_budget(assumptions, len(wanted) * len(fitting))
    outcomes = [_compare(items, wanted, options, budget) for items in fitting]
    return max(outcomes, key=lambda outcome: (outcome.share, outcome.verdict is Verdict.NEEDS_REVIEW))


def ordered_items(node: Node) -> Items | None:
    """The items of a list in order, or of a row or a column; None for a set or what has no items."""
    if isinstance(node, Listing):
        return None if node.opening == "{" or (node.opening == "(") != (node.closing == ")") else node.items
    return vector_items(node) or vector_of(node)


def _readings(answer: Node, count: int, options: TupleOptions) -> Iterator[Items]:
    items = by_names(answer, count, options.names) or ordered_items(answer)
    if items is not None:
        yield items
        if len(items) == 1 and options.products_count(count):
            yield from _readings(items[0], count, options)
    elif count == 1 and is_expression(answer):
        yield (answer,)
    elif (entries := in_unit_vectors(answer, count)) is not None:
        yield entries
    elif options.products_count(count) and isinstance(answer, Multiply):
        yield from _groupings(_without_times(answer.factors), count)


def _without_times(factors: Items) -> Items:
    """The factors without a letter x between each and the next, which is a sign there: ``(W + 1) x (H + 1) x F``."""
    return factors[::2] if len(factors) > 2 and set(factors[1::2]) == {Symbol("x")} else factors


def _groupings(factors: Items, count: int) -> Iterator[Items]:
    """The factors in ``count`` groups, in order; as they are if they are fewer, or more than sizes are written with."""
    if len(factors) <= count or len(factors) > MOST_FACTORS:
        yield factors
        return
    for cuts in combinations(range(1, len(factors)), count - 1):
        ends = (0, *cuts, len(factors))
        groups = [factors[start:end] for start, end in pairwise(ends)]
        yield tuple(group[0] if len(group) == 1 else Multiply(group) for group in groups)


def _compare(items: Items, wanted: Items, options: TupleOptions, assumptions: Assumptions) -> Outcome:
    entries = [
        Compared((place,), item, compare_within(item, other, options.tolerance, assumptions))
        for place, (item, other) in enumerate(zip(items, wanted, strict=True), 1)
    ]
    return mark_entries(entries, options.credit)


def _described(count: int) -> str:
    return f"a list of {count} things in order" if count != 1 else "a list of one thing"


def _expected(options: TupleOptions, read: ReadKey) -> Node:
    if not isinstance(options.key, str):
        return _measured(tuple(read(item) for item in options.key), options.unit)
    tree = read(options.key)
    items = ordered_items(tree)
    if items is None and isinstance(tree, Multiply) and options.products_count(len(tree.factors)):
        items = tree.factors
    if not items:
        raise UnusableKeyError(
            "key_is_no_tuple", f"The key “{options.key}” is no list in order. Write it as (a, b, c)."
        )
    return _measured(items, options.unit)


def _measured(items: Items, unit: str | None) -> Listing:
    """The key's items, each with the unit, if there is one."""
    return Listing("(", ")", items if unit is None else tuple(Quantity(item, unit) for item in items))


CHECKER = Checker("tuple", TupleOptions, Wants.TUPLE, _expected, check, SENTENCES)
