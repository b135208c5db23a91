"""What there is in a tree, found in one walk: whoever compares asks about all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fullmarks.expr.nodes import (
    BigOperator,
    Call,
    Constant,
    Derivative,
    Indexed,
    Integral,
    Limit,
    Listing,
    Matrix,
    Negate,
    Node,
    Number,
    Piecewise,
    PlusMinus,
    Power,
    Quantity,
    Symbol,
)
from fullmarks.expr.walk import bound_name, children, symbols

_ROUGH_FUNCTIONS = frozenset(
    (
        "abs floor ceil round sign min max mod gcd lcm factorial factorial2 binomial norm asin acos asec acsc acosh atanh re im "
        "conjugate arg"
    ).split()
)
"""Functions that are not analytic, or not defined, on the whole real line."""
_RADICAL_FUNCTIONS = frozenset(("sqrt", "root", "log"))
_COUNTING_FUNCTIONS = frozenset(("factorial", "factorial2", "binomial", "gcd", "lcm", "mod"))
_BINDERS = (BigOperator, Integral, Limit)
_BOUNDS = 2
_INFINITIES = (Constant("infinity"), Negate(Constant("infinity")))
_UNDEFINED = Constant("undefined")
_LEAVES = (Number, Symbol, Constant)


@dataclass(slots=True)
class Survey:
    """What a tree has."""

    names: set[str] = field(default_factory=set)
    """Free symbols and bases of indexed families."""
    counted: set[str] = field(default_factory=set)
    """Symbols that bound a sum or stand in a counting function: integers, if nothing else is declared."""
    summed: set[str] = field(default_factory=set)
    """Those of them that bound a sum or a product, which costs as many terms."""
    rough: bool = False
    """Whether it has parts that may differ between regions: pieces, absolute values, floors."""
    radicands: list[Node] = field(default_factory=list)
    """What stands under roots and in logarithms, and the bases of powers that are not whole: rough where it is not positive."""
    imaginary: bool = False
    infinite: bool = False
    undefined: bool = False
    plus_minus: bool = False
    calculus: bool = False
    """Whether it has integrals, derivatives, limits or endless sums: nothing that is evaluated here."""
    families: bool = False
    """Whether it has entries of indexed families."""
    pieces: bool = False
    arrays: bool = False
    """Whether it holds lists or matrices."""
    units: bool = False
    """Whether values in it have units."""

    def with_other(self, other: Survey) -> Survey:
        """The survey of both trees together."""
        return Survey(
            self.names | other.names,
            self.counted | other.counted,
            self.summed | other.summed,
            self.rough or other.rough,
            self.radicands + other.radicands,
            self.imaginary or other.imaginary,
            self.infinite or other.infinite,
            self.undefined or other.undefined,
            self.plus_minus or other.plus_minus,
            self.calculus or other.calculus,
            self.families or other.families,
            self.pieces or other.pieces,
            self.arrays or other.arrays,
            self.units or other.units,
        )


def survey(*trees: Node) -> Survey:
    """One survey of all the trees."""
    found = Survey()
    for tree in trees:
        _look(tree, found, frozenset())
    return found


def _look(node: Node, found: Survey, bound: frozenset[str]) -> None:
    kind = type(node)
    note = _NOTES.get(kind)
    if note is not None:
        note(node, found, bound)
    if kind in _LEAVES:
        return
    below = children(node)
    if kind in _BINDERS and (name := bound_name(node)) is not None:
        _look(below[0], found, bound | {name})
        below = tuple(part for part in below[1:] if part not in _INFINITIES)
        found.calculus |= kind is BigOperator and len(below) < _BOUNDS
    if kind is Piecewise:
        below = tuple(part for part in below if part != _UNDEFINED)  # a piece without a value
    for child in below:
        _look(child, found, bound)


# What each kind of node adds, before what stands below it.


def _symbol(node: Symbol, found: Survey, bound: frozenset[str]) -> None:
    if node.name not in bound:
        found.names.add(node.name)


def _constant(node: Constant, found: Survey, _: frozenset[str]) -> None:
    found.imaginary |= node.name == "i"
    found.infinite |= node.name == "infinity"
    found.undefined |= node.name == "undefined"


def _call(node: Call, found: Survey, bound: frozenset[str]) -> None:
    found.rough |= node.function in _ROUGH_FUNCTIONS
    if node.function in _RADICAL_FUNCTIONS:
        found.radicands.append(node.arguments[0])
    if node.function in _COUNTING_FUNCTIONS:
        found.counted |= symbols(node) - bound


def _power(node: Power, found: Survey, _: frozenset[str]) -> None:
    whole = type(node.exponent) is Number and node.exponent.value.denominator == 1
    if not whole and type(node.base) is not Constant:  # e and pi are positive
        found.radicands.append(node.base)
        found.rough |= type(node.base) is Number and not node.base.value  # 0^x is 1 at 0 alone


def _indexed(node: Indexed, found: Survey, bound: frozenset[str]) -> None:
    if node.base not in bound:
        found.names.add(node.base)
        found.families = True


def _big_operator(node: BigOperator, found: Survey, bound: frozenset[str]) -> None:
    bounding = (symbols(node.lower) | symbols(node.upper)) - bound
    found.counted |= bounding
    found.summed |= bounding


def _piecewise(_: Piecewise, found: Survey, __: frozenset[str]) -> None:
    found.rough = found.pieces = True


def _plus_minus(_: PlusMinus, found: Survey, __: frozenset[str]) -> None:
    found.plus_minus = True


def _array(_: Matrix | Listing, found: Survey, __: frozenset[str]) -> None:
    found.arrays = True


def _quantity(_: Quantity, found: Survey, __: frozenset[str]) -> None:
    found.units = True


def _calculus(_: Node, found: Survey, __: frozenset[str]) -> None:
    found.calculus = True


_NOTES: Mapping[type[Node], Callable[[Any, Survey, frozenset[str]], None]] = {  # each takes its own kind of node
    Symbol: _symbol,
    Constant: _constant,
    Call: _call,
    Power: _power,
    Indexed: _indexed,
    BigOperator: _big_operator,
    Piecewise: _piecewise,
    PlusMinus: _plus_minus,
    Matrix: _array,
    Listing: _array,
    Quantity: _quantity,
    Integral: _calculus,
    Derivative: _calculus,
    Limit: _calculus,
}
