"""Numbers worked out, and products of positive things taken apart: what roots and logarithms are made of."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, Call, Constant, Divide, Multiply, Negate, Node, Number, Percent, Power, Symbol

_LARGEST_FACTORED = 10**12
_MOST_TERMS = 64
_MOST_BITS = 4_096

Exponents = dict[str, Fraction]


def constant(node: Node) -> Fraction | None:
    """The rational that a tree without symbols is by the four operations and small integer powers; None for anything else."""
    match node:
        case Number(value, _):
            return value
        case Symbol():
            return None
        case Negate(operand):
            positive = constant(operand)
            return None if positive is None else -positive
        case Percent(operand):
            hundredths = constant(operand)
            return None if hundredths is None else hundredths / 100
        case Divide(numerator, denominator):
            above, below = constant(numerator), constant(denominator)
            return None if above is None or not below else above / below
        case Add(terms) | Multiply(terms):
            if len(terms) > _MOST_TERMS:
                return None
            is_product = isinstance(node, Multiply)
            total = Fraction(is_product)
            for term in terms:
                part = constant(term)
                if part is None:
                    return None
                total = total * part if is_product else total + part
                if total.numerator.bit_length() + total.denominator.bit_length() > _MOST_BITS:
                    return None
            return total
        case Power(base, exponent):
            root, power = constant(base), constant(exponent)
            if (
                root is None
                or power is None
                or power.denominator != 1
                or abs(power) > _MOST_TERMS
                or (root == 0 and power <= 0)
            ):
                return None
            large = (root.numerator.bit_length() + root.denominator.bit_length()) * abs(int(power)) > _MOST_BITS
            return None if large else root ** int(power)
    return None


def prime_factors(number: int) -> dict[int, int] | None:
    """Primes and exponents of a positive integer; None when it is too large to be factored at once."""
    if number > _LARGEST_FACTORED:
        return None
    found: dict[int, int] = {}
    divisor = 2
    while divisor * divisor <= number:
        if divisor > 10_000:
            return None
        while number % divisor == 0:
            found[divisor] = found.get(divisor, 0) + 1
            number //= divisor
        divisor += 1
    if number > 1:
        found[number] = found.get(number, 0) + 1
    return found


def positive_monomial(node: Node, domains: Mapping[str, Domain]) -> Exponents | None:
    """Exponents by generator of a product of primes (``#2``), positive symbols (``$x``) and pi; None if it is not one."""
    found: Exponents = {}
    return found if _gather(node, Fraction(1), domains, found) else None


def _gather(node: Node, power: Fraction, domains: Mapping[str, Domain], found: Exponents) -> bool:
    match node:
        case Symbol(name):
            domain = domains.get(name)
            if domain is None or not domain.positive:
                return False
            found[f"${name}"] = found.get(f"${name}", Fraction(0)) + power
            return True
        case Constant("pi"):
            found["@pi"] = found.get("@pi", Fraction(0)) + power
            return True
        case Multiply(factors):
            return all(_gather(factor, power, domains, found) for factor in factors)
        case Divide(numerator, denominator):
            return _gather(numerator, power, domains, found) and _gather(denominator, -power, domains, found)
        case Power(base, exponent) if (value := constant(exponent)) is not None and abs(value) <= _MOST_BITS:
            return _gather(base, power * value, domains, found)
        case Call("sqrt", (radicand,)):
            return _gather(radicand, power / 2, domains, found)
    value = constant(node)
    if value is None or value <= 0:
        return False
    for part, sign in ((value.numerator, 1), (value.denominator, -1)):
        primes = prime_factors(part)
        if primes is None:
            return False
        for prime, count in primes.items():
            found[f"#{prime}"] = found.get(f"#{prime}", Fraction(0)) + sign * count * power
    return True
