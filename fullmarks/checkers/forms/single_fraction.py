"""A single fraction: no sum with a fraction among its terms, and no fraction inside a fraction.

``x/2 + 1`` and ``(1/x)/y`` are none; ``(x + 2)/2``, ``½x``, ``-1/3`` and what has no fraction at all are. A negative power
counts as a fraction.
"""

from __future__ import annotations

from fullmarks.checkers.forms.decimals import is_decimal
from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.expr.nodes import Divide, Multiply, Negate, Node, Number, Power
from fullmarks.expr.walk import walk


def holds(answer: Node, _expected: Node) -> bool:
    """Whether there is one fraction at most."""
    match answer:
        case Negate(operand):
            return holds(operand, _expected)
        case Divide(numerator, denominator):
            return not _has_fraction(numerator) and not _has_fraction(denominator)
        case Multiply(factors):
            split = [factor for factor in factors if _has_fraction(factor)]
            return not split or (len(split) == 1 and holds(split[0], _expected))
        case Power():
            return not _has_fraction(answer) or (_is_fraction(answer) and not _has_fraction(answer.base))
        case _:
            return not _has_fraction(answer)


def _has_fraction(node: Node) -> bool:
    return any(_is_fraction(part) for part in walk(node))


def _is_fraction(node: Node) -> bool:
    match node:
        case Divide():
            return True
        case Power(_, Negate()):
            return True
        case Power(_, Number(exponent)):
            return exponent < 0
        case Number(value):
            return value.denominator != 1 and not is_decimal(node)
        case _:
            return False


FORM = WrittenForm(
    "single fraction", holds, "This is equal to what is expected, but it should be written as one fraction."
)
