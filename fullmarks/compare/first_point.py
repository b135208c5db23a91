"""The quick half of comparing scalars: the first generic point alone, for whoever asks about many spoilt keys."""

from __future__ import annotations

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.points import with_integers
from fullmarks.compare.seen import related
from fullmarks.compare.workspace import evaluated
from fullmarks.expr.nodes import Node

FIRST_BITS = 64


def surely_different(answer: Node, expected: Node, assumptions: Assumptions) -> bool:
    """Whether the first generic point parts two real scalar trees: the quick half of ``compare_scalars``.

    False says nothing. Only with a workspace, which remembers what each tree came to there.
    """
    workspace, arrays = assumptions.workspace, assumptions.arrays
    if workspace is None or arrays.stand_in(answer) or arrays.stand_in(expected):
        return False
    mine, theirs = workspace.survey(answer), workspace.survey(expected)
    if (
        mine.families
        or theirs.families
        or (mine.counted, mine.summed) != (theirs.counted, theirs.summed)
        or mine.imaginary
        or theirs.imaginary
        or mine.plus_minus
        or theirs.plus_minus
    ):
        return False
    domains = with_integers(assumptions.domains, mine.counted)
    place = (0, FIRST_BITS, False, frozenset(mine.counted), frozenset(mine.summed))
    values: list[Value] = []
    with precision(FIRST_BITS):
        for tree, names in ((answer, mine.names), (expected, theirs.names)):
            found = workspace.seen(tree, place)
            if found is None:
                if any(name in domains and domains[name].kind == "complex" for name in names):
                    return False
                own = tuple(sorted(names))
                point = next(workspace.generic(own, domains, assumptions.seed, place[3], mine.summed))
                found = evaluated(workspace.program(tree), Evaluator(point, assumptions.limits, assumptions.seed))
                if found.lacking != "beyond":
                    workspace.keep(tree, place, found)
            if found.value is None:
                return False
            values.append(found.value)
        return related(values[0], values[1], FIRST_BITS).equal is False
