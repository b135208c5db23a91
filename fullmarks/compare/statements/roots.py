"""Real roots as certified balls: of polynomials in one generator, and of differences that are affine in one symbol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import cast

from flint import acb, arb, fmpq, fmpq_mpoly, fmpq_poly, fmpz

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.reach import exponent_of
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, NoValueError
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node

ROOT_BITS = 640
"""Enough that the evaluator notices what would need more (``evaluate._WATCHED_BITS``)."""
LARGEST_DEGREE = 24
_SPARE_BITS = 64


def affine_root(gap: Node, name: str, point: Mapping[str, Value], assumptions: Assumptions) -> fmpq | arb | None:
    """Where a difference that is affine in one symbol is zero, the others fixed; None where it is not affine or never zero.

    A ball that could not be told apart from the number beside it is no root.
    """
    with precision(ROOT_BITS):
        values: list[Value] = []
        tallest = 0
        for k in range(3):
            evaluator = Evaluator({**point, name: fmpq(k)}, assumptions.limits, assumptions.seed)
            try:
                values.append(evaluator.value(gap))
            except NoValueError:
                return None
            if evaluator.absorbed or evaluator.needed_bits > ROOT_BITS:
                return None
            tallest = max(tallest, evaluator.height)
        exact_values = [value for value in values if isinstance(value, fmpq)]
        if len(exact_values) == len(values):
            start, middle, end = exact_values
            return start / (start - middle) if end - middle == middle - start != 0 else None
        balls = [arb(value) for value in values if not isinstance(value, acb)]
        if len(balls) < len(values) or not (balls[2] - 2 * balls[1] + balls[0]).contains(0):
            return None
        slope = balls[1] - balls[0]
        return None if slope.contains(0) or too_tall(tallest) else -balls[0] / slope


def too_tall(height: int) -> bool:
    """Whether numbers have so many bits that two of them might be different where balls are not."""
    return 2 * height + _SPARE_BITS > ROOT_BITS


def distinct(roots: Sequence[fmpq | arb]) -> list[fmpq | arb]:
    """Roots in order, those that cannot be told apart once, and exactly if one of them is."""
    kept: list[fmpq | arb] = []
    for root in sorted(roots, key=near):
        if not kept or not arb(kept[-1]).overlaps(arb(root)):
            kept.append(root)
        elif isinstance(root, fmpq) and not isinstance(kept[-1], fmpq):
            kept[-1] = root
        elif isinstance(root, fmpq) and root != kept[-1]:
            kept.append(root)
    return kept


def univariate(polynomial: fmpq_mpoly) -> fmpq_poly | None:
    """A polynomial in at most one generator, dense."""
    coefficients: dict[int, fmpq] = {}
    for exponents, coefficient in polynomial.to_dict().items():
        coefficients[sum(int(exponent) for exponent in exponents)] = coefficient
    if max(coefficients, default=0) > LARGEST_DEGREE:
        return None
    return fmpq_poly([coefficients.get(k, fmpq(0)) for k in range(max(coefficients, default=0) + 1)])


def real_roots(polynomial: fmpq_poly) -> list[arb]:
    """All real roots, each once, in order."""
    if polynomial.degree() < 1:
        return []
    with precision(ROOT_BITS):
        roots = cast("list[tuple[acb, int]]", polynomial.numer().complex_roots())  # roots with multiplicities
        return sorted([root.real for root, _ in roots if root.imag == 0], key=near)


def exact(root: arb, line: fmpq_poly) -> fmpq | arb:
    """A root as the rational that it is, where the polynomial is linear, or as the integer or the half that it may be; else as its ball."""
    if line.degree() == 1:
        return -line[0] / line[1]
    doubled = (2 * root).unique_fmpz()
    if doubled is None:
        return root
    half = fmpq(doubled, 2)
    return half if line(half) == 0 else root


def near(root: fmpq | arb) -> fmpq:
    """The middle of a ball; raises BeyondError where writing it down would take too many bits."""
    if isinstance(root, fmpq):
        return root
    mantissa, exponent = root.mid().man_exp()
    if abs(exponent) > ROOT_BITS * ROOT_BITS:
        raise BeyondError
    return fmpq(mantissa) * fmpq(2) ** int(exponent)


def possible(value: Value, domain: Domain) -> bool:
    """Whether a point may lie in the domain; a root that is no rational lies in every real one that its middle does."""
    if isinstance(value, acb):
        return False
    if abs(exponent_of(value)) > ROOT_BITS * ROOT_BITS:
        return False
    middle = value if isinstance(value, fmpq) else near(value)
    fraction = Fraction(int(middle.p), int(middle.q))
    if domain.kind == "integer" and isinstance(value, arb):
        whole = value.unique_fmpz()
        return whole is not None and domain.contains(Fraction(int(whole)))
    if isinstance(value, arb) and (whole := value.unique_fmpz()) is not None:
        fraction = Fraction(int(whole))
    return domain.contains(fraction)


def shown(value: Value) -> str:
    """A value for people: a short rational as it is, another in decimals."""
    if isinstance(value, fmpq):
        return str(value) if value.height_bits() < ROOT_BITS // 4 else arb(value).str(12, radius=False)
    if isinstance(value, arb):
        whole = value.unique_fmpz()
        return str(whole) if whole is not None else value.str(12, radius=False)
    return str(value)


def fixed_but(generators: tuple[str, ...], free: str, point: Mapping[str, Value]) -> dict[str | int, int | fmpz | fmpq]:
    """The generators' values at a point, all but one symbol's."""
    names = [generator[1:] for generator in generators]
    return {
        f"g{k}": value for k, name in enumerate(names) if name != free and isinstance(value := point.get(name), fmpq)
    }
