"""Equation: satisfied by the same values as the key, or the same up to a constant factor, or the same two sides.

Border: ``y = 2x + 1`` is ``2x - y + 1 = 0`` is ``4x - 2y = -2``; by its solutions ``x² = 4`` is ``x = ±2``, which ``up to: factor`` does
not allow; ``up to: nothing`` asks for the same two sides, either way round. An expression without ``=`` is no equation.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of, together
from fullmarks.checkers.constants import equal_but_for_names
from fullmarks.checkers.kinds import wrong_kind
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.relations import difference, steps
from fullmarks.checkers.up_to import same_up_to_factor
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Logic, Node, Relation
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Outcome, incorrect


class UpTo(StrEnum):
    """What two equations may differ by."""

    SOLUTIONS = "solutions"
    FACTOR = "factor"
    NOTHING = "nothing"


class EquationOptions(NamedOptions):
    """An equation: ``equation: y = 2x + 1``."""

    key: WrittenKey = Field(alias="equation", description="The equation.")
    up_to: UpTo = Field(
        UpTo.SOLUTIONS,
        description="Anything that keeps the solutions, a constant factor, or nothing: the same two sides.",
    )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the equation that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "An equation is expected here.",
}


def check(answer: Node, expected: Node, options: EquationOptions, assumptions: Assumptions) -> Outcome:
    """As close as the options ask for."""
    if not isinstance(answer, Relation | Logic):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "an equation"))
    given, wanted = _sides(answer), _sides(expected)
    if options.up_to is UpTo.SOLUTIONS or wanted is None:
        return outcome_of(equal_but_for_names(answer, expected, assumptions))
    if given is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "one equation"))
    if options.up_to is UpTo.NOTHING:
        return outcome_of(_same_sides(given, wanted, assumptions))
    ours, theirs = difference(*given), difference(*wanted)
    return outcome_of(same_up_to_factor(ours, theirs, symbols(ours) | symbols(theirs), assumptions))


def _sides(node: Node) -> tuple[Node, Node] | None:
    """Both sides of one equation; None for a chain or for alternatives."""
    parts = steps(node)
    return (parts[0][0], parts[0][2]) if len(parts) == 1 and parts[0][1] == "=" else None


def _same_sides(given: tuple[Node, Node], wanted: tuple[Node, Node], assumptions: Assumptions) -> Comparison:
    straight = together(equal(one, other, assumptions) for one, other in zip(given, wanted, strict=True))
    if straight.equal:
        return straight
    crossed = together(equal(one, other, assumptions) for one, other in zip(given, reversed(wanted), strict=True))
    return straight if crossed.equal is False else crossed


def _expected(options: EquationOptions, read: ReadKey) -> Node:
    tree = read(options.key)
    if not isinstance(tree, Relation | Logic):
        raise UnusableKeyError(
            "key_is_no_equation", f"The key “{options.key}” is no equation. Write both of its sides."
        )
    return tree


CHECKER = Checker("equation", EquationOptions, Wants.RELATION, _expected, check, SENTENCES)
