"""Whether a tree has a value anywhere on its domain, and whether a statement holds everywhere on it."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.points.generic import generic, with_integers
from fullmarks.compare.survey import survey
from fullmarks.compare.workspace import Workspace, evaluated
from fullmarks.expr.nodes import Node, Number, Piecewise

_BITS = 128
_POINTS = 8
_ONE, _ZERO = Number(Fraction(1)), Number(Fraction(0))


def has_value(tree: Node, assumptions: Assumptions) -> bool:
    """Whether a scalar tree has a value at some generic point; a value that is not computed here (an integral) counts as one."""
    found = survey(tree)
    if found.undefined or found.infinite:
        return False
    domains = with_integers(assumptions.domains, found.counted)
    in_complex = found.imaginary or any(name in domains and domains[name].kind == "complex" for name in found.names)
    made = Workspace().program(tree)
    with precision(_BITS):
        for point in islice(generic(tuple(sorted(found.names)), domains, assumptions.seed, found.summed), _POINTS):
            evaluator = Evaluator(point, assumptions.limits, assumptions.seed, in_complex=in_complex)
            result = evaluated(made, evaluator)
            if result.value is not None or result.lacking in ("beyond", "uncertain"):
                return True
    return False


def holds_everywhere(condition: Node, assumptions: Assumptions) -> bool | None:
    """Whether a relation, or several of them, holds for all values of its symbols; None where nobody could tell."""
    truth = Piecewise(((_ONE, condition),), _ZERO)
    return equal(truth, _ONE, assumptions).equal
