"""Equal up to an added constant, or up to a constant factor.

A difference D(x) is constant exactly when D(x) = D(p) for one point p where it is defined, so equality at large decides; no
derivative and no limit is needed. The variables are the key's; letters of the answer's own, such as ``C``, stay free.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Multiply, Negate, Node, Number
from fullmarks.expr.walk import substitute

_TRIES = 4
_VALUES = tuple(
    Fraction(text) for text in ("2", "3", "1/2", "5", "-1", "-2", "1/3", "-3", "7", "1/5", "-1/2", "11", "13", "-7")
)
_ZERO = Number(Fraction(0))


def same_up_to_constant(
    answer: Node, expected: Node, variables: frozenset[str], assumptions: Assumptions
) -> Comparison:
    """Whether ``answer - expected`` does not depend on the variables."""
    difference = Add((answer, Negate(expected)))
    last = Comparison(None, Evidence(EvidenceKind.UNDECIDED, note="No point was found where both are defined."))
    for attempt in range(_TRIES):
        there = substitute(difference, point(variables, assumptions.domains, attempt))
        # What is not equal to itself has no value there.
        if equal(there, there, assumptions).equal is not True:
            continue
        last = equal(difference, there, assumptions)
        if last.equal is not None:
            return last
    return last


def same_up_to_factor(answer: Node, expected: Node, variables: frozenset[str], assumptions: Assumptions) -> Comparison:
    """Whether ``answer`` is ``expected`` times a factor that does not depend on the variables and is not zero."""
    last = equal(answer, expected, assumptions)
    if last.equal:
        return last
    for attempt in range(_TRIES):
        place = point(variables, assumptions.domains, attempt)
        answer_there, expected_there = substitute(answer, place), substitute(expected, place)
        if equal(expected_there, _ZERO, assumptions).equal is not False:
            continue
        vanishing = equal(answer_there, _ZERO, assumptions)
        if vanishing.equal is not False:
            return Comparison(False if vanishing.equal else None, vanishing.evidence)
        last = equal(Multiply((answer, expected_there)), Multiply((expected, answer_there)), assumptions)
        if last.equal is not None:
            return last
    return last


def point(variables: frozenset[str], domains: Mapping[str, Domain], attempt: int) -> dict[str, Node]:
    """A value of its domain for each variable, different ones as far as the domains allow."""
    return {
        name: Number(_value(domains.get(name, REAL), place + 3 * attempt))
        for place, name in enumerate(sorted(variables))
    }


def _value(domain: Domain, place: int) -> Fraction:
    inside = [value for value in _VALUES if domain.contains(value)]
    if inside:
        return inside[place % len(inside)]
    lower = domain.lower if domain.lower is not None else (domain.upper or Fraction(0)) - 16
    upper = domain.upper if domain.upper is not None else lower + 16
    if domain.kind == "integer":
        return Fraction(-(-lower // 1) + place % max(1, int(upper - lower)))
    return lower + (upper - lower) * Fraction(place % 13 + 1, 15)
