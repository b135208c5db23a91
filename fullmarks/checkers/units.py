"""Units and percent signs beside a number: set aside where the key has none, and asked for where it has one.

Where both have a unit written alike the numbers are compared; units written otherwise are for a person.
"""

from __future__ import annotations

from fullmarks.checkers.outcome import Diagnosis
from fullmarks.expr.nodes import Negate, Node, Percent, Quantity
from fullmarks.expr.walk import symbols


def without_units(answer: Node, expected: Node) -> tuple[Node, Node]:
    """Both without units where the answer's unit is the key's, or the key has none."""
    match answer, expected:
        case Quantity(value, unit), Quantity(expected_value, expected_unit) if unit == expected_unit:
            return value, expected_value
        case Quantity(), Quantity():
            return answer, expected
        case Quantity(value, _), _:
            return value, expected
        case Negate(Quantity(value, _)), _ if not isinstance(expected, Quantity):
            return Negate(value), expected
        case _:
            return answer, expected


def other_unit(answer: Node, expected: Node) -> str | None:
    """Why the numbers of two units that are written otherwise cannot be compared."""
    if isinstance(expected, Quantity) and isinstance(answer, Quantity) and answer.unit != expected.unit:
        return f"The answer is in {answer.unit}, the key in {expected.unit}: units are not converted."
    return None


def missing_unit(answer: Node, expected: Node) -> Diagnosis | None:
    """Explains an answer without a unit where the key has one."""
    if isinstance(expected, Quantity) and not isinstance(answer, Quantity) and not symbols(answer):
        sentence = "The unit is missing."
        return Diagnosis("missing_unit", sentence, f"The key is in {expected.unit}; the answer has no unit.")
    return None


def without_percent(node: Node) -> Node:
    """A number of percent: ``50%`` and ``50`` are both 50."""
    match node:
        case Percent(operand):
            return operand
        case Negate(Percent(operand)):
            return Negate(operand)
        case _:
            return node
