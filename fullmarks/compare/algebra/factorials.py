"""Factorials and binomial coefficients of integers, over one factorial for all arguments that are whole steps apart.

(n + 2)! is (n + 2)(n + 1) n!, and n over k is n!/(k! (n − k)!) where neither k nor n − k is below zero. With a number below, a
binomial coefficient is a polynomial.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import factorial

from fullmarks.compare.algebra.bounds import Ranges
from fullmarks.compare.algebra.exponents import Terms, integer_terms, text_of
from fullmarks.compare.algebra.monomials import constant
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, Call, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.records import frozen

_MOST_STEPS = 20
FACTORIAL = "!"


@frozen
class Step:
    """One factor: a linear tree's terms without its constant, plus ``shift``."""

    core: Node
    shift: int


@dataclass(slots=True)
class Factorials:
    """A product of factorials over others, as generators (``!n``), linear factors and a number."""

    above: list[str]
    below: list[str]
    steps_above: list[Step]
    steps_below: list[Step]
    symbols: set[str]
    number: Fraction = Fraction(1)


def factorials(node: Node, domains: Mapping[str, Domain]) -> Factorials | None:
    """A factorial or a binomial coefficient; None where its arguments are not surely integers that are not negative."""
    made = Factorials([], [], [], [], set())
    match node:
        case Call("factorial", (argument,)):
            return made if _factorial(argument, domains, made, inverse=False) else None
        case Call("binomial", (upper, lower)) if (value := constant(lower)) is not None:
            return _polynomial(upper, value, domains, made)
        case Call("binomial", (upper, lower)):
            rest = Add((upper, Negate(lower)))
            whole = _factorial(upper, domains, made, inverse=False) and all(
                _factorial(argument, domains, made, inverse=True) for argument in (lower, rest)
            )
            return made if whole else None
    return None


def _polynomial(upper: Node, lower: Fraction, domains: Mapping[str, Domain], made: Factorials) -> Factorials | None:
    found = integer_terms(upper, domains)
    if found is None or lower.denominator != 1 or not 0 <= lower <= _MOST_STEPS or not _is_not_negative(found, domains):
        return None
    rest, shift = _split(found)
    core = _tree(rest)
    made.symbols |= _names(found)
    made.steps_above += [Step(core, shift - step) for step in range(int(lower))]
    made.number = Fraction(1, factorial(int(lower)))
    return made


def _factorial(argument: Node, domains: Mapping[str, Domain], made: Factorials, *, inverse: bool) -> bool:
    """Adds the factorial of the argument, or one over it; False where that is not known."""
    found = integer_terms(argument, domains)
    if found is None or not _is_not_negative(found, domains):
        return False
    rest, shift = _split(found)
    if abs(shift) > _MOST_STEPS:
        return False
    core = _tree(rest)
    if not rest:
        made.number = made.number / factorial(shift) if inverse else made.number * factorial(shift)
        return True
    name = FACTORIAL + "+".join(f"{factor}·{text_of(monomial)}" for monomial, factor in sorted(rest.items()))
    steps = [Step(core, step) for step in (range(1, shift + 1) if shift > 0 else range(shift + 1, 1))]
    (made.below if inverse else made.above).append(name)
    (made.steps_above if (shift > 0) != inverse else made.steps_below).extend(steps)
    made.symbols |= _names(found)
    return True


def _split(found: Terms) -> tuple[Terms, int]:
    """The terms with symbols, and the constant."""
    rest = {monomial: factor for monomial, factor in found.items() if monomial}
    return rest, int(found.get((), Fraction(0)))


def _is_not_negative(found: Terms, domains: Mapping[str, Domain]) -> bool:
    return Ranges(domains).nonnegative(_tree(found))


def _names(found: Terms) -> set[str]:
    return {name for monomial in found for name, _ in monomial}


def _tree(found: Terms) -> Node:
    """The terms as a tree again, simplified."""
    parts = [
        Multiply((Number(factor), *(Power(Symbol(name[1:]), Number(power)) for name, power in monomial)))
        if monomial
        else Number(factor)
        for monomial, factor in sorted(found.items())
    ]
    return Number(Fraction(0)) if not parts else parts[0] if len(parts) == 1 else Add(tuple(parts))
