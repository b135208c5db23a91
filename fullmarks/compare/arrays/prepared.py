"""An array expression made ready to be compared: in the names that are declared, with its program and what it came to so far.

An author's expression is compared with every answer, at the same arrays; so what is known of it is kept in the workspace.
"""

from __future__ import annotations

from dataclasses import field

from fullmarks.compare.arrays.place import Names, Place, names_in
from fullmarks.compare.arrays.program import ArrayProgram, array_program
from fullmarks.compare.arrays.spellings import as_declared
from fullmarks.compare.arrays.values import ArrayValue
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.nodes import Node
from fullmarks.records import frozen

_MOST_VALUES = 32


@frozen
class _Met:
    """What an expression came to somewhere, what that cost, and whether something unknown was met."""

    value: ArrayValue
    cost: int
    opaque: bool


@frozen
class Prepared:
    """An expression with its names and its program."""

    tree: Node
    names: Names
    program: ArrayProgram
    _met: dict[tuple[Names, int], _Met] = field(default_factory=dict)

    def value(self, at: Place) -> ArrayValue:
        """What it comes to there, paid for each time; raises NoValueError, and UnfitError where shapes do not fit."""
        place = at.names, at.number
        met = self._met.get(place)
        if met is None:
            return self._found(at, place)
        at.evaluator.spend(met.cost)
        at.opaque |= met.opaque
        return met.value

    def _found(self, at: Place, place: tuple[Names, int]) -> ArrayValue:
        budget, opaque_before = at.evaluator.budget, at.opaque
        before, at.opaque = budget.left, False
        try:
            value = self.program.value(at)
            if len(self._met) < _MOST_VALUES:
                self._met[place] = _Met(value, before - budget.left, at.opaque)
        finally:
            at.opaque |= opaque_before
        return value


def prepared(tree: Node, assumptions: Assumptions) -> Prepared:
    """The tree made ready, once for each tree."""
    known = None if assumptions.workspace is None else assumptions.workspace.arrays(tree)
    found = None if known is None else known.get(id(tree))
    if found is None:
        declared = as_declared(tree, assumptions.arrays)
        program = array_program(declared, assumptions.arrays, assumptions.domains.keys())
        found = Prepared(declared, names_in(declared, assumptions.arrays), program)
        if known is not None:
            known[id(tree)] = found
    return found
