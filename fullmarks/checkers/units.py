"""Units beside a number, for every checker of values: the rule that compares numbers is asked about the answer in the key's unit.

A unit is set aside where the key has none. Where it has one, an answer without a unit, in one that measures something else, or with
the right number in the wrong unit is wrong, and is told so. Percent signs are no units.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.compare.units.quantities import Match, SideBySide, noted, side_by_side
from fullmarks.expr.nodes import Negate, Node, Percent
from fullmarks.outcome import Diagnosis, Outcome, Verdict, graded, incorrect

Rule = Callable[[Node, Node, Node], Outcome]
"""Compares the answer's number in the key's unit with the key's; the third is the answer's number as written."""

_NOTHING = Fraction(0)

SENTENCES = {
    "missing_unit": "The unit is missing.",
    "wrong_unit": "The number is right, but its unit is not.",
    "wrong_dimension": "The unit is not one of what is asked for.",
}
"""By diagnosis code."""


def with_units(
    answer: Node, expected: Node, declared: Collection[str], rule: Rule, missing: Fraction = _NOTHING
) -> Outcome:
    """What the rule says of the numbers.

    ``declared`` are names that are never read as units, ``missing`` is the share of a right number whose unit is missing.
    """
    pair = side_by_side(answer, expected, declared)
    if pair is None:
        return rule(answer, expected, answer)
    if pair.match is Match.OTHER:
        return incorrect(Evidence(EvidenceKind.EXACT, note=pair.note), _wrong_dimension(pair))
    outcome = rule(pair.value, pair.expected, pair.written)
    if pair.match is Match.MISSING:
        return _without_unit(outcome, pair, missing)
    if outcome.verdict is Verdict.INCORRECT and (angle := pair.in_radians) is not None:
        outcome = rule(angle, pair.expected, pair.written)
    if outcome.verdict is Verdict.INCORRECT and outcome.diagnosis is None and pair.match is Match.LIKE:
        as_written = rule(pair.written, pair.expected, pair.written)
        if as_written.verdict is Verdict.CORRECT and not pair.answer_unit:
            return _without_unit(as_written, pair, missing)
        if as_written.verdict is Verdict.CORRECT:
            outcome = outcome.explained(_wrong_unit(pair))
    return replace(outcome, evidence=noted(outcome.evidence, pair))


def unit_mistake(
    answer: Node, expected: Node, declared: Collection[str], same: Callable[[Node, Node], bool]
) -> Diagnosis | None:
    """Why the unit of a wrong answer is wrong; None where it is not. ``same`` compares two numbers."""
    pair = side_by_side(answer, expected, declared)
    if pair is None or pair.match in (Match.SET_ASIDE, Match.SAME):
        return None
    if pair.match is Match.OTHER:
        return _wrong_dimension(pair)
    if not same(pair.written, pair.expected):
        return None
    return _wrong_unit(pair) if pair.answer_unit else _missing_unit(pair)


def _without_unit(outcome: Outcome, pair: SideBySide, share: Fraction) -> Outcome:
    """What a right number earns whose unit is missing."""
    if outcome.verdict is not Verdict.CORRECT:
        return outcome
    mistake = _missing_unit(pair)
    return graded(share, Evidence(EvidenceKind.EXACT, note=mistake.staff), mistake)


def _missing_unit(pair: SideBySide) -> Diagnosis:
    return Diagnosis(
        "missing_unit", SENTENCES["missing_unit"], f"The key is in {pair.expected_unit}; the answer has no unit."
    )


def _wrong_unit(pair: SideBySide) -> Diagnosis:
    staff = f"The number is the key's; the key is in {pair.expected_unit}, the answer in {pair.answer_unit}."
    return Diagnosis("wrong_unit", SENTENCES["wrong_unit"], staff, (("unit", pair.answer_unit),))


def _wrong_dimension(pair: SideBySide) -> Diagnosis:
    staff = f"The key is in {pair.expected_unit}; {pair.answer_unit} measures something else."
    return Diagnosis("wrong_dimension", SENTENCES["wrong_dimension"], staff, (("unit", pair.answer_unit),))


def without_percent(node: Node) -> Node:
    """A number of percent: ``50%`` and ``50`` are both 50."""
    match node:
        case Percent(operand):
            return operand
        case Negate(Percent(operand)):
            return Negate(operand)
        case _:
            return node
