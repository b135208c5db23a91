"""Which numbers were written as decimals."""

from __future__ import annotations

from fullmarks.expr.nodes import Number


def is_decimal(number: Number) -> bool:
    """Whether a number was written with a decimal point, a decimal comma or a power of ten below the units."""
    spelling = number.spelling or ""
    return "." in spelling or (number.value.denominator != 1 and ("," in spelling or "e" in spelling.lower()))
