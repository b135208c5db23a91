"""Two relations between polynomials: whether their differences are multiples of each other, decided by one exact form.

``y = 2x + 1`` and ``4x - 2y = -2`` say the same since ``y - 2x - 1`` is a multiple of ``4x - 2y + 2``. What has no such form (functions,
roots, irrational coefficients) is for ``ratio.py``.
"""

from __future__ import annotations

from flint import fmpq

from fullmarks.compare.algebra.exact import over_one_field
from fullmarks.compare.algebra.generators import BoundError
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.nodes import Relation

FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_NOT_THE_SAME = Comparison(
    False, Evidence(EvidenceKind.EXACT, note="The two differences are not multiples of each other.")
)
_THE_SAME = Comparison(True, Evidence(EvidenceKind.EXACT))


def by_proportion(answer: Relation, expected: Relation, assumptions: Assumptions) -> Comparison | None:
    """Whether two relations are the same up to a factor; None where their differences are no quotients of polynomials.

    Different only says that there is no such factor: the same values may satisfy both.
    """
    if len(answer.operators) != 1 or len(expected.operators) != 1:
        return None
    operator, wanted = answer.operators[0], expected.operators[0]
    if operator == wanted and operator in ("=", "!="):
        turns = False
    elif operator in FLIPPED and wanted in FLIPPED:
        turns = True
    else:
        return None
    factor = _factor(answer, expected, assumptions)
    if factor is None:
        return None
    if factor == 0:
        return _NOT_THE_SAME
    if turns and operator != (wanted if factor > 0 else FLIPPED[wanted]):
        return _NOT_THE_SAME
    return _THE_SAME


def _factor(answer: Relation, expected: Relation, assumptions: Assumptions) -> fmpq | None:
    """What one difference must be multiplied with to be the other; 0 where nothing does it, None where this is not known."""
    workspace = assumptions.workspace or Workspace()
    (mine,), (theirs,) = workspace.differences(answer), workspace.differences(expected)
    in_own = workspace.quotient(theirs, assumptions.domains, frozenset(), assumptions.limits)
    if in_own is None or in_own.generators.opaque:
        return None
    try:
        both = over_one_field(mine, in_own, assumptions.limits)
        if both.generators.opaque:
            return None
        first = both.field.times(both.left[0], both.right[1])
        second = both.field.times(both.right[0], both.left[1])
    except BoundError:
        return None
    if not all(name.startswith("$") for name in both.generators.denominators) or first.is_zero() or second.is_zero():
        return None
    factor = first.leading_coefficient() / second.leading_coefficient()
    if first == second * factor:
        return factor
    # On finitely many integers different polynomials may have the same values.
    finite = any(
        domain.kind == "integer" and domain.lower is not None and domain.upper is not None
        for domain in assumptions.domains.values()
    )
    return None if finite else fmpq(0)
