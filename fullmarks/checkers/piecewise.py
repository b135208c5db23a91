"""Piecewise: a function given in pieces, equal to the key on every piece and at every border.

Border: a value at a border may stand in either of two pieces that agree there; any other way to write the function (one formula,
other pieces, absolute values) counts where it is equal everywhere. Conditions that overlap are read in order: the first that holds.
What is compared where, and how, is ``compare.equal``'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Logic, Node, Piecewise, Relation
from fullmarks.outcome import Outcome, incorrect

OTHERWISE = "otherwise"


class PiecewiseOptions(NamedOptions):
    """A function in pieces: ``piecewise: {n < 0: 0, n >= 0: 2^n}``, or its text."""

    key: WrittenKey | Annotated[Mapping[WrittenKey, WrittenKey], Field(min_length=1, max_length=64)] = Field(
        alias="piecewise", description="Value by condition; “otherwise” for all the rest."
    )
    strict: bool = Field(
        default=False,
        description="A value at a border that is missing, or should be, is wrong, though it be one point.",
    )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the function that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "A function is expected here.",
}


def check(answer: Node, expected: Node, options: PiecewiseOptions, assumptions: Assumptions) -> Outcome:
    """Equality on every piece and at every border."""
    if not is_expression(answer):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a function"))
    return outcome_of(equal(answer, expected, replace(assumptions, strict=options.strict)))


def _expected(options: PiecewiseOptions, read: ReadKey) -> Node:
    if isinstance(options.key, str):
        return read(options.key)
    pieces = {condition: read(value) for condition, value in options.key.items()}
    otherwise = pieces.pop(OTHERWISE, None)
    branches = tuple((value, _condition(condition, read)) for condition, value in pieces.items())
    if not branches:
        raise UnusableKeyError("no_pieces", "A function in pieces needs a condition beside “otherwise”.")
    return Piecewise(branches, otherwise)


def _condition(text: str, read: ReadKey) -> Node:
    condition = read(text)
    if not isinstance(condition, Relation | Logic):
        raise UnusableKeyError("no_condition", f"“{text}” is no condition. Write one such as 0 <= n < 7.")
    return condition


CHECKER = Checker("piecewise", PiecewiseOptions, Wants.PIECEWISE, _expected, check, SENTENCES)
