"""Expanded: a sum of products, with no bracket left to multiply out.

A sum may stand in a denominator, under a root or in a function's argument; ``(x + 1)/2`` is not expanded, ``x/2 + 1/2`` is.
Like terms need not be collected.
"""

from __future__ import annotations

from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.expr.nodes import Add, Divide, Multiply, Negate, Node, Number, Power


def holds(answer: Node, _expected: Node) -> bool:
    """Whether no bracket is left to multiply out."""
    match answer:
        case Add(terms):
            return all(holds(term, _expected) for term in terms)
        case _:
            return _is_product(answer)


def _is_product(node: Node) -> bool:
    """Whether a term is a product of things that are no sums."""
    match node:
        case Add():
            return False
        case Multiply(factors):
            return all(_is_product(factor) for factor in factors)
        case Negate(operand):
            return _is_product(operand)
        case Divide(numerator, _):
            return _is_product(numerator)
        case Power(base, Number(exponent)) if exponent.denominator == 1 and exponent > 0:
            return _is_product(base)
        case _:
            return True


FORM = WrittenForm(
    "expanded", holds, "This is equal to what is expected, but it is not expanded: multiply out the brackets."
)
