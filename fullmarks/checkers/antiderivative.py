"""Antiderivative: equal to the key up to an added constant.

Border: ``+ C`` may be written or left out, with any letter that the key does not use, unless ``constant: required`` asks for it. Only
what does not depend on ``in`` (the key's symbols, if not said) counts as a constant.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.options import SYMBOLS, NamedOptions
from fullmarks.checkers.up_to import same_up_to_constant, variables_of
from fullmarks.checkers.written import SeveralTexts, WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.expr.nodes import Add, Node, Symbol
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis, Outcome, incorrect


class Constant(StrEnum):
    """Whether the constant must be written."""

    OPTIONAL = "optional"
    REQUIRED = "required"


class AntiderivativeOptions(NamedOptions):
    """An antiderivative: ``antiderivative: x^2/2`` with ``in: x``."""

    key: WrittenKey = Field(alias="antiderivative", description="One antiderivative.")
    variables: Annotated[SeveralTexts | None, SYMBOLS] = Field(
        None, alias="in", description="What it is a function of; the key's symbols if not said."
    )
    constant: Constant = Field(Constant.OPTIONAL, description="Whether an arbitrary constant must be written.")


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not an antiderivative of the function.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "One expression is expected here.",
    "missing_constant": "The constant of integration is missing.",
}


def check(answer: Node, expected: Node, options: AntiderivativeOptions, assumptions: Assumptions) -> Outcome:
    """The difference must not depend on the variables."""
    if not is_expression(answer):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "one expression"))
    known = variables_of(expected, assumptions)
    variables = frozenset(options.variables) if options.variables is not None else known
    comparison = same_up_to_constant(answer, expected, variables, assumptions)
    if comparison.equal and options.constant is Constant.REQUIRED and not symbols(answer) - known:
        sentence = SENTENCES["missing_constant"]
        return incorrect(comparison.evidence, Diagnosis("missing_constant", sentence, sentence))
    return outcome_of(comparison)


def _without_constant(answer: Node, expected: Node) -> Node:
    """The answer without a letter that it adds and the key does not have."""
    if not isinstance(answer, Add):
        return answer
    terms = tuple(
        term for term in answer.terms if not (isinstance(term, Symbol) and term.name not in symbols(expected))
    )
    return answer if not terms else terms[0] if len(terms) == 1 else Add(terms)


def _expected(options: AntiderivativeOptions, read: ReadKey) -> Node:
    return read(options.key)


CHECKER = Checker(
    "antiderivative",
    AntiderivativeOptions,
    Wants.EXPRESSION,
    _expected,
    check,
    SENTENCES,
    own_letters=True,
    to_explain=_without_constant,
)
