"""Numeric: a number, exact or as near to the key as the options allow.

The key may be a formula (``1/sqrt(3)``); it is evaluated exactly. Without a tolerance the answer must be equal: ``0.333`` is not
1/3. ``absolute`` and ``relative`` are distances (``tolerance.py``), ``significant figures`` and ``decimal places`` follow the text
as written (``figures.py``), ``range`` allows all numbers from one to another, ends included. A tolerance is decided on exact
fractions or certified enclosures; what lies so near the border that it cannot be told is ``needs_review``.
``50%`` is 1/2, and 50 only where ``percent`` says that the key is a number of percent. Units are converted (``units.py``), and one
is ignored where the key has none; an absolute tolerance is in the key's unit.
``words`` counts whole answers such as ``doubles`` as the key.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.closeness import WRONG_FIGURES, ClosenessOptions, close, one_rule
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.tolerance import bounds, value_shown
from fullmarks.checkers.units import SENTENCES as UNIT_SENTENCES
from fullmarks.checkers.units import with_units, without_percent
from fullmarks.checkers.words import same_words
from fullmarks.checkers.written import ExactNumber, SeveralTexts, WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.expr.nodes import Listing, Node, Number, Symbol, Text
from fullmarks.outcome import Outcome, correct, incorrect, undecided

_BORDER = "The value lies so near the border of what is allowed that it could not be told on which side."
_BITS = 512


class NumericOptions(ClosenessOptions):
    """A number: ``numeric: 2/3``."""

    key: WrittenKey | None = Field(None, alias="numeric", description="The number; a formula is evaluated exactly.")
    range: tuple[ExactNumber, ExactNumber] | None = Field(
        None, description="All numbers from the first to the second count."
    )
    percent: bool = Field(default=False, description="The key is a number of percent: 50 and 50% both answer 50.")
    words: SeveralTexts = Field((), description="Whole answers in words that count as the key.")

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        one_rule((*(("range",) if self.range is not None else ()), *self.rules()))
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
    "wrong_figures": WRONG_FIGURES,
    **UNIT_SENTENCES,
}


def check(answer: Node, expected: Node, options: NumericOptions, assumptions: Assumptions) -> Outcome:
    """The one rule that the options name, or equality."""
    if any(same_words(_words(answer), words) for words in options.words):
        return correct(Evidence(EvidenceKind.PHRASES))

    def rule(value: Node, key: Node, written: Node) -> Outcome:
        return _number(value, key, written, options, assumptions)

    return with_units(answer, expected, assumptions.domains, rule)


def _number(answer: Node, expected: Node, written: Node, options: NumericOptions, assumptions: Assumptions) -> Outcome:
    if options.percent:
        answer, expected = without_percent(answer), without_percent(expected)
    if not is_expression(answer):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "one number"))
    if options.range is not None:
        return _in_range(answer, options)
    return close(answer, expected, written, options, assumptions)


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


def _expected(options: NumericOptions, read: ReadKey) -> Node:
    if options.key is not None:
        return read(options.key)
    return Listing("[", "]", tuple(Number(end) for end in options.range or ()))


CHECKER = Checker("numeric", NumericOptions, Wants.NUMBER, _expected, check, SENTENCES, lambda options: options.words)
