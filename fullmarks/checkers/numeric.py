"""Numeric: a number, exact or as near to the key as the options allow.

The key may be a formula (``1/sqrt(3)``); it is evaluated exactly. Without a tolerance the answer must be equal: ``0.333`` is not
1/3. ``absolute`` and ``relative`` are distances (``tolerance.py``), ``significant figures`` and ``decimal places`` follow the text
as written (``figures.py``), ``range`` allows all numbers from one to another, ends included. A tolerance is decided on exact
fractions or certified enclosures; what lies so near the border that it cannot be told is ``needs_review``.
``50%`` is 1/2, and 50 only where ``percent`` says that the key is a number of percent. A unit is ignored where the key has none.
``words`` counts whole answers such as ``doubles`` as the key.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.figures import Figures, Rule, figures, half_place, half_unit
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.outcome import Diagnosis, Outcome, correct, incorrect, undecided
from fullmarks.checkers.tolerance import Tolerance, ToleranceOptions, bounds, compare_within, value_shown
from fullmarks.checkers.units import missing_unit, other_unit, without_percent, without_units
from fullmarks.checkers.words import same_words
from fullmarks.checkers.written import ExactNumber, WrittenKey, as_several
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Listing, Node, Number, Symbol, Text
from fullmarks.expr.walk import symbols

_BORDER = "The value lies so near the border of what is allowed that it could not be told on which side."
_BITS = 512


class NumericOptions(ToleranceOptions):
    """A number: ``numeric: 2/3``."""

    key: WrittenKey | None = Field(None, alias="numeric", description="The number; a formula is evaluated exactly.")
    significant_figures: int | None = Field(
        None, ge=1, le=100, description="Figures that the answer must have, and agree in."
    )
    decimal_places: int | None = Field(
        None, ge=0, le=100, description="Places after the point that the answer must have, and agree in."
    )
    figures: Rule = Field(
        Rule.LIBERAL, description="Whether figures must be exactly as many (strict) or at least (liberal)."
    )
    range: tuple[ExactNumber, ExactNumber] | None = Field(
        None, description="All numbers from the first to the second count."
    )
    percent: bool = Field(default=False, description="The key is a number of percent: 50 and 50% both answer 50.")
    words: Annotated[tuple[str, ...], BeforeValidator(as_several)] = Field(
        (), description="Whole answers in words that count as the key."
    )

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        rules = {
            "range": self.range,
            "significant figures": self.significant_figures,
            "decimal places": self.decimal_places,
            "a tolerance": self.tolerance,
        }
        given = [name for name, value in rules.items() if value is not None]
        if len(given) > 1:
            raise ValueError(f"{' and '.join(given)} cannot be asked for together. Keep one of them.")
        if self.key is None and self.range is None:
            raise ValueError("A number needs a key, or a range.")
        if self.range is not None and self.range[0] > self.range[1]:
            raise ValueError("The range's first number is greater than its second. Write the smaller one first.")
        return self


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the number that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "One number is expected here.",
    "wrong_figures": "The value is right, but not written with as many figures as asked for.",
    "missing_unit": "The unit is missing.",
}


def check(answer: Node, expected: Node, options: NumericOptions, assumptions: Assumptions) -> Outcome:
    """The one rule that the options name, or equality."""
    if any(same_words(_words(answer), words) for words in options.words):
        return correct(Evidence(EvidenceKind.PHRASES))
    if mistake := missing_unit(answer, expected):
        return incorrect(Evidence(EvidenceKind.EXACT), mistake)
    if note := other_unit(answer, expected):
        return undecided(note)
    answer, expected = without_units(answer, expected)
    if options.percent:
        answer, expected = without_percent(answer), without_percent(expected)
    if not is_expression(answer):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "one number"))
    if options.range is not None:
        return _in_range(answer, options)
    if symbols(answer):
        return outcome_of(equal(answer, expected, assumptions))
    if options.significant_figures is not None or options.decimal_places is not None:
        return _by_figures(answer, expected, options, assumptions)
    return outcome_of(compare_within(answer, expected, options.tolerance, assumptions))


def _words(answer: Node) -> str:
    match answer:
        case Text(words) | Symbol(words):
            return words
        case _:
            return ""


def _in_range(answer: Node, options: NumericOptions) -> Outcome:
    if options.range is None or (value := bounds(answer, _BITS)) is None:
        return incorrect(Evidence(EvidenceKind.EXACT))
    least, most = options.range
    evidence = Evidence(EvidenceKind.TOLERANCE, values=(value_shown(answer), f"{least} to {most}"))
    if least <= value[0] and value[1] <= most:
        return correct(evidence)
    return incorrect(evidence) if value[1] < least or value[0] > most else undecided(_BORDER)


def _by_figures(answer: Node, expected: Node, options: NumericOptions, assumptions: Assumptions) -> Outcome:
    if options.significant_figures is not None:
        half = half_unit(expected, options.significant_figures)
    else:
        half = half_place(options.decimal_places or 0)
    comparison = compare_within(answer, expected, Tolerance(half) if half is not None else None, assumptions)
    if not comparison.equal or _enough(figures(answer), options):
        return outcome_of(comparison)
    return incorrect(comparison.evidence, _wrong_figures(figures(answer), options))


def _enough(written: Figures | None, options: NumericOptions) -> bool:
    if written is None:
        return options.figures is Rule.LIBERAL
    if options.significant_figures is not None:
        return written.has_figures(options.significant_figures, options.figures)
    return written.has_places(options.decimal_places or 0, options.figures)


def _wrong_figures(written: Figures | None, options: NumericOptions) -> Diagnosis:
    if options.significant_figures is not None:
        asked = _counted(options.significant_figures, "significant figure")
        has = (
            "no decimal"
            if written is None
            else str(written.least)
            if written.least == written.most
            else f"{written.least} to {written.most}"
        )
    else:
        asked = _counted(options.decimal_places or 0, "decimal place")
        has = "no decimal" if written is None else str(written.places)
    student = f"The value is right; write it with {'' if options.figures is Rule.STRICT else 'at least '}{asked}."
    return Diagnosis("wrong_figures", student, f"{student} The answer has {has}.", (("asked", asked), ("written", has)))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _expected(options: NumericOptions, read: ReadKey) -> Node:
    if options.key is not None:
        return read(options.key)
    return Listing("[", "]", tuple(Number(end) for end in options.range or ()))


CHECKER = Checker("numeric", NumericOptions, Wants.NUMBER, _expected, check, SENTENCES, lambda options: options.words)
