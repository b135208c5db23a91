"""No decimals: every number is written as a whole number, a fraction or a root. ``5.0`` is a decimal, ``1,000`` is not."""

from __future__ import annotations

from fullmarks.checkers.forms.decimals import is_decimal
from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.expr.nodes import Node, Number
from fullmarks.expr.walk import walk


def holds(answer: Node, _expected: Node) -> bool:
    """Whether no number is written as a decimal."""
    return not any(isinstance(node, Number) and is_decimal(node) for node in walk(answer))


FORM = WrittenForm(
    "no decimals",
    holds,
    "This is equal to what is expected, but it should be exact: write fractions or roots, no decimals.",
)
