"""Reading a tree as a value with its uncertainty."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from fullmarks.compare.units.letters import by_letters
from fullmarks.compare.units.measured import Measured, measured
from fullmarks.expr.nodes import Multiply, Node, Number, Percent, PlusMinus, Quantity
from fullmarks.expr.walk import rebuild, walk
from fullmarks.records import frozen

_ZERO = Number(Fraction(0))


@frozen
class Uncertain:
    """A value and its uncertainty, each with its unit; None where there is no uncertainty."""

    value: Node
    spread: Node | None

    @property
    def written_value(self) -> Node:
        return _number(self.value)

    @property
    def written_spread(self) -> Node:
        return _ZERO if self.spread is None else _number(self.spread)


def uncertain(tree: Node, declared: Collection[str]) -> Uncertain | None:
    """Both parts of ``a ± b``, wherever the unit stands; None where there is no ± or more than one, or none with a value before it."""
    signs = [node for node in walk(tree) if isinstance(node, PlusMinus)]
    if len(signs) != 1 or signs[0].left is None:
        return None
    value, spread = _put(tree, signs[0].left), _put(tree, signs[0].right)
    if isinstance(spread, Percent):
        return Uncertain(value, Multiply((value, spread)))
    unit = _unit(spread, declared)
    if unit is not None and isinstance(unit.value, Percent):
        value = _with_unit(value if _unit(value, declared) else Quantity(value, unit.text), declared)
        return Uncertain(value, Multiply((value, unit.value)))
    if unit is not None and _unit(value, declared) is None:
        value = Quantity(value, unit.text)
    return Uncertain(_with_unit(value, declared), _with_unit(spread, declared))


def _put(tree: Node, part: Node) -> Node:
    """The tree with one part in the place of its ``±``."""
    return part if isinstance(tree, PlusMinus) else rebuild(tree, lambda child: _put(child, part))


def _unit(tree: Node, declared: Collection[str]) -> Measured | None:
    return measured(tree) or by_letters(tree, declared)


def _with_unit(tree: Node, declared: Collection[str]) -> Node:
    found = _unit(tree, declared)
    return tree if found is None else Quantity(found.value, found.text)


def _number(tree: Node) -> Node:
    return tree.value if isinstance(tree, Quantity) else tree
