r"""Whether values in equal steps are all solutions of an equation: ``x = n\pi`` beside ``\sin x = 0``.

That each value solves it is algebra over an integer. That there are no others is seen over one period, by balls: every small cell
that is not beside one of the values must be certain to hold no solution. That is agreement, and no proof.
"""

from __future__ import annotations

from fractions import Fraction

from flint import arb, fmpq

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.program import Program
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.matching import different
from fullmarks.compare.scalars import compare_scalars
from fullmarks.compare.statements.families import Families, over_one_period
from fullmarks.compare.statements.numerators import numerator
from fullmarks.compare.values import enclosure
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, Multiply, Negate, Node, Number, Relation, Symbol
from fullmarks.expr.walk import substitute, symbols

_ZERO = Number(Fraction(0))
_COUNTER = "k"
_CELLS = 256
_FINEST = 7
"""So often a cell is halved until it is certain to hold no solution."""
_BITS = 128
_MOST_EVALUATIONS = 100_000


def are_all_solutions(found: Families, equation: Node, assumptions: Assumptions) -> Comparison | None:
    """None where the tree is no equation in one symbol."""
    if not isinstance(equation, Relation) or equation.operators != ("=",) or len(symbols(equation)) != 1:
        return None
    (name,) = symbols(equation)
    if (found.name and name != found.name) or name == _COUNTER:
        return None
    left, right = equation.operands
    gap = Add((left, Negate(right)))
    over_integers = Assumptions({_COUNTER: Domain("integer")}, assumptions.seed, assumptions.limits)
    for family in found.union:
        value = Add((family.place, Multiply((Symbol(_COUNTER), family.step))))
        holds = compare_scalars(substitute(gap, {name: value}), _ZERO, over_integers).equal
        if not holds:
            return different("a value that solves nothing") if holds is False else _undecided()
    return _no_others(found, gap, name, assumptions)


def _no_others(found: Families, gap: Node, name: str, assumptions: Assumptions) -> Comparison:
    whole = over_one_period(found, assumptions)
    if whole is None:
        return _undecided()
    places, period = whole
    turns = next((count for count in (1, 2) if _repeats(gap, name, count, period, assumptions)), None)
    if turns is None:
        return _undecided()
    # One by one: over all of an integer, places without a value would pass for isolated ones.
    for place in (
        Add((place, Multiply((Number(Fraction(turn)), period)))) for place in places for turn in range(turns)
    ):
        holds = compare_scalars(substitute(gap, {name: place}), _ZERO, assumptions).equal
        if not holds:
            return different("a value that solves nothing") if holds is False else _undecided()
    bounds = [enclosure(place) for place in (*places, period)]
    if any(bound is None for bound in bounds):
        return _undecided()
    middles = [fmpq(bound[0].numerator, bound[0].denominator) for bound in bounds if bound is not None]
    return _Period(gap, name, middles[:-1], abs(middles[-1]), assumptions).compare(turns)


def _repeats(gap: Node, name: str, count: int, period: Node, assumptions: Assumptions) -> bool:
    """Whether a difference is the same so many periods on."""
    shifted = substitute(gap, {name: Add((Symbol(name), Multiply((Number(Fraction(count)), period))))})
    return compare_scalars(shifted, gap, assumptions).equal is True


class _Period:
    """One period of an equation's difference, with the places in it that are known to be zeros."""

    def __init__(self, gap: Node, name: str, zeros: list[fmpq], period: fmpq, assumptions: Assumptions) -> None:
        workspace = assumptions.workspace or Workspace()
        self._above, self._whole = workspace.program(numerator(gap)), workspace.program(gap)
        self._name, self._period = name, period
        self._assumptions = assumptions
        self._zeros = zeros
        self._budget = Budget(_MOST_EVALUATIONS)

    def compare(self, turns: int) -> Comparison:
        """Over so many periods: equal where no cell has a zero but the known ones, different where one certainly has."""
        width = self._period / _CELLS
        start = self._zeros[0] + width * fmpq(17, 59)  # so that the usual angles lie on no border of a cell
        with precision(_BITS):
            for number in range(_CELLS * turns):
                seen = self._has_none(start + width * number, start + width * (number + 1), _FINEST)
                if seen is None:
                    return _undecided()
                if not seen:
                    return different("a solution that is not named")
        return Comparison(
            True, Evidence(EvidenceKind.AGREED, points=_CELLS, note="There are no further solutions in one period.")
        )

    def _has_none(self, left: fmpq, right: fmpq, halvings: int) -> bool | None:
        """True: no other zero; False: there is one; None: not known."""
        cell = arb(left).union(arb(right))
        value = self._value(self._above, cell)
        if value is not None and not arb(value).contains(0):
            return True
        if self._is_beside_a_zero(left, right):
            return True
        if halvings == 0:
            ends = [self._value(self._above, arb(end)) for end in (left, right)]
            signs = [1 if end > 0 else -1 if end < 0 else 0 for end in ends if end is not None]
            # Above a line there may be a zero where the equation has no value, which is no solution.
            certain = value is not None and self._value(self._whole, cell) is not None
            return False if certain and len(signs) == len(ends) and signs[0] * signs[1] < 0 else None
        middle = (left + right) / 2
        first = self._has_none(left, middle, halvings - 1)
        return first if not first else self._has_none(middle, right, halvings - 1)

    def _is_beside_a_zero(self, left: fmpq, right: fmpq) -> bool:
        """Whether a known zero lies in a cell, or as near to it as the cell is wide."""
        width = right - left
        for zero in self._zeros:
            turns = ((left + right) / 2 - zero) / self._period
            nearest = fmpq((turns + fmpq(1, 2)).floor())
            distance = abs(turns - nearest) * self._period
            if distance <= width * fmpq(3, 2):
                return True
        return False

    def _value(self, program: Program, ball: arb) -> arb | fmpq | None:
        limits, seed = self._assumptions.limits, self._assumptions.seed
        try:
            value = Evaluator({self._name: ball}, limits, seed, budget=self._budget).run(program)
        except NoValueError:
            return None
        return value if isinstance(value, arb | fmpq) and arb(value).is_finite() else None


def _undecided() -> Comparison:
    note = "Whether these are all solutions of the equation is not known."
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
