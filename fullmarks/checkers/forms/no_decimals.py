"""No decimals: every number is written as a whole number, a fraction or a root. ``5.0`` is a decimal, ``1,000`` is not."""

from __future__ import annotations

from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.expr.nodes import Node, Number
from fullmarks.expr.walk import walk


def holds(answer: Node, _expected: Node) -> bool:
    """Whether no number is written as a decimal."""
    return not any(isinstance(node, Number) and is_decimal(node) for node in walk(answer))


def is_decimal(number: Number) -> bool:
    """Whether a number was written with a decimal point, a decimal comma or a power of ten below the units."""
    spelling = number.spelling or ""
    return "." in spelling or (number.value.denominator != 1 and ("," in spelling or "e" in spelling.lower()))


FORM = WrittenForm(
    "no decimals",
    holds,
    "This is equal to what is expected, but it should be exact: write fractions or roots, no decimals.",
)
