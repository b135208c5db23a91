"""Equations in several real symbols, by the irreducible factors of their numerators.

A factor on one side only is a difference where it has a real zero that the other side does not share, and that zero is the
counterexample. What has no factors that could be compared is parted by a solution of one that does not solve the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from flint import arb, fmpq, fmpq_mpoly, fmpq_poly

from fullmarks.compare.algebra.generators import surely_above_zero
from fullmarks.compare.algebra.quotients import Quotients, quotients
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError, UndefinedError
from fullmarks.compare.points.generic import generic
from fullmarks.compare.statements.proportions import FLIPPED
from fullmarks.compare.statements.roots import (
    ROOT_BITS,
    affine_root,
    fixed_but,
    possible,
    real_roots,
    shown,
    univariate,
)
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Logic, Multiply, Negate, Node, Relation
from fullmarks.expr.walk import symbols

_TRIES = 6


def by_factors(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Whether two equations, or alternatives of equations, have the same real solutions; None for other statements."""
    mine, theirs = _as_gap(answer), _as_gap(expected)
    if mine is None or theirs is None:
        return None
    return _common_factors(mine, theirs, assumptions) or _parted(mine, theirs, assumptions)


def _parted(mine: Node, theirs: Node, assumptions: Assumptions) -> Comparison | None:
    """A solution of one equation, found by solving it for one symbol, that does not solve the other."""
    names = tuple(sorted(symbols(mine) | symbols(theirs)))
    domains = {name: assumptions.domains.get(name, REAL) for name in names}
    for point in islice(generic(names, domains, assumptions.seed), _TRIES):
        for solved, other in ((theirs, mine), (mine, theirs)):
            for name in names:
                for root in _solved_for(solved, name, point, assumptions):
                    there: dict[str, Value] = {**point, name: root}
                    if possible(root, domains[name]) and _fails(other, there, assumptions):
                        at = tuple((n, shown(there[n])) for n in names)
                        return Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=at))
    return None


def _solved_for(gap: Node, name: str, point: Mapping[str, Value], assumptions: Assumptions) -> Sequence[fmpq | arb]:
    """Real zeros of a difference along one symbol: of what is affine in it, or a polynomial."""
    root = affine_root(gap, name, point, assumptions)
    if root is not None:
        return [root]
    found = quotients([gap], assumptions.domains, assumptions.limits)
    if found is None or found.opaque or any(not generator.startswith("$") for generator in found.generators):
        return []
    line = univariate(found.pairs[0][0].subs(fixed_but(found.generators, name, point)))
    return real_roots(line) if line is not None else []


def _fails(gap: Node, at: Mapping[str, Value], assumptions: Assumptions) -> bool:
    """Whether a difference is certainly not zero at a point, or has no value there."""
    with precision(ROOT_BITS):
        try:
            value = Evaluator(at, assumptions.limits, assumptions.seed).value(gap)
        except UndefinedError:
            return True
        except NoValueError:
            return False
        return isinstance(value, fmpq | arb) and bool(value > 0 or value < 0)


def by_positive_factor(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Two inequalities whose differences are multiples of each other by something of known sign; None for others."""
    match answer, expected:
        case Relation((left, right), (sign,)), Relation((key_left, key_right), (key_sign,)):
            pass
        case _:
            return None
    if sign not in FLIPPED or key_sign not in FLIPPED:
        return None
    gaps = (Add((left, Negate(right))), Add((key_left, Negate(key_right))))
    found = quotients(gaps, assumptions.domains, assumptions.limits)
    if found is None:
        return None
    (above, below), (key_above, key_below) = found.pairs
    numerator, denominator = above * key_below, below * key_above
    common = numerator.gcd(denominator)
    if common.is_zero():
        return None
    positive = _positive_factor(numerator / common, found, assumptions.domains)
    other = _positive_factor(denominator / common, found, assumptions.domains)
    if positive is None or other is None:
        return None
    same = sign == (key_sign if positive == other else FLIPPED[key_sign])
    return Comparison(same, Evidence(EvidenceKind.EXACT))


def _positive_factor(polynomial: fmpq_mpoly, found: Quotients, domains: Mapping[str, Domain]) -> bool | None:
    """Whether a product of generators that are known to be positive has a positive coefficient; None for any other polynomial."""
    if len(polynomial) != 1:
        return None
    powers = polynomial.monoms()[0]
    for name, power in zip(found.generators, powers, strict=False):
        domain = domains.get(name[1:], REAL) if name.startswith("$") else REAL
        never_zero = domain.nonzero and power % 2 == 0
        if power and not (surely_above_zero(name) or domain.positive or never_zero):
            return None
    return bool(polynomial.leading_coefficient() > 0)


def _common_factors(mine: Node, theirs: Node, assumptions: Assumptions) -> Comparison | None:
    """Equal where the irreducible factors are; different where a factor on one side has a zero of its own."""
    found = quotients((mine, theirs), assumptions.domains, assumptions.limits)
    if found is None:
        return None
    first, second = (_factors(pair[0], pair[1], found, assumptions.domains) for pair in found.pairs)
    extra = [(factor, found.pairs[1][0]) for factor in first if factor not in second]
    extra += [(factor, found.pairs[0][0]) for factor in second if factor not in first]
    if not extra:
        return Comparison(True, Evidence(EvidenceKind.EXACT))
    if found.opaque or any(not name.startswith("$") for name in found.generators):
        return None
    for factor, other in extra:
        at = _zero_of_one(factor, other, found.generators, assumptions)
        if at is not None:
            return Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=at))
    return None


def _as_gap(tree: Node) -> Node | None:
    """An equation, or alternatives of equations, as one expression that is zero exactly where it holds."""
    match tree:
        case Relation((left, right), ("=",)):
            return Add((left, Negate(right)))
        case Logic("or", parts):
            gaps = [gap for part in parts if (gap := _as_gap(part)) is not None]
            return Multiply(tuple(gaps)) if len(gaps) == len(parts) else None
    return None


def _factors(above: fmpq_mpoly, below: fmpq_mpoly, found: Quotients, domains: Mapping[str, Domain]) -> list[fmpq_mpoly]:
    """The irreducible factors of a numerator that can vanish, each with leading coefficient 1."""
    reduced = above / above.gcd(below)
    if reduced.is_zero():
        return [reduced]
    never = {f"${name}" for name, domain in domains.items() if domain.nonzero or domain.positive}
    generators = above.context().gens()
    units = [generators[k] for k, name in enumerate(found.generators) if name in never or surely_above_zero(name)]
    factors = [factor / factor.leading_coefficient() for factor, _ in reduced.factor()[1]]
    return [factor for factor in factors if factor not in units and not _always_positive(factor)]


def _always_positive(polynomial: fmpq_mpoly) -> bool:
    """Whether a polynomial is a sum of even powers with positive coefficients and a positive constant."""
    terms = polynomial.to_dict()
    even = all(
        coefficient > 0 and all(exponent % 2 == 0 for exponent in powers) for powers, coefficient in terms.items()
    )
    return even and any(not any(powers) for powers in terms)


def _zero_of_one(
    factor: fmpq_mpoly, other: fmpq_mpoly, generators: tuple[str, ...], assumptions: Assumptions
) -> tuple[tuple[str, str], ...] | None:
    """A real point of the domain at which a factor vanishes and the other polynomial does not."""
    names = tuple(name[1:] for name in generators)
    domains = {name: assumptions.domains.get(name, REAL) for name in names}
    for point in islice(generic(names, domains, assumptions.seed), _TRIES):
        for name in names:
            fixed = fixed_but(generators, name, point)
            line, rest = univariate(factor.subs(fixed)), univariate(other.subs(fixed))
            if line is None or rest is None:
                continue
            for root in real_roots(line):
                if possible(root, domains[name]) and _certainly_not_zero(rest, root):
                    return tuple((n, shown(root if n == name else point[n])) for n in names)
    return None


def _certainly_not_zero(polynomial: fmpq_poly, at: arb) -> bool:
    with precision(ROOT_BITS):
        total = arb(0)
        for coefficient in reversed(polynomial.coeffs()):
            total = total * at + coefficient
        return not total.contains(0)
