"""What there is in a tree, found in one walk: whoever compares asks about all of it at once."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    Symbol,
)
from fullmarks.expr.walk import bound_name, children, symbols

_ROUGH_FUNCTIONS = frozenset(
    "abs floor ceil round sign min max mod gcd lcm factorial binomial norm asin acos asec acsc acosh atanh re im conjugate arg".split()
)
"""Functions that are not analytic, or not defined, on the whole real line."""
_RADICAL_FUNCTIONS = frozenset(("sqrt", "root", "log"))
_COUNTING_FUNCTIONS = frozenset(("factorial", "binomial", "gcd", "lcm", "mod"))
_BINDERS = (BigOperator, Integral, Limit)
_CALCULUS = (Integral, Derivative, Limit)
_BOUNDS = 2
_INFINITIES = (Constant("infinity"), Negate(Constant("infinity")))
_LEAVES = (Number, Symbol, Constant)


@dataclass(slots=True)
class Survey:
    """What a tree has."""

    names: set[str] = field(default_factory=set)
    """Free symbols and bases of indexed families."""
    counted: set[str] = field(default_factory=set)
    """Symbols that bound a sum or stand in a counting function: integers, if nothing else is declared."""
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

    def with_other(self, other: Survey) -> Survey:
        """The survey of both trees together."""
        return Survey(
            self.names | other.names,
            self.counted | other.counted,
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
        )


def survey(*trees: Node) -> Survey:
    """One survey of all the trees."""
    found = Survey()
    for tree in trees:
        _look(tree, found, frozenset())
    return found


def _look(node: Node, found: Survey, bound: frozenset[str]) -> None:
    kind = type(node)
    if kind in _LEAVES:
        _leaf(node, found, bound)
        return
    if kind is Call:
        name = node.function  # type: ignore[attr-defined]  # a Call
        found.rough |= name in _ROUGH_FUNCTIONS
        if name in _RADICAL_FUNCTIONS:
            found.radicands.append(node.arguments[0])  # type: ignore[attr-defined]  # a Call
        if name in _COUNTING_FUNCTIONS:
            found.counted |= symbols(node) - bound
    elif kind is Power:
        exponent = node.exponent  # type: ignore[attr-defined]  # a Power
        whole = type(exponent) is Number and exponent.value.denominator == 1
        if not whole and type(node.base) is not Constant:  # type: ignore[attr-defined]  # a Power; e and pi are positive
            found.radicands.append(node.base)  # type: ignore[attr-defined]  # a Power
    elif kind is Indexed and node.base not in bound:  # type: ignore[attr-defined]  # an Indexed
        found.names.add(node.base)  # type: ignore[attr-defined]  # an Indexed
        found.families = True
    elif kind is Piecewise:
        found.rough = found.pieces = True
    elif kind is PlusMinus:
        found.plus_minus = True
    elif kind is Matrix or kind is Listing:
        found.arrays = True
    below = children(node)
    if kind in _BINDERS and (name := bound_name(node)) is not None:
        if kind is BigOperator:
            for bound_tree in below[1:]:
                found.counted |= symbols(bound_tree) - bound
        _look(below[0], found, bound | {name})
        below = tuple(part for part in below[1:] if part not in _INFINITIES)
        found.calculus |= kind is not BigOperator or len(below) < _BOUNDS
    elif kind in _CALCULUS:
        found.calculus = True
    for child in below:
        _look(child, found, bound)


def _leaf(node: Node, found: Survey, bound: frozenset[str]) -> None:
    if type(node) is Symbol:
        if node.name not in bound:
            found.names.add(node.name)
    elif type(node) is Constant:
        found.imaginary |= node.name == "i"
        found.infinite |= node.name == "infinity"
        found.undefined |= node.name == "undefined"
