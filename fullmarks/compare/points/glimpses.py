"""The quick half of comparing scalars: a few generic points, for whoever asks about many spoilt keys.

Nearly every suspicion is false, and the first point shows it. What is not refuted here is no truth yet: it is worth a comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from itertools import islice

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.points.generic import with_integers
from fullmarks.compare.points.seen import related
from fullmarks.compare.workspace import Place, Result, Workspace, evaluated
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node
from fullmarks.records import frozen

FIRST_BITS = 64
_MOST_POINTS = 6
_ENOUGH = 3
"""So many points that agree are worth a comparison."""
_MOST_ROUGH_POINTS = 16
_ENOUGH_ROUGH = 12
"""The same for floors and pieces, which agree at many points by chance, and take long to compare."""
_A_REGION = 2
"""So many points without a value on one side are no accident."""


class _Look(Enum):
    """What a glimpse at two trees shows."""

    PARTED = auto()
    """They differ."""
    HOPELESS = auto()
    """They have no values that could be compared, or there is nothing left to pay for any."""
    OPEN = auto()


@frozen
class _Pair:
    """Two trees, and where they are looked at: both at the same points, which follow from the symbols of both."""

    trees: tuple[Node, Node]
    rough: bool
    names: tuple[str, ...]
    domains: Mapping[str, Domain]
    in_complex: bool
    counted: frozenset[str]
    summed: frozenset[str]


class Glimpses:
    """What trees come to at the first points, each worked out once and paid for from one budget."""

    __slots__ = ("_assumptions", "_budget", "_complex", "_values", "_workspace")

    def __init__(self, assumptions: Assumptions, workspace: Workspace, evaluations: int) -> None:
        self._assumptions = assumptions
        self._workspace = workspace
        self._budget = Budget(evaluations)
        self._complex = frozenset(name for name, domain in assumptions.domains.items() if domain.kind == "complex")
        self._values: dict[tuple[int, Place], Result] = {}

    def part(self, one: Node, other: Node) -> bool:
        """Whether two scalar trees certainly differ. False says nothing."""
        return self._look(one, other) is _Look.PARTED

    def refute_equality(self, one: Node, other: Node) -> bool:
        """Whether two scalar trees differ, or cannot be known to be equal. False says that they are worth a comparison."""
        if self._workspace.survey(one).plus_minus != self._workspace.survey(other).plus_minus:
            return True  # two values are not one
        return self._look(one, other) is not _Look.OPEN

    def _look(self, one: Node, other: Node) -> _Look:
        pair = self._pair(one, other)
        if pair is None:
            return _Look.OPEN
        enough = _ENOUGH_ROUGH if pair.rough else _ENOUGH
        agreed = lacking = 0
        with precision(FIRST_BITS):
            for first, second in self._results(pair):
                if first.value is None or second.value is None:
                    reason = _why_one_lacks_a_value(first, second)
                    if reason == "beyond" or self._budget.left < 0:
                        return _Look.HOPELESS
                    if "uncertain" in (first.lacking, second.lacking) or first.lacking == second.lacking == "beyond":
                        return _Look.OPEN
                    lacking += reason is not None
                    if lacking >= _A_REGION and reason not in (None, "pole"):
                        return _Look.PARTED
                    continue
                seen = related(first.value, second.value, FIRST_BITS).equal
                if seen is False:
                    return _Look.PARTED
                agreed += 1
                if seen is None or agreed == enough:
                    return _Look.OPEN
        hopeless = pair.names and not agreed and self._workspace.key(one) != self._workspace.key(other)
        return _Look.HOPELESS if hopeless else _Look.OPEN

    def refute_proportion(self, one: Node, other: Node) -> bool:
        """Whether the quotient of two scalar trees certainly is no constant, or can only be 1. False says nothing."""
        pair = self._pair(one, other)
        if pair is None or not pair.names:
            return False
        before: tuple[Result, Result] | None = None
        with precision(FIRST_BITS):
            for first, second in self._results(pair):
                if first.value is None or second.value is None:
                    continue
                if before is not None and before[0].value is not None and before[1].value is not None:
                    products = first.value * before[1].value, second.value * before[0].value
                    return related(*products, FIRST_BITS).equal is False
                if first.value != 0 and related(first.value, second.value, FIRST_BITS).equal:
                    return True
                before = first, second
        return False

    def _pair(self, one: Node, other: Node) -> _Pair | None:
        """How the two are looked at; None where a glimpse would say nothing of them."""
        mine, theirs = self._workspace.survey(one), self._workspace.survey(other)
        if mine.plus_minus or theirs.plus_minus or mine.units or theirs.units:
            return None
        names = mine.names | theirs.names
        if (mine.families or theirs.families) and _may_be_an_entry(names):
            return None
        counted = frozenset(mine.counted | theirs.counted)
        return _Pair(
            (one, other),
            mine.rough or theirs.rough,
            tuple(sorted(names)),
            with_integers(self._assumptions.domains, counted),
            mine.imaginary or theirs.imaginary or not self._complex.isdisjoint(names),
            counted,
            frozenset(mine.summed | theirs.summed),
        )

    def _results(self, pair: _Pair) -> Iterator[tuple[Result, Result]]:
        """What both come to, point by point; whoever goes through them holds ``precision``."""
        one, other = pair.trees
        most = _MOST_ROUGH_POINTS if pair.rough else _MOST_POINTS
        for number in range(most if pair.names else 1):
            yield self._result(one, pair, number), self._result(other, pair, number)

    def _result(self, tree: Node, pair: _Pair, number: int) -> Result:
        place = number, FIRST_BITS, pair.in_complex, pair.counted, pair.summed
        found = self._values.get((id(tree), place))
        if found is not None:
            return found
        found = self._workspace.seen(tree, place)
        if found is None:
            found = self._evaluated(tree, pair, number)
            if found.lacking != "beyond":
                self._workspace.keep(tree, place, found)
        else:
            self._budget.left -= found.cost
        self._values[id(tree), place] = found
        return found

    def _evaluated(self, tree: Node, pair: _Pair, number: int) -> Result:
        assumptions = self._assumptions
        points = self._workspace.generic(pair.names, pair.domains, assumptions.seed, pair.counted, pair.summed)
        point = next(islice(points, number, None))
        evaluator = Evaluator(
            point, assumptions.limits, assumptions.seed, in_complex=pair.in_complex, budget=self._budget
        )
        return evaluated(self._workspace.program(tree), evaluator)


def _why_one_lacks_a_value(first: Result, second: Result) -> str | None:
    """Why one of two has no value, where the other has one."""
    if first.lacking is not None and second.lacking is not None:
        return None
    return first.lacking or second.lacking


def _may_be_an_entry(names: set[str]) -> bool:
    """Whether one name may be read as an entry of another: ``x_1`` of the family x."""
    return any(name.startswith(f"{base}_") for name in names for base in names)
