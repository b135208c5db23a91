"""The quick half of comparing array expressions: the first arrays alone, for whoever asks about many spoilt keys.

Most spoilt keys have shapes that do not fit, and the others differ at the first arrays. What does not is worth a comparison.
"""

from __future__ import annotations

from fullmarks.compare.arrays.differences import difference
from fullmarks.compare.arrays.place import BITS, Names, Place, UnfitError, places
from fullmarks.compare.arrays.prepared import prepared
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Budget
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.expr.nodes import Node


class ArrayGlimpses:
    """What trees come to at the first arrays, each worked out once and paid for from one budget."""

    __slots__ = ("_assumptions", "_budget", "_places")

    def __init__(self, assumptions: Assumptions, evaluations: int) -> None:
        self._assumptions = assumptions
        self._budget = Budget(evaluations)
        self._places: dict[Names, Place] = {}

    def refute_equality(self, one: Node, other: Node) -> bool:
        """Whether two trees differ, or cannot be known to be equal. False says that they are worth a comparison."""
        first, second = prepared(one, self._assumptions), prepared(other, self._assumptions)
        with precision(BITS):
            try:
                at = self._place(first.names.with_other(second.names))
                return difference(first.value(at), second.value(at)) is not None
            except (UnfitError, BeyondError):
                return True
            except NoValueError:
                return False

    def _place(self, names: Names) -> Place:
        at = self._places.get(names)
        if at is None:
            at = self._places[names] = next(places(names, self._assumptions, self._budget))
        return at
