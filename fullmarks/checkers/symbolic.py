"""Symbolic: one expression that must be equal to the key everywhere on the domain of its symbols.

Border: any expression that is equal counts, however it is written, unless ``form`` asks for a form; ``in_terms_of`` allows
only some symbols; ``up_to`` allows an added constant or a constant factor (of the key's symbols; further letters such as ``C``
count as constants). A list, a matrix, a statement or words are never one expression. Units are converted; one that the key
has not is set aside.
Equality and its evidence are ``compare.equal``'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.constants import equal_but_for_names
from fullmarks.checkers.forms.registry import FORMS, FormName
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.options import SYMBOLS, NamedOptions
from fullmarks.checkers.units import SENTENCES as UNIT_SENTENCES
from fullmarks.checkers.units import unit_mistake
from fullmarks.checkers.up_to import same_up_to_constant, same_up_to_factor, variables_of
from fullmarks.checkers.vectors import in_unit_vectors, vector_of
from fullmarks.checkers.written import SeveralTexts, WrittenKey, as_several
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.matching import weakest
from fullmarks.compare.units.quantities import noted, side_by_side_in_letters
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis, Outcome, incorrect


class UpTo(StrEnum):
    """What two expressions may differ by."""

    CONSTANT = "constant"
    FACTOR = "factor"


class SymbolicOptions(NamedOptions):
    """One expression: ``symbolic: 2 c d_out^2 d_in``."""

    key: WrittenKey = Field(alias="symbolic", description="What the answer must be equal to.")
    form: Annotated[
        tuple[FormName, ...], BeforeValidator(as_several, json_schema_input_type=FormName | tuple[FormName, ...])
    ] = Field((), description="How the answer must be written: one form, or a list of them.")
    in_terms_of: Annotated[SeveralTexts | None, SYMBOLS] = Field(
        None, description="The only symbols that the answer may use."
    )
    up_to: UpTo | None = Field(None, description="An added constant or a constant factor that does not matter.")


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not equal to what is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "One expression is expected here.",
    "wrong_form": "This is equal to what is expected, but another form of it is asked for.",
    "other_symbols": "The answer uses a symbol that it should not need.",
    **UNIT_SENTENCES,
}


def check(answer: Node, expected: Node, options: SymbolicOptions, assumptions: Assumptions) -> Outcome:
    """Equality first, then what is asked of the way the answer is written."""
    if not is_expression(answer) and is_expression(expected):
        if (along_axes := _same_vector(answer, expected, assumptions)) is not None:
            return outcome_of(along_axes)
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "one expression"))
    comparison = _compare(answer, expected, options, assumptions)
    outcome = outcome_of(comparison)
    if comparison.equal is False and (pair := side_by_side_in_letters(answer, expected, assumptions.domains)):
        comparison = equal(pair.value, pair.expected, assumptions)
        outcome = outcome_of(replace(comparison, evidence=noted(comparison.evidence, pair)))
    if comparison.equal is False and (
        mistake := unit_mistake(answer, expected, assumptions.domains, _same(options, assumptions))
    ):
        return outcome.explained(mistake)
    if not comparison.equal:
        return outcome
    mistake = _other_symbols(answer, options) or _wrong_form(answer, expected, options)
    return incorrect(comparison.evidence, mistake) if mistake else outcome


def _same_vector(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """``(3, 4)`` for a key of ``3 î + 4 ĵ``; None where the key has no unit vectors, or the answer is no vector."""
    given = vector_of(answer) if any(name.endswith("_hat") for name in symbols(expected)) else None
    wanted = None if given is None else in_unit_vectors(expected, len(given))
    if given is None or wanted is None:
        return None
    return weakest([equal(mine, theirs, assumptions) for mine, theirs in zip(given, wanted, strict=True)])


def _same(options: SymbolicOptions, assumptions: Assumptions) -> Callable[[Node, Node], bool]:
    return lambda one, other: _compare(one, other, options, assumptions).equal is True


def _compare(answer: Node, expected: Node, options: SymbolicOptions, assumptions: Assumptions) -> Comparison:
    if options.up_to is None:
        return equal_but_for_names(answer, expected, assumptions)
    if options.up_to is UpTo.CONSTANT:
        return same_up_to_constant(answer, expected, variables_of(expected, assumptions), assumptions)
    return same_up_to_factor(answer, expected, symbols(expected), assumptions)


def _other_symbols(answer: Node, options: SymbolicOptions) -> Diagnosis | None:
    other = sorted(symbols(answer) - set(options.in_terms_of or ())) if options.in_terms_of is not None else []
    if not other:
        return None
    sentence = f"The answer should be in terms of {', '.join(options.in_terms_of or ()) or 'no symbols'} alone; it uses {', '.join(other)}."
    return Diagnosis("other_symbols", sentence, sentence, (("symbols", ", ".join(other)),))


def _wrong_form(answer: Node, expected: Node, options: SymbolicOptions) -> Diagnosis | None:
    for name in options.form:
        form = FORMS[name]
        if not form.holds(answer, expected):
            return Diagnosis(
                "wrong_form", form.sentence, f"Equal to the key, but not in the form “{name}”.", (("form", name),)
            )
    return None


def _expected(options: SymbolicOptions, read: ReadKey) -> Node:
    return read(options.key)


CHECKER = Checker("symbolic", SymbolicOptions, Wants.EXPRESSION, _expected, check, SENTENCES)
