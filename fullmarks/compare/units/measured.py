"""A value with its unit: written so, or calculated from such values (``2 · 5 cm``, ``5 m + 30 cm``, ``5 ft 4 in``, ``6 kg · m/s^2``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.unit import NOTHING, TEMPERATURE, Unit, converted
from fullmarks.expr.nodes import Add, Call, Divide, Multiply, Negate, Node, Number, Power, Quantity, Text
from fullmarks.expr.walk import contains
from fullmarks.records import frozen

_ONE = Number(Fraction(1))


@frozen
class Measured:
    """A value with its unit; ``letters`` where the unit was read from letters beside the number."""

    value: Node
    text: str
    letters: bool = False

    @property
    def unit(self) -> Unit:
        """Looked up when it is needed: the same words need no worth."""
        return unit_of(self.text) if self.text else NOTHING


def has_units(tree: Node) -> bool:
    """Whether a unit stands anywhere in the tree."""
    return contains(tree, Quantity)


def measured(tree: Node) -> Measured | None:
    """A value with one unit: written so, or a product, quotient, power or sum of such; None for anything else."""
    found = _measure(tree)
    return found if found is not None and found.text else None


def _measure(tree: Node) -> Measured | None:
    """A value with its unit, which is empty where it has none; None where its units are not one."""
    match tree:
        case Negate(operand):
            inner = _measure(operand)
            return inner and replace(inner, value=Negate(inner.value))
        case Multiply(factors):
            return _product([_measure(factor) for factor in factors])
        case Divide(numerator, Text(words)):
            return _quotient(_measure(numerator), Measured(_ONE, words))
        case Divide(numerator, denominator):
            return _quotient(_measure(numerator), _measure(denominator))
        case Power(base, exponent):
            return _power(_measure(base), exponent)
        case Add(terms):
            return _sum([_measure(term) for term in terms])
        case Quantity(Call("degrees", (value,)), text) if unit_of(text).dimensions == TEMPERATURE:
            return Measured(value, text)  # ``25° Celsius``
        case Quantity(Negate(operand), text):
            inner = _measure(Quantity(operand, text))
            return inner and replace(inner, value=Negate(inner.value))
        case Quantity(Multiply((first, rest)), text) if has_units(first):
            return _mixed(_measure(first), Measured(rest, text))
        case Quantity(value, text):
            inner = _measure(value)
            return _product([inner, Measured(_ONE, text)]) if inner and inner.text else _plain(value, text)
    return _plain(tree, "")


def _plain(value: Node, text: str) -> Measured | None:
    return None if has_units(value) else Measured(value, text)


def _mixed(first: Measured | None, rest: Measured) -> Measured | None:
    """``5 ft 4 in``, a sum where the second unit is a smaller one of the same kind; else a product."""
    if first is None or has_units(rest.value):
        return None
    one, other = first.unit, rest.unit
    if one.measures_like(other) and one.factor > other.factor:
        return _sum([first, rest])
    return _product([first, rest])


def _product(factors: Sequence[Measured | None]) -> Measured | None:
    known = [factor for factor in factors if factor is not None]
    if len(known) < len(factors):
        return None
    units = [factor for factor in known if factor.text]
    value = Multiply(tuple(factor.value for factor in known))
    if len(units) <= 1:
        return Measured(value, units[0].text if units else "")
    return _calculated(value, "*".join(f"({factor.text})" for factor in units), units)


def _quotient(above: Measured | None, below: Measured | None) -> Measured | None:
    if above is None or below is None:
        return None
    value = Divide(above.value, below.value)
    if not below.text:
        return Measured(value, above.text)
    return _calculated(value, f"({above.text or 1})/({below.text})", [above, below])


def _power(base: Measured | None, exponent: Node) -> Measured | None:
    if base is None or has_units(exponent):
        return None
    value = Power(base.value, exponent)
    if not base.text:
        return Measured(value, "")
    power = whole(exponent)
    return _calculated(value, f"({base.text})^{power}", [base]) if power is not None else None


def _sum(terms: Sequence[Measured | None]) -> Measured | None:
    """All in the first one's unit; a term without a unit beside one with a unit is neither."""
    known = [term for term in terms if term is not None]
    if len(known) < len(terms) or any(bool(term.text) != bool(known[0].text) for term in known):
        return None
    first = known[0]
    if all(term.text == first.text for term in known):
        return Measured(Add(tuple(term.value for term in known)), first.text)
    if not all(term.unit.measures_like(first.unit) for term in known):
        return None
    return _calculated(Add(tuple(converted(term.value, term.unit, first.unit) for term in known)), first.text, known)


def _calculated(value: Node, text: str, parts: Sequence[Measured]) -> Measured | None:
    """Only units that count from zero are calculated with: twice 20 °C is not 40 °C."""
    return None if any(part.unit.zero for part in parts) else Measured(value, text)


def whole(exponent: Node) -> int | None:
    """An exponent that is a whole number as it is written; None for any other."""
    match exponent:
        case Number(value) if value.denominator == 1:
            return int(value)
        case Negate(Number(value)) if value.denominator == 1:
            return -int(value)
    return None
