"""The quick half of comparing array expressions: the first arrays alone, for whoever asks about many spoilt keys.

Most spoilt keys have shapes that do not fit, and the others differ at the first arrays. What does not is worth a comparison.
"""

from __future__ import annotations

from dataclasses import dataclass

from fullmarks.compare.arrays.differences import difference
from fullmarks.compare.arrays.entries import as_declared
from fullmarks.compare.arrays.place import BITS, Names, Place, UnfitError, names_in, places
from fullmarks.compare.arrays.program import ArrayProgram, array_program
from fullmarks.compare.arrays.values import ArrayValue
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Budget
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.expr.nodes import Node


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a tree before it is evaluated; it holds the tree, so that its identity stays its own."""

    tree: Node
    names: Names
    program: ArrayProgram


class ArrayGlimpses:
    """What trees come to at the first arrays, each worked out once and paid for from one budget."""

    __slots__ = ("_assumptions", "_budget", "_known", "_places", "_values")

    def __init__(self, assumptions: Assumptions, evaluations: int) -> None:
        self._assumptions = assumptions
        self._budget = Budget(evaluations)
        self._known: dict[int, _Known] = {}
        self._places: dict[Names, Place] = {}
        self._values: dict[tuple[int, Names], ArrayValue | None] = {}

    def refute_equality(self, one: Node, other: Node) -> bool:
        """Whether two trees differ, or cannot be known to be equal. False says that they are worth a comparison."""
        first, second = self._about(one), self._about(other)
        names = first.names.with_other(second.names)
        with precision(BITS):
            try:
                values = self._value(first, names), self._value(second, names)
                if values[0] is None or values[1] is None:
                    return False
                return difference(values[0], values[1]) is not None
            except (UnfitError, BeyondError):
                return True

    def _about(self, tree: Node) -> _Known:
        known = self._known.get(id(tree))
        if known is None:
            arrays = self._assumptions.arrays
            declared = as_declared(tree, arrays)
            made = array_program(declared, arrays, self._assumptions.domains.keys())
            known = self._known[id(tree)] = _Known(tree, names_in(declared, arrays), made)
        return known

    def _value(self, known: _Known, names: Names) -> ArrayValue | None:
        """What a tree comes to; None where it has no value there. Raises UnfitError, and BeyondError past the limits."""
        place = id(known.tree), names
        if place not in self._values:
            at = self._places.get(names)
            if at is None:
                at = self._places[names] = next(places(names, self._assumptions, self._budget))
            try:
                self._values[place] = known.program.value(at)
            except (UnfitError, BeyondError):
                raise
            except NoValueError:
                self._values[place] = None
        return self._values[place]
