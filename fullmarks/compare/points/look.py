"""What points show of two trees: their values at rising precision, on one budget, kept for the next who looks there."""

from __future__ import annotations

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.points.generic import Point
from fullmarks.compare.points.glimpses import FIRST_BITS
from fullmarks.compare.points.seen import Seen, related
from fullmarks.compare.workspace import Place, Result, Workspace, evaluated
from fullmarks.expr.nodes import Node
from fullmarks.records import record

_BITS_FOR_ONE = 16
"""A point at so many bits costs one evaluation more."""
_MOST_BITS = 16_384
_SECOND_BITS = 256
_BEYOND = Result(None, "beyond", height=0, absorbed=False, needed_bits=0, cost=0)


@record
class Kind:
    """What is known of both trees together."""

    counted: frozenset[str]
    summed: frozenset[str]
    in_complex: bool
    patchy: bool
    """Whether a small term may be zero at one point and not at the next, so that every point is looked at sharply."""


class Look:
    """Two trees, looked at point by point."""

    __slots__ = (
        "_absorbed",
        "_height",
        "_needed_bits",
        "answer",
        "budget",
        "expected",
        "kind",
        "limits",
        "seed",
        "workspace",
    )

    def __init__(
        self, workspace: Workspace, answer: Node, expected: Node, assumptions: Assumptions, kind: Kind, budget: Budget
    ) -> None:
        self.workspace, self.answer, self.expected = workspace, answer, expected
        self.limits, self.seed = assumptions.limits, assumptions.seed
        self.kind, self.budget = kind, budget
        self._height = 0
        self._absorbed = False
        self._needed_bits = 0

    def confirmed(self, point: Point) -> tuple[Seen, int]:
        """The point at precisions at which every term counts, and the bits of agreement (0: there are none such)."""
        bits = max(self.limits.precision_bits, min(2 * self._height + 64, _MOST_BITS))
        while True:
            self._absorbed, self._needed_bits = False, 0
            seen = self.at(point, bits)
            enough = not self._absorbed and max(self._needed_bits, self._height + 64) <= bits
            if seen.equal and enough:
                return seen, bits
            if seen.equal is False or bits >= _MOST_BITS:
                return seen, 0
            bits = min(max(bits * 4, self._needed_bits), _MOST_BITS)

    def settled(self, point: Point, number: int | None = None) -> Seen:
        """What a point shows at rising precision; ``number`` says which generic point it is.

        It says “different” only of balls that do not meet. Of patchy functions it says “equal” only at a precision at which
        every term of this point counts: another point may lie where such a term is zero.
        """
        self._height = self._needed_bits = 0  # of this point alone
        self._absorbed = False
        bits = _SECOND_BITS if self.kind.patchy else FIRST_BITS
        seen = self.at(point, bits, number)
        if seen.lacking or seen.beyond or (seen.equal is not None and self._is_sharp(seen, bits)):
            return seen
        sharp_bits = self._sharp_bits() if self.kind.patchy else FIRST_BITS
        for bits in (max(_SECOND_BITS, sharp_bits), max(self.limits.precision_bits, sharp_bits)):
            self._absorbed = False
            seen = self.at(point, bits, number)
            if seen.lacking or seen.beyond or (seen.equal is not None and self._is_sharp(seen, bits)):
                return seen
        if seen.equal and bits < _MOST_BITS:
            self._absorbed = False
            seen, bits = self.at(point, _MOST_BITS, number), _MOST_BITS
        return seen if seen.equal is None or self._is_sharp(seen, bits) else Seen(None)

    def _is_sharp(self, seen: Seen, bits: int) -> bool:
        """Whether what was seen holds at so many bits: a difference always, equality where nothing was too small to count."""
        if not seen.equal or seen.values is None or not self.kind.patchy:
            return True
        return not self._absorbed and self._sharp_bits() <= bits

    def _sharp_bits(self) -> int:
        return min(max(_SECOND_BITS, 2 * self._height + 64, self._needed_bits), _MOST_BITS)

    def on_border(self, point: Point) -> Seen:
        """What a point shows that lies on a border as a ball: there, sides that overlap are equal."""
        self.budget.left -= _SECOND_BITS // _BITS_FOR_ONE
        with precision(_SECOND_BITS):
            first, second = (self._evaluated(tree, point, ties=True).value for tree in (self.answer, self.expected))
            return Seen(None) if first is None or second is None else related(first, second, _SECOND_BITS)

    def at(self, point: Point, bits: int, number: int | None = None) -> Seen:
        """What a point shows at one precision."""
        self.budget.left -= bits // _BITS_FOR_ONE
        kind = self.kind
        place = None if number is None else (number, bits, kind.in_complex, kind.counted, kind.summed)
        with precision(bits):
            first = self._value(self.answer, point, place)
            second = self._value(self.expected, point, place)
            if first.value is not None and second.value is not None:
                return related(first.value, second.value, bits)
            if "beyond" in (first.lacking, second.lacking):
                return Seen(None, beyond=True)
            if "uncertain" in (first.lacking, second.lacking) or (first.value is None and second.value is None):
                return Seen(None)
            return Seen(None, (first.value, second.value), first.lacking or second.lacking)

    def _value(self, tree: Node, point: Point, place: Place | None) -> Result:
        """What a tree comes to; ``place`` says which generic point it is, at which precision."""
        found = None if place is None else self.workspace.seen(tree, place)
        if found is None:
            found = self._evaluated(tree, point)
            if place is not None and found.lacking != "beyond":
                self.workspace.keep(tree, place, found)
        elif not self._afford(found.cost):
            return _BEYOND
        self._height = max(self._height, found.height)
        self._needed_bits = max(self._needed_bits, found.needed_bits)
        self._absorbed |= found.absorbed
        return found

    def _afford(self, cost: int) -> bool:
        """Takes from the budget what something remembered did cost, so that no verdict depends on what was asked before."""
        self.budget.left -= cost
        return self.budget.left >= 0

    def _evaluated(self, tree: Node, point: Point, *, ties: bool = False) -> Result:
        evaluator = Evaluator(
            point, self.limits, self.seed, in_complex=self.kind.in_complex, budget=self.budget, ties=ties
        )
        return evaluated(self.workspace.program(tree), evaluator)
