"""Letters beside a number as a unit: ``5 m/s``, read as a product, where something else says that a unit is meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fullmarks.compare.measured import Measured, whole
from fullmarks.compare.units import is_unit_name
from fullmarks.expr.nodes import Call, Divide, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.expr.walk import symbols


def by_letters(tree: Node, declared: Collection[str]) -> Measured | None:
    """A number times letters that are all names of units, as ``5 m/s`` is read; None for any other tree."""
    found = _letters(tree, declared)
    if found is None or found.number is None or not found.unit:
        return None
    return Measured(found.number, found.unit, letters=True)


@dataclass(frozen=True, slots=True)
class _Letters:
    """A product of a number, if there is one, and of letters that are units, if there are any."""

    number: Node | None
    unit: str


def _letters(tree: Node, declared: Collection[str]) -> _Letters | None:
    match tree:
        case Symbol(name):
            return _Letters(None, name) if name not in declared and is_unit_name(name) else None
        case Multiply((Call("degrees", (value,)), Symbol("C" | "F" as scale))) if scale not in declared:
            return _Letters(value, f"°{scale}")  # ° was read before its letter
        case Negate(operand):
            inner = _letters(operand, declared)
            return None if inner is None or inner.number is None else _Letters(Negate(inner.number), inner.unit)
        case Multiply(factors):
            return _joined([_letters(factor, declared) for factor in factors])
        case Divide(numerator, denominator):
            return _divided(_letters(numerator, declared), _letters(denominator, declared))
        case Power(base, exponent) if symbols(base):
            inner, power = _letters(base, declared), whole(exponent)
            if inner is None or inner.number is not None or power is None:
                return None
            return _Letters(
                None, f"({inner.unit})^{power}" if "*" in inner.unit or "/" in inner.unit else f"{inner.unit}^{power}"
            )
    return None if symbols(tree) else _Letters(tree, "")


def _joined(factors: Sequence[_Letters | None]) -> _Letters | None:
    known = [factor for factor in factors if factor is not None]
    if len(known) < len(factors):
        return None
    numbers = tuple(factor.number for factor in known if factor.number is not None)
    number = None if not numbers else numbers[0] if len(numbers) == 1 else Multiply(numbers)
    return _Letters(number, "*".join(factor.unit for factor in known if factor.unit))


def _divided(above: _Letters | None, below: _Letters | None) -> _Letters | None:
    if above is None or below is None:
        return None
    number = above.number
    if below.number is not None:
        number = Divide(Number(Fraction(1)) if number is None else number, below.number)
    if not below.unit:
        return _Letters(number, above.unit)
    unit = f"({below.unit})" if "*" in below.unit or "/" in below.unit else below.unit
    return _Letters(number, f"{above.unit or 1}/{unit}")
