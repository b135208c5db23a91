"""Whether one array expression is a constant multiple of another."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from flint import fmpq

from fullmarks.compare.arrays.differences import difference
from fullmarks.compare.arrays.place import BITS, places
from fullmarks.compare.arrays.prepared import prepared
from fullmarks.compare.arrays.values import ArrayValue, Identity, Table, entries, multiple, shape
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Budget
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.expr.nodes import Node

_POINTS = 4
_LARGEST_PART = 10_000


def ratio_of_arrays(answer: Node, expected: Node, assumptions: Assumptions) -> Fraction | None:
    """The rational q with ``answer == q * expected`` for all arrays; None if there is none, or none that is found.

    The first point suggests q (a quotient of numbers up to 10,000), and the others must agree.
    """
    first, second = prepared(answer, assumptions), prepared(expected, assumptions)
    names = first.names.with_other(second.names)
    found: fmpq | None = None
    with precision(BITS):
        for at in islice(places(names, assumptions, Budget(assumptions.limits.evaluations)), _POINTS):
            try:
                mine, theirs = first.value(at), second.value(at)
                if found is None and not _both_zero(mine, theirs):
                    found = _suggested(mine, theirs)
                    if found is None:
                        return None
                if at.opaque or difference(mine, multiple(theirs, found or fmpq(0))) is not None:
                    return None
            except NoValueError:
                return None
    return None if found is None else Fraction(int(found.p), int(found.q))


def _both_zero(mine: ArrayValue, theirs: ArrayValue) -> bool:
    """Whether a point says nothing, as where the trace of a random matrix happens to be zero."""
    return all(isinstance(value, fmpq) and value == 0 for value in (mine, theirs))


def _suggested(mine: ArrayValue, theirs: ArrayValue) -> fmpq | None:
    """The quotient of the first entries that are not both zero, if it is a rational number of small parts."""
    if isinstance(mine, Table) and isinstance(theirs, Table):
        if shape(mine) != shape(theirs):
            return None
        pairs = list(zip(entries(mine), entries(theirs), strict=True))
    else:
        one, other = (value.factor if isinstance(value, Identity) else value for value in (mine, theirs))
        if isinstance(one, Table) or isinstance(other, Table):
            return None
        pairs = [(one, other)]
    above, below = next((pair for pair in pairs if pair[0] != 0 or pair[1] != 0), pairs[0])
    if not isinstance(above, fmpq) or not isinstance(below, fmpq) or above == 0 or below == 0:
        return None
    ratio = above / below
    return ratio if abs(ratio.p) <= _LARGEST_PART and ratio.q <= _LARGEST_PART else None


def proportional_arrays(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Whether two equations ``answer = 0`` and ``expected = 0`` are one up to a factor; what is not may still be equivalent."""
    if ratio_of_arrays(answer, expected, assumptions) is None:
        note = "Equations between arrays are compared up to a factor only."
        return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
    return Comparison(
        True, Evidence(EvidenceKind.AGREED, points=_POINTS, note="Up to a factor, for arrays of random whole numbers.")
    )
