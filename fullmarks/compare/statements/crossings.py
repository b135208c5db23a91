"""Places where an equation certainly holds though no algebra solves it: between two points at which its difference has other signs.

Only one equation in one real symbol is looked at, in a small window. A place is a ball: somewhere in it the difference is zero, as
it is continuous there, and so whatever is certain of the whole ball is certain of that place.
"""

from __future__ import annotations

from collections.abc import Iterator

from flint import arb, fmpq

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node, Relation
from fullmarks.limits import Limits

_STEP = fmpq(7, 16)
_STEPS = 24
"""The window reaches this many steps to both sides of zero."""
_HALVINGS = 48
_MOST = 6
_MOST_EVALUATIONS = 6_000


def crossings(
    statement: Node, name: str, domain: Domain, assumptions: Assumptions, workspace: Workspace
) -> Iterator[arb]:
    """Balls in which a lone equation certainly has a solution."""
    if not isinstance(statement, Relation) or statement.operators != ("=",) or domain.kind != "real":
        return
    if domain.lower is not None or domain.upper is not None:
        return
    difference = _Difference(workspace.differences(statement)[0], name, assumptions, workspace)
    found = 0
    left = fmpq(1, 32) - _STEPS * _STEP
    sign = difference.sign(left)
    for _ in range(2 * _STEPS):
        right = left + _STEP
        after = difference.sign(right)
        if sign * after < 0 and (root := difference.between(left, right, sign)) is not None:
            yield root
            found += 1
            if found == _MOST:
                return
        left, sign = right, after


class _Difference:
    """The difference of an equation's sides along one symbol."""

    def __init__(self, gap: Node, name: str, assumptions: Assumptions, workspace: Workspace) -> None:
        self._program = workspace.program(gap)
        self._name = name
        self._limits: Limits = assumptions.limits
        self._seed = assumptions.seed
        self._budget = Budget(_MOST_EVALUATIONS)

    def sign(self, place: fmpq) -> int:
        """-1 or 1 where that is certain, else 0."""
        value = self._value(place)
        if value is None or not (value > 0 or value < 0):
            return 0
        return 1 if value > 0 else -1

    def between(self, left: fmpq, right: fmpq, sign: int) -> arb | None:
        """A small ball around a place where the sign changes; None where the difference may not be continuous there."""
        for _ in range(_HALVINGS):
            middle = (left + right) / 2
            at = self.sign(middle)
            if at == 0:
                break
            left, right = (middle, right) if at == sign else (left, middle)
        ball = arb(left).union(arb(right))
        return ball if self._value(ball) is not None else None

    def _value(self, place: fmpq | arb) -> fmpq | arb | None:
        point: dict[str, Value] = {self._name: place}
        try:
            value = Evaluator(point, self._limits, self._seed, budget=self._budget).run(self._program)
        except NoValueError:
            return None
        return value if isinstance(value, fmpq | arb) and arb(value).is_finite() else None
