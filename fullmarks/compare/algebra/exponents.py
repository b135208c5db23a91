"""Exponents and angles as sums of products, and what they make of a base: the generators of exponentials and of waves.

With e^(i t) as a generator, sines and cosines are quotients of polynomials, and what trigonometry knows of them is algebra; so
are hyperbolic functions over e^t. For an integer n, e^(i pi n) alternates: it is the (−1)^n whose square is 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fullmarks.compare.algebra.monomials import Exponents, constant, positive_monomial
from fullmarks.compare.canonical import key
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, Call, Constant, Divide, Multiply, Negate, Node, Power, Symbol

Monomial = tuple[tuple[str, Fraction], ...]
"""Names with their powers, in order of the names."""
Terms = dict[Monomial, Fraction]
"""A sum of products, each with its coefficient."""

UNIT, PI = "@i", "@pi"
"""The imaginary unit and pi."""
EXPONENTIAL, WAVE, ALTERNATING = "^e|", "^ei|", "^±|"
"""What the names of generators e^t, e^(i t) and e^(i pi k) with an integer k begin with."""
LOGARITHM = "log "
_MOST_TERMS = 64
_LARGEST_POWER = 8
_ONE: Terms = {(): Fraction(1)}


def terms(node: Node, domains: Mapping[str, Domain]) -> Terms | None:
    """The tree as a sum of products of symbols, roots and whatever else is in it; None past the limit."""
    value = constant(node)
    if value is not None:
        return {(): value} if value else {}
    match node:
        case Symbol(name):
            return _single(f"${name}")
        case Constant("i"):
            return _single(UNIT)
        case Negate(operand):
            found = terms(operand, domains)
            return None if found is None else {monomial: -factor for monomial, factor in found.items()}
        case Add(parts):
            return _total([terms(part, domains) for part in parts])
        case Multiply(factors):
            return _multiplied([terms(factor, domains) for factor in factors])
        case Divide(numerator, denominator):
            inverse = _inverse(terms(denominator, domains))
            return _single(key(node)) if inverse is None else _multiplied([terms(numerator, domains), inverse])
        case Power(base, exponent) if (power := constant(exponent)) is not None and power.denominator == 1:
            return _power(terms(base, domains), int(power)) or _single(key(node))
        case Call("log", (argument,)) if (product := positive_monomial(argument, domains)) is not None:
            return {((f"{LOGARITHM}{name}", Fraction(1)),): power for name, power in product.items() if power}
    product = positive_monomial(node, domains)
    return _single(key(node)) if product is None else {_normal(product): Fraction(1)}


def _single(name: str) -> Terms:
    return {((name, Fraction(1)),): Fraction(1)}


def _normal(powers: Mapping[str, Fraction]) -> Monomial:
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def _total(parts: list[Terms | None]) -> Terms | None:
    total: Terms = {}
    for part in parts:
        if part is None:
            return None
        for monomial, factor in part.items():
            total[monomial] = total.get(monomial, Fraction(0)) + factor
    return {monomial: factor for monomial, factor in total.items() if factor} if len(total) <= _MOST_TERMS else None


def _multiplied(parts: list[Terms | None]) -> Terms | None:
    total = _ONE
    for part in parts:
        if part is None or len(total) * len(part) > _MOST_TERMS:
            return None
        product: Terms = {}
        for monomial, factor in total.items():
            for other, other_factor in part.items():
                together = _together(monomial, other)
                product[together] = product.get(together, Fraction(0)) + factor * other_factor
        total = {monomial: factor for monomial, factor in product.items() if factor}
    return total


def _together(first: Monomial, second: Monomial) -> Monomial:
    if not first or not second:
        return first or second
    powers = dict(first)
    for name, power in second:
        powers[name] = powers.get(name, Fraction(0)) + power
    return _normal(powers)


def _inverse(found: Terms | None) -> Terms | None:
    """One over a single product."""
    if found is None or len(found) != 1:
        return None
    ((monomial, factor),) = found.items()
    return {tuple((name, -power) for name, power in monomial): 1 / factor}


def _power(found: Terms | None, exponent: int) -> Terms | None:
    if found is None or abs(exponent) > _LARGEST_POWER:
        return None
    base = found if exponent >= 0 else _inverse(found)
    return None if base is None else _multiplied([base] * abs(exponent))


def of_exponential(exponent: Node, domains: Mapping[str, Domain], *, turned: bool = False) -> Exponents | None:
    """E to the exponent, as powers of generators; ``turned`` for e^(i exponent). None where that is not known."""
    found = terms(exponent, domains)
    if found is None:
        return None
    exponents: Exponents = {}
    for monomial, factor in found.items():
        powers = dict(monomial)
        turns = powers.pop(UNIT, Fraction(0)) + turned
        if turns.denominator != 1:
            return None
        signed = -factor if turns % 4 >= 2 else factor
        for name, power in _generators(powers, signed, imaginary=turns % 2 == 1, domains=domains):
            exponents[name] = exponents.get(name, Fraction(0)) + power
    return exponents


def _generators(
    powers: dict[str, Fraction], factor: Fraction, *, imaginary: bool, domains: Mapping[str, Domain]
) -> list[tuple[str, Fraction]]:
    """E to one term of an exponent."""
    logarithms = [name for name in powers if name.startswith(LOGARITHM)]
    if len(logarithms) == 1 and powers[logarithms[0]] == 1:
        powers.pop(logarithms[0])
        if imaginary:
            powers[UNIT] = Fraction(1)
        return [(of_power(logarithms[0].removeprefix(LOGARITHM), _normal(powers)), factor)]
    if not imaginary:
        return [(f"{EXPONENTIAL}{text_of(_normal(powers))}", factor)]
    if powers == {PI: 1}:
        return _of_pi(factor)
    if powers.get(PI) == 1 and _is_integer(rest := _normal({**powers, PI: Fraction(0)}), domains):
        return [(f"{ALTERNATING}{text_of(rest)}", factor)]
    return [(f"{WAVE}{text_of(_normal(powers))}", factor)]


def _of_pi(factor: Fraction) -> list[tuple[str, Fraction]]:
    """e^(i pi factor): a power of i where it is one."""
    quarters = 2 * factor
    return [(UNIT, quarters % 4)] if quarters.denominator == 1 else [(f"{WAVE}{PI}", factor)]


def of_power(base: str, monomial: Monomial) -> str:
    """The generator of a positive base to a product."""
    return f"^{base}|{text_of(monomial)}" if monomial else base


def of_minus_one(exponent: Node, domains: Mapping[str, Domain]) -> Exponents | None:
    """−1 to an exponent that is an integer wherever its symbols are; None where that is not known."""
    found = integer_terms(exponent, domains)
    if found is None:
        return None
    return {
        f"{ALTERNATING}{text_of(monomial)}" if monomial else UNIT: factor % 2 if monomial else 2 * factor % 4
        for monomial, factor in found.items()
    }


def integer_terms(node: Node, domains: Mapping[str, Domain]) -> Terms | None:
    """The terms of a tree that is an integer wherever its symbols are; None where that is not known."""
    found = terms(node, domains)
    if found is None:
        return None
    whole = all(factor.denominator == 1 and _is_integer(monomial, domains) for monomial, factor in found.items())
    return found if whole else None


def _is_integer(monomial: Monomial, domains: Mapping[str, Domain]) -> bool:
    return all(
        power.denominator == 1
        and power > 0
        and name.startswith("$")
        and (domain := domains.get(name[1:])) is not None
        and domain.kind == "integer"
        for name, power in monomial
    )


def text_of(monomial: Monomial) -> str:
    """The name of a product."""
    return "·".join(name if power == 1 else f"{name}^{power}" for name, power in monomial)
