"""Words of algebra systems that are records only with a bracket right behind: ``co(0, 1)``; elsewhere they mean what they did."""

from __future__ import annotations

CALLED = frozenset(
    (
        "frac complex Complex pow Pow Power stackunits choose nchoosek ncr npr fact Equal Ne Lt Le Gt Ge And Or cc oo oc co ntuple Tuple "
        "sequence set frozenset Set union intersection Intersection Complement setdifference vec mat MatrixForm "
        "Rational Fraction Eq FiniteSet Union"
    ).split()
)
INFIX_TOO = frozenset("union intersection choose".split())
"""Those that stand between two operands as well."""
