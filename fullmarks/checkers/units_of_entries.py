"""Several values in one unit, ``(3, 4) km``: each converted as a quantity is, with one word about a unit that all have wrong."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fullmarks.checkers.compared import UNDECIDED, outcome_of
from fullmarks.checkers.entries import Credit
from fullmarks.checkers.tolerance import Tolerance, compare_within
from fullmarks.checkers.units import Rule, with_units
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.values import rational
from fullmarks.expr.nodes import Node, Quantity
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Entry, Outcome, Verdict, graded, undecided


def rule_within(tolerance: Tolerance | None, assumptions: Assumptions) -> Rule:
    """Compares two numbers up to a tolerance, or exactly."""
    return lambda value, key, _: outcome_of(compare_within(value, key, tolerance, assumptions))


def mark_in_units(given: Sequence[Node], wanted: Sequence[Node], credit: Credit, rule: Rule) -> Outcome:
    """The outcome of all items; a zero needs no unit."""
    outcomes = [_one(item, key, rule) for item, key in zip(given, wanted, strict=True)]
    entries = tuple(
        Entry((place,), outcome.verdict, plain(item))
        for place, (item, outcome) in enumerate(zip(given, outcomes, strict=True), 1)
    )
    wrong = [outcome for outcome in outcomes if outcome.verdict is Verdict.INCORRECT]
    unsure = any(outcome.verdict is Verdict.NEEDS_REVIEW for outcome in outcomes)
    if unsure and not (wrong and credit is Credit.ALL):
        return undecided(UNDECIDED, entries)
    right = sum(outcome.verdict is Verdict.CORRECT for outcome in outcomes)
    share = Fraction(right == len(outcomes)) if credit is Credit.ALL else Fraction(right, len(outcomes))
    first = wrong[0] if wrong else outcomes[0]
    return graded(share, first.evidence, first.diagnosis if wrong else None, entries)


def _one(item: Node, key: Node, rule: Rule) -> Outcome:
    if isinstance(key, Quantity) and rational(item) == 0 == rational(key.value):
        return rule(item, key.value, item)
    return with_units(item, key, symbols(key), rule)
