"""Whether one expression is a constant multiple of another: for the constant-factor near miss and for equations up to a factor."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from flint import acb, fmpq

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.arrays.ratio import ratio_of_arrays
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.points.generic import generic, with_integers
from fullmarks.compare.scalars import compare_scalars
from fullmarks.compare.survey import survey
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Divide, Multiply, Node, Number
from fullmarks.expr.walk import substitute

_POINTS = 6
_LARGEST_PART = 10_000
_BITS = 128


def constant_ratio(answer: Node, expected: Node, assumptions: Assumptions) -> Fraction | None:
    """The rational q with ``answer == q * expected`` everywhere; None if there is none, or none that is found.

    The first point suggests q (a quotient of numbers up to 10,000), and equality proves it.
    """
    if assumptions.arrays.stand_in(answer) or assumptions.arrays.stand_in(expected):
        return ratio_of_arrays(answer, expected, assumptions)
    mine, theirs = constant(answer), constant(expected)
    if mine is not None and theirs is not None:
        return _if_small(mine / theirs) if theirs else None
    seen = survey(answer, expected)
    domains, names = with_integers(assumptions.domains, seen.counted), tuple(sorted(seen.names))
    for point in islice(generic(names, domains, assumptions.seed), _POINTS):
        with precision(_BITS):
            try:
                above = Evaluator(point, assumptions.limits, assumptions.seed).value(answer)
                below = Evaluator(point, assumptions.limits, assumptions.seed).value(expected)
                ratio = _as_rational(above, below)
            except NoValueError:
                continue
        if ratio is None:
            return None
        scaled = Multiply((Number(ratio), expected))
        return ratio if compare_scalars(answer, scaled, assumptions).equal else None
    return None


def _as_rational(above: Value, below: Value) -> Fraction | None:
    if below == 0 or above == 0:
        return None
    ratio = above / below
    if isinstance(ratio, fmpq):
        found = Fraction(int(ratio.p), int(ratio.q))
    else:
        if isinstance(ratio, acb):
            if not ratio.imag.contains(0):
                return None
            ratio = ratio.real
        if not ratio.is_finite():
            return None
        mantissa, exponent = ratio.mid().man_exp()
        if abs(int(exponent)) > 10 * _BITS:
            return None
        found = (Fraction(int(mantissa)) * Fraction(2) ** int(exponent)).limit_denominator(_LARGEST_PART)
        if not (ratio - fmpq(found.numerator, found.denominator)).contains(0):
            return None
    return _if_small(found)


def _if_small(ratio: Fraction) -> Fraction | None:
    """A ratio of small parts, and not 0: any other explains nothing."""
    small = abs(ratio.numerator) <= _LARGEST_PART and ratio.denominator <= _LARGEST_PART
    return ratio if small and ratio != 0 else None


def proportional(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Whether the quotient of two expressions is one nonzero constant on the domain."""
    seen = survey(answer, expected)
    names = tuple(sorted(seen.names))
    domains = {
        name: REAL if domain.kind == "complex" else domain
        for name, domain in with_integers(assumptions.domains, seen.counted).items()
    }
    quotient = Divide(answer, expected)
    # At a point that the comparison tries as well, it would find the two equal whatever they are.
    for point in islice(generic(names, domains, f"{assumptions.seed}|factor"), _POINTS):
        fixed: dict[str, Node] = {name: _as_number(value) for name, value in point.items() if isinstance(value, fmpq)}
        there = substitute(quotient, fixed)
        with precision(_BITS):
            try:
                value = Evaluator(point, assumptions.limits, assumptions.seed).value(quotient)
            except NoValueError:
                continue
        if value == 0:
            return Comparison(
                False, Evidence(EvidenceKind.COUNTEREXAMPLE, note="One side is zero where the other is not.")
            )
        return compare_scalars(answer, Multiply((there, expected)), assumptions)
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note="No point of the domain has a value on both sides."))


def _as_number(value: fmpq) -> Number:
    return Number(Fraction(int(value.p), int(value.q)))


def constant_sign(answer: Node, expected: Node, assumptions: Assumptions) -> int | None:
    """The sign of the constant quotient of two proportional expressions; None where no point shows it."""
    seen = survey(answer, expected)
    domains, names = with_integers(assumptions.domains, seen.counted), tuple(sorted(seen.names))
    for point in islice(generic(names, domains, assumptions.seed), _POINTS):
        with precision(_BITS):
            try:
                ratio = Evaluator(point, assumptions.limits, assumptions.seed).value(Divide(answer, expected))
            except NoValueError:
                continue
            if not isinstance(ratio, acb) and ratio != 0:
                return 1 if ratio > 0 else -1
    return None
