"""Statements, lists and formulas with units inside: each value with a unit as a number times its base units, which become symbols.

Base units are positive values that nobody knows, so ``x = 5 km`` is ``x = 5000 m`` and not ``x = 5000 s`` by algebra alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.unit import RADIAN, Unit, converted
from fullmarks.expr.domains import POSITIVE, Domain
from fullmarks.expr.nodes import (
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
)
from fullmarks.expr.walk import rebuild, symbols

_MARK = " (unit)"
"""Ends the names of base units; no name that is read has a space."""
_AROUND_VALUES = (Listing, Logic, Matrix, Negate, Relation, SetOperation)


class _OwnZeroError(ValueError):
    """A temperature that does not count from zero stands in a calculation."""


def in_base_units(tree: Node) -> Node | None:
    """The tree without units; None where it calculates with temperatures that have a zero of their own."""
    try:
        return _rewritten(tree, calculated=False)
    except _OwnZeroError:
        return None


def domains_of_bases(*trees: Node) -> Mapping[str, Domain]:
    """Of the base units in such trees."""
    return {name: POSITIVE for tree in trees for name in symbols(tree) if name.endswith(_MARK)}


def without_units(tree: Node) -> Node:
    """The numbers as written."""
    return without_units(tree.value) if isinstance(tree, Quantity) else rebuild(tree, without_units)


def spread(tree: Node) -> Node:
    """A list, or a matrix, with a unit as one whose items have it."""
    match tree:
        case Quantity(Listing(opening, closing, items), unit):
            return Listing(opening, closing, tuple(Quantity(item, unit) for item in items))
        case Quantity(Matrix(rows), unit):
            return Matrix(tuple(tuple(Quantity(entry, unit) for entry in row) for row in rows))
    return tree


def _rewritten(tree: Node, *, calculated: bool) -> Node:
    tree = spread(tree)
    if isinstance(tree, Quantity):
        unit = unit_of(tree.unit)
        if calculated and unit.zero:
            raise _OwnZeroError
        return _times_bases(_rewritten(tree.value, calculated=True), unit)
    inside = calculated or not isinstance(tree, _AROUND_VALUES)
    return rebuild(tree, lambda child: _rewritten(child, calculated=inside))


def _times_bases(value: Node, unit: Unit) -> Node:
    bases = tuple((name, power) for name, power in unit.dimensions if name != RADIAN)
    number = converted(value, unit, Unit(unit.dimensions))
    return Multiply((number, *(_power(name, power) for name, power in bases))) if bases else number


def _power(name: str, power: int) -> Node:
    base = Symbol(name + _MARK)
    return base if power == 1 else Power(base, Number(Fraction(power)))
