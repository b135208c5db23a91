"""Quantity: a number with its unit, in any unit that measures the same.

The key has a unit; letters beside its number are one here (``5 m/s``), and so are an answer's, unless the rubric declares them as
symbols. Values are converted exactly before they are compared, temperatures by their scales' zeros. Tolerances and figures are those
of a number (``closeness.py``): an absolute tolerance is in the key's unit, figures are counted on the number as written.
``units`` lists the units that an answer may be in; without it any will do that measures the same. A unit is missing at the price that
``missing unit`` says. Names and factors of units are Pint's.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.closeness import WRONG_FIGURES, ClosenessOptions, close, one_rule
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.units import SENTENCES as UNIT_SENTENCES
from fullmarks.checkers.units import with_units
from fullmarks.checkers.written import ExactNumber, SeveralTexts, WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.letters import by_letters, with_micro
from fullmarks.compare.units.measured import Measured, measured
from fullmarks.compare.units.quantities import by_letters_like
from fullmarks.compare.units.unit import NOTHING
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Call, Node, Quantity
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis, Outcome, Verdict, incorrect


class QuantityOptions(ClosenessOptions):
    """A number with its unit: ``quantity: 5 m/s``."""

    key: WrittenKey = Field(alias="quantity", description="The number with its unit.")
    units: SeveralTexts = Field(
        (),
        max_length=32,
        description="The units that an answer may be in; any that measures the same, if none is listed.",
    )
    missing_unit: Annotated[ExactNumber, Field(ge=0, le=1)] = Field(
        Fraction(0), description="The share of the points for the right number in the key's unit, but without it."
    )

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        one_rule(self.rules())
        return self


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the quantity that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "One number with its unit is expected here.",
    "wrong_figures": WRONG_FIGURES,
    "other_unit": "The value is right, but another unit is asked for.",
    **UNIT_SENTENCES,
}


def check(answer: Node, expected: Node, options: QuantityOptions, assumptions: Assumptions) -> Outcome:
    """The number in the key's unit as close as asked, then the unit as asked."""
    if not is_expression(answer):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "one number with its unit"))
    own_symbols = symbols(expected)

    def rule(value: Node, key: Node, written: Node) -> Outcome:
        return close(value, key, written, options, assumptions)

    outcome = with_units(answer, expected, own_symbols, rule, options.missing_unit)
    unit = unit_of(expected.unit) if isinstance(expected, Quantity) else NOTHING
    given = measured(answer) or by_letters_like(answer, unit, own_symbols)
    if outcome.verdict is not Verdict.CORRECT or given is None or _is_allowed(given, options):
        return outcome
    return incorrect(outcome.evidence, _other_unit(given, options))


def _is_allowed(given: Measured, options: QuantityOptions) -> bool:
    return not options.units or any(given.unit.is_same(unit_of(unit)) for unit in options.units)


def _other_unit(given: Measured, options: QuantityOptions) -> Diagnosis:
    student = f"The value is right; give it in {' or '.join(options.units)}."
    return Diagnosis("other_unit", student, f"{student} The answer is in {given.text}.", (("unit", given.text),))


def _expected(options: QuantityOptions, read: ReadKey) -> Node:
    tree = with_micro(read(options.key), ())
    found = measured(tree) or _letters(tree, options.key) or _angle(tree)
    if found is None:
        raise UnusableKeyError(
            "key_without_unit",
            f"The key “{options.key}” has no unit that is known. Write one behind its number, such as 5 m/s or 3 \\text{{apples}}.",
        )
    for unit in options.units:
        if not unit_of(unit).measures_like(found.unit):
            raise UnusableKeyError("other_units", f"An answer in {unit} cannot be compared with a key in {found.text}.")
    return Quantity(found.value, found.text)


def _letters(tree: Node, written: str) -> Measured | None:
    """Letters as a unit; as one name where they are written as one: ``MJ``."""
    joined = by_letters(tree, (), joined=True)
    return joined if joined is not None and joined.text in written else by_letters(tree, ())


def _angle(tree: Node) -> Measured | None:
    """An angle in degrees, whose sign is read as a function of its number."""
    match tree:
        case Call("degrees", (value,)):
            return Measured(value, "°")
    return None


CHECKER = Checker("quantity", QuantityOptions, Wants.NUMBER, _expected, check, SENTENCES)
