"""Whether a decimal, as it was written, is a number rounded or cut off to that many places."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.compare.values import enclosure, rational
from fullmarks.expr.nodes import Listing, Negate, Node, Number, Quantity
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen
from fullmarks.regex import regex

_WRITTEN = regex(r"\d*\.?(?P<places>\d*)(?:[eE](?P<exponent>[+-]?\d{1,4}))?")
_BITS = 256
_CLOSE = 3


@frozen
class Decimal:
    """A decimal's value, and the unit of its last written place."""

    value: Fraction
    unit: Fraction

    @property
    def figures(self) -> int:
        """How many significant figures were written."""
        return len(str(int(abs(self.value) / self.unit)))


def decimal(node: Node) -> Decimal | None:
    """A number written with a decimal point or a power of ten, or a whole number; None for anything else, and for zero."""
    if isinstance(node, Negate):
        inner = decimal(node.operand)
        return None if inner is None else Decimal(-inner.value, inner.unit)
    if not isinstance(node, Number) or node.spelling is None or not node.value:
        return None
    match = _WRITTEN.fullmatch(node.spelling)
    if match is None:
        return None
    return Decimal(node.value, Fraction(10) ** (int(match["exponent"] or 0) - len(match["places"])))


def is_rounded_closely(answer: Node, exact: Node) -> bool:
    """Whether an answer is a decimal of some figures that a constant is rounded to: what nobody writes by chance."""
    if symbols(exact) or isinstance(exact, Listing | Quantity):
        return False
    written = decimal(answer)
    return written is not None and written.figures >= _CLOSE and is_rounded(written, exact)


def is_rounded(written: Decimal, exact: Node) -> bool:
    """Whether a constant, which is no whole number, is within half a unit of the decimal, or is cut off to it."""
    value = rational(exact)
    if value is not None and value.denominator == 1:
        return False
    ends = (value, value) if value is not None else enclosure(exact, _BITS)
    if ends is None:
        return False
    off = [abs(written.value - end) for end in ends]
    rounded = max(off) <= written.unit / 2
    cut = max(off) < written.unit and all(abs(written.value) <= abs(end) and written.value * end > 0 for end in ends)
    return (rounded or cut) and written.value != value
