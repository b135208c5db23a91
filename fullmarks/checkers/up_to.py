"""Equal up to an added constant, or up to a constant factor.

A difference D(x) is constant exactly when D(x) = D(p) for one point p where it is defined, so equality at large decides; no
derivative and no limit is needed. The variables are the key's; letters of the answer's own, such as ``C``, stay free.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.comparison import Assumptions, Comparison, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.values import order
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Call, Multiply, Negate, Node, Number, Symbol
from fullmarks.expr.walk import size_and_depth, substitute, symbols, walk

_TRIES = 4
_LARGE = 2_000
"""An answer of more nodes is compared at one point only, as each comparison may cost a second."""
_VALUES = tuple(
    Fraction(text) for text in ("2", "3", "1/2", "5", "-1", "-2", "1/3", "-3", "7", "1/5", "-1/2", "11", "13", "-7")
)
_CONSTANT_NAMES = frozenset(("C", "c", "K", "k"))
_ZERO = Number(Fraction(0))
_EVERYWHERE = (Add, Multiply, Negate, Number, Symbol)
"""What has a value wherever its parts have one."""


def variables_of(expected: Node, assumptions: Assumptions) -> frozenset[str]:
    """The symbols of a key but for a constant that it adds itself: the undeclared ``C`` of ``x^2 + C``."""
    names = symbols(expected)
    if not isinstance(expected, Add):
        return names
    rest = [term for term in expected.terms if not _is_constant_name(term, assumptions)]
    inside = frozenset(name for term in rest for name in symbols(term))
    return inside or names


def _is_constant_name(term: Node, assumptions: Assumptions) -> bool:
    return isinstance(term, Symbol) and term.name in _CONSTANT_NAMES and term.name not in assumptions.domains


def same_up_to_constant(
    answer: Node, expected: Node, variables: frozenset[str], assumptions: Assumptions
) -> Comparison:
    """Whether ``answer - expected`` does not depend on the variables."""
    if answer == expected:
        return equal(answer, expected, assumptions)
    bare, bare_key = (_without_constants(tree, variables, assumptions) for tree in (answer, expected))
    last = equal(bare, bare_key, assumptions)
    if last.equal:
        return last if (bare, bare_key) == (answer, expected) else _not_identical(last)
    for attempt in range(_TRIES if size_and_depth(answer)[0] <= _LARGE else 1):
        there = substitute(Add((answer, Negate(expected))), point(variables, assumptions.domains, attempt))
        if not _has_value(there, assumptions):
            continue
        # Not the difference against its value: that would differ wherever neither side is defined.
        last = equal(answer, Add((expected, there)), assumptions)
        if last.equal is not None:
            return _not_identical(last)
    return last


def _without_constants(tree: Node, variables: frozenset[str], assumptions: Assumptions) -> Node:
    """A sum without its constant terms: what is left of ``x^2 + C`` is mostly the key as it stands."""
    if not isinstance(tree, Add):
        return tree
    rest = tuple(
        term for term in tree.terms if not variables.isdisjoint(symbols(term)) or not _is_defined(term, assumptions)
    )
    if len(rest) == len(tree.terms):
        return tree
    return Add(rest) if len(rest) > 1 else rest[0] if rest else _ZERO


def _is_defined(constant: Node, assumptions: Assumptions) -> bool:
    """Whether a constant certainly has a value, whatever its letters stand for."""
    return all(isinstance(part, _EVERYWHERE) for part in walk(constant)) or (
        not symbols(constant) and _has_value(constant, assumptions)
    )


def same_up_to_factor(answer: Node, expected: Node, variables: frozenset[str], assumptions: Assumptions) -> Comparison:
    """Whether ``answer`` is ``expected`` times a factor that does not depend on the variables and is not zero."""
    last = equal(answer, expected, assumptions)
    if last.equal:
        return last
    for attempt in range(_TRIES):
        place = point(variables, assumptions.domains, attempt)
        answer_there, expected_there = substitute(answer, place), substitute(expected, place)
        if equal(expected_there, _ZERO, assumptions).equal is not False or not _has_value(expected_there, assumptions):
            continue
        vanishing = equal(answer_there, _ZERO, assumptions)
        if vanishing.equal is not False:
            return _not_identical(Comparison(False if vanishing.equal else None, vanishing.evidence))
        last = equal(Multiply((answer, expected_there)), Multiply((expected, answer_there)), assumptions)
        if last.equal is not None:
            return _not_identical(last)
    return last


def _has_value(there: Node, assumptions: Assumptions) -> bool:
    """Whether a tree without variables is defined; one that still has letters of its own is taken to be."""
    return bool(symbols(there)) or order(Call("abs", (there,)), _ZERO, assumptions.limits) is not None


def _not_identical(comparison: Comparison) -> Comparison:
    """The claim about what was asked, which is more than the sameness of the two trees that decided it."""
    if comparison.evidence.kind is not EvidenceKind.IDENTICAL:
        return comparison
    return replace(comparison, evidence=replace(comparison.evidence, kind=EvidenceKind.EXACT))


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
