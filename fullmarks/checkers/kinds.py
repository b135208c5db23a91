"""What kind of thing an answer is, in a teacher's words, and the explanations when that is not what was asked for."""

from __future__ import annotations

from fullmarks.expr.nodes import (
    Constant,
    Listing,
    Logic,
    Matrix,
    Node,
    Piecewise,
    Relation,
    SetOperation,
    Text,
)
from fullmarks.outcome import Diagnosis

WRONG_KIND = "wrong_kind"
WRONG_SHAPE = "wrong_shape"

SETS = frozenset({"emptyset", "reals", "integers", "naturals", "rationals", "complexes"})
"""Constants that name a set."""


_CLOSING = {"(": ")", "[": "]"}
_BRACKETS = {"(": " in round brackets", "[": " in square brackets"}


def describe(node: Node) -> str:
    """What a tree is: ``a list of 3 things``, ``a 2×3 matrix``, ``an equation``, ``one expression``."""
    match node:
        case Listing("{", _, items):
            return f"a set of {_things(len(items))}"
        case Listing("[" | "(" as opening, closing, _) if closing != _CLOSING[opening]:
            return "an interval"
        case Listing(opening, _, items):
            return f"a list of {_things(len(items))}{_BRACKETS.get(opening, '')}"
        case Matrix(rows):
            return f"a {len(rows)}×{len(rows[0])} matrix"
        case Relation(_, operators):
            return "an equation" if set(operators) <= {"="} else "a statement with " + " and ".join(_signs(operators))
        case Logic():
            return "several statements"
        case SetOperation():
            return "a combination of sets"
        case Piecewise():
            return "a function in pieces"
        case Text():
            return "a text in words"
        case Constant(name) if name in SETS:
            return "a set"
        case _:
            return "one expression"


def is_expression(node: Node) -> bool:
    """Whether a tree has one value, be it given in pieces: no list, matrix, statement, set or words."""
    return describe(node) in ("one expression", "a function in pieces")


def wrong_kind(answer: Node, wanted: str) -> Diagnosis:
    """``wanted`` says what is asked for, with its article: ``one expression``, ``a matrix``."""
    this_is = "These are" if isinstance(answer, Logic) else "This is"
    sentence = f"{this_is} {describe(answer)}; {wanted} is expected."
    return Diagnosis(WRONG_KIND, sentence, sentence, (("answer", describe(answer)), ("expected", wanted)))


def wrong_shape(answer: str, expected: str, hint: str = "") -> Diagnosis:
    """Both shapes in words, each with its article: ``a 4×5 matrix``."""
    sentence = f"This is {answer}; {expected} is expected.{' ' + hint if hint else ''}"
    return Diagnosis(WRONG_SHAPE, sentence, sentence, (("answer", answer), ("expected", expected)))


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"


def _signs(operators: tuple[str, ...]) -> tuple[str, ...]:
    shown = {"<=": "≤", ">=": "≥", "!=": "≠", "in": "∈", "approx": "≈", "proportional": "∝", "subset": "⊂", "to": "→"}
    return tuple(dict.fromkeys(shown.get(operator, operator) for operator in operators))
