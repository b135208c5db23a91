"""Points at which a binomial is 0 and the quotient of factorials that it is elsewhere has no value: more is chosen than there is."""

from __future__ import annotations

from collections.abc import Iterable

from flint import fmpq

from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.points.generic import Point
from fullmarks.expr.nodes import Add, Call, Negate, Node
from fullmarks.expr.walk import walk
from fullmarks.limits import Limits


def is_outside(trees: Iterable[Node], point: Point, limits: Limits, seed: str) -> bool:
    """Whether some binomial of the trees has more below than above at a point."""
    return any(
        _more_below(node, Evaluator(point, limits, seed))
        for tree in trees
        for node in walk(tree)
        if isinstance(node, Call) and node.function == "binomial"
    )


def _more_below(binomial: Call, evaluator: Evaluator) -> bool:
    upper, lower = binomial.arguments
    try:
        gap = evaluator.value(Add((upper, Negate(lower))))
    except NoValueError:
        return False
    return isinstance(gap, fmpq) and gap < 0
