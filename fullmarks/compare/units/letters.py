"""Letters beside a number as a unit: ``5 m/s``, read as a product, where something else says that a unit is meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from fullmarks.compare.units.grammar import is_unit_name
from fullmarks.compare.units.measured import Measured, whole
from fullmarks.expr.nodes import Call, Divide, Multiply, Negate, Node, Number, Power, Quantity, Symbol
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen


def by_letters(tree: Node, declared: Collection[str], *, joined: bool = False) -> Measured | None:
    """A number times letters that are all names of units, as ``5 m/s`` is read; None for any other tree.

    ``joined`` reads a letter and the next as one name wherever they can be: ``m N`` as millinewtons.
    """
    found = _letters(tree, declared, joined=joined)
    if found is None or found.number is None or not found.unit:
        return None
    return Measured(found.number, found.unit, letters=True)


@frozen
class _Letters:
    """A product of a number, if there is one, and of letters that are units, if there are any."""

    number: Node | None
    unit: str


def _letters(tree: Node, declared: Collection[str], *, joined: bool) -> _Letters | None:
    match tree:
        case Symbol(name):
            return _Letters(None, name) if name not in declared and is_unit_name(name) else None
        case Multiply((Call("degrees", (value,)), Symbol("C" | "F" as scale))) if scale not in declared:
            return _Letters(value, f"°{scale}")  # ° was read before its letter
        case Negate(operand):
            inner = _letters(operand, declared, joined=joined)
            return None if inner is None or inner.number is None else _Letters(Negate(inner.number), inner.unit)
        case Multiply(factors):
            return _joined(
                [
                    _letters(factor, declared, joined=joined)
                    for factor in _with_prefixes(factors, declared, joined=joined)
                ]
            )
        case Divide(numerator, denominator):
            return _divided(
                _letters(numerator, declared, joined=joined), _letters(denominator, declared, joined=joined)
            )
        case Power(base, exponent) if symbols(base):
            inner, power = _letters(base, declared, joined=joined), whole(exponent)
            if inner is None or inner.number is not None or power is None:
                return None
            return _Letters(
                None, f"({inner.unit})^{power}" if "*" in inner.unit or "/" in inner.unit else f"{inner.unit}^{power}"
            )
    return None if symbols(tree) else _Letters(tree, "")


_LONGEST_RUN = 4


def _with_prefixes(factors: Sequence[Node], declared: Collection[str], *, joined: bool) -> list[Node]:
    """The factors with ``k Ω`` and ``μ m`` as one name each, where the first letter is no unit and both together are."""
    if joined:
        return _with_runs(factors, declared)
    found: list[Node] = []
    for factor in factors:
        match found[-1:], factor:
            case [Symbol(prefix)], Symbol(name) if _is_prefixed(prefix, name, declared):
                found[-1] = Symbol(prefixed(prefix, name))
            case _:
                found.append(factor)
    return found


def _with_runs(factors: Sequence[Node], declared: Collection[str]) -> list[Node]:
    """The factors with each run of names that is the name of a unit as one: ``M J``, ``k P a``."""
    found: list[Node] = []
    place = 0
    while place < len(factors):
        run = _run(factors[place : place + _LONGEST_RUN], declared)
        found.append(factors[place] if run is None else Symbol(run[0]))
        place += 1 if run is None else run[1]
    return found


def _run(factors: Sequence[Node], declared: Collection[str]) -> tuple[str, int] | None:
    """The longest run of names from the first one on that is a unit, and its length."""
    names: list[str] = []
    for factor in factors:
        if not isinstance(factor, Symbol):
            break
        names.append(factor.name)
    for count in range(len(names), 1, -1):
        name = prefixed(names[0], "".join(names[1:count]))
        if is_unit_name(name) and not set(names[:count]) & set(declared):
            return name, count
    return None


def _is_prefixed(prefix: str, name: str, declared: Collection[str]) -> bool:
    letters_are_free = prefix not in declared and name not in declared
    return letters_are_free and not is_unit_name(prefix) and is_unit_name(prefixed(prefix, name))


def with_micro(tree: Node, declared: Collection[str]) -> Node:
    """A value in ``μ m`` in micrometres, where μ is nothing else."""
    match tree:
        case Quantity(Multiply((*numbers, Symbol("mu"))), name) if "mu" not in declared and is_unit_name(f"µ{name}"):
            return Quantity(numbers[0] if len(numbers) == 1 else Multiply(tuple(numbers)), f"µ{name}")
        case Negate(operand):
            return Negate(with_micro(operand, declared))
    return tree


def prefixed(prefix: str, name: str) -> str:
    """The name of a unit by its prefix and the rest, as they are written."""
    return f"{'µ' if prefix == 'mu' else prefix}{'Ω' if name == 'Omega' else name}"


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
