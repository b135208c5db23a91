"""Scalar trees as quotients of polynomials over Q in generators.

Generators are symbols, roots of primes and of positive symbols, exponentials by base and exponent, logarithms, and everything
else as an opaque kernel by its key. Prime roots are reduced by their own relation; products of different ones are independent
over Q (A. S. Besicovitch, J. London Math. Soc. 15, 1940), so a difference without kernels is a difference.
Work is bounded before anything is expanded, since a FLINT call cannot be interrupted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import comb, lcm

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from fullmarks.compare.canonical import key
from fullmarks.compare.evaluation.evaluate import rational_value
from fullmarks.compare.monomials import Exponents, constant, linear, positive_monomial
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Indexed,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Power,
    Quantity,
    Symbol,
)
from fullmarks.limits import Limits

_LARGEST_POWER = 64
_MOST_GENERATORS = 40
_LARGEST_EXPONENT = 10_000
_LARGEST_COEFFICIENT_POWER = 512


Quotient = tuple[fmpq_mpoly, fmpq_mpoly]
"""Numerator and denominator."""


class BoundError(ArithmeticError):
    """The polynomials would be larger than the limits."""


@dataclass(slots=True)
class Generators:
    """The generators of two trees: the common denominator of each one's exponents, and what is known of them."""

    domains: Mapping[str, Domain]
    denominators: dict[str, int] = field(default_factory=dict)
    opaque: bool = False

    def need(self, name: str, denominator: int = 1) -> None:
        """A generator, and the denominator of an exponent that it occurs with."""
        self.denominators[name] = lcm(self.denominators.get(name, 1), denominator)
        if len(self.denominators) > _MOST_GENERATORS:
            raise BoundError

    def copy(self) -> Generators:
        """The same generators, to which others may be added."""
        return Generators(self.domains, dict(self.denominators), self.opaque)


@dataclass(frozen=True, slots=True)
class InField:
    """A tree as a quotient over its own generators."""

    generators: Generators
    field: Field
    quotient: Quotient


def in_own_field(tree: Node, domains: Mapping[str, Domain], limits: Limits) -> InField | None:
    """A tree over its own generators; None past the limits."""
    generators = Generators(domains)
    try:
        collect(tree, generators)
        field_ = Field(generators, limits)
        return InField(generators, field_, field_.quotient(tree))
    except BoundError:
        return None


@dataclass(frozen=True, slots=True)
class Quotients:
    """Trees as quotients of polynomials over common generators; ``$x`` is the generator of the symbol x."""

    generators: tuple[str, ...]
    pairs: tuple[Quotient, ...]
    opaque: bool
    """Whether a generator stands for something whose relation to the others is not known."""


def quotients(trees: Sequence[Node], domains: Mapping[str, Domain], limits: Limits) -> Quotients | None:
    """Numerators and denominators of several trees; None past the limits."""
    generators = Generators(domains)
    try:
        for tree in trees:
            collect(tree, generators)
        field_ = Field(generators, limits)
        pairs = tuple((field_.reduced(above), field_.reduced(below)) for above, below in map(field_.quotient, trees))
    except BoundError:
        return None
    return Quotients(tuple(generators.denominators), pairs, generators.opaque)


def collect(node: Node, into: Generators) -> None:
    """Notes the generators that a tree needs."""
    match node:
        case Number():
            pass
        case Symbol(name):
            into.need(f"${name}")
        case Add(parts) | Multiply(parts):
            for part in parts:
                collect(part, into)
        case Divide(first, second):
            collect(first, into)
            collect(second, into)
        case Negate(operand) | Percent(operand) | Quantity(operand, _):
            collect(operand, into)
        case Power(base, exponent) if small_power(exponent) is not None:
            collect(base, into)
        case Power() if constant(node) is not None:
            pass
        case _ if (exponents := _power_product(node, into.domains)) is not None:
            for name, value in exponents.items():
                into.need(name, value.denominator)
                into.opaque |= name.startswith("^")
        case Call("log", (argument,)) if (monomial := positive_monomial(argument, into.domains)) is not None:
            into.opaque = True
            for name in monomial:
                into.need(f"log {name}")
        case Indexed():
            into.need(key(node))
            into.opaque = True
        case _:
            into.need(key(node))
            into.opaque = True


def _power_product(node: Node, domains: Mapping[str, Domain]) -> Exponents | None:
    """Exponents by generator of a root or a power whose base is positive; ``^base|exponent`` is an exponential."""
    match node:
        case Call("sqrt", (radicand,)):
            return _scaled(positive_monomial(radicand, domains), Fraction(1, 2))
        case Call("root", (radicand, degree)) if (value := constant(degree)) is not None and value > 0:
            return _scaled(positive_monomial(radicand, domains), 1 / value)
        case Call("exp", (exponent,)) | Power(Constant("e"), exponent):
            terms = linear(exponent)
            return None if terms is None else {f"^e|{text}": value for text, value in terms.items()}
        case Power(base, exponent) if (value := constant(exponent)) is not None:
            return _scaled(positive_monomial(base, domains), value)
        case Power(base, exponent):
            monomial, terms = positive_monomial(base, domains), linear(exponent)
            if monomial is None or terms is None or len(monomial) * len(terms) > _MOST_GENERATORS:
                return None
            found: Exponents = {}
            for name, power in monomial.items():
                for text, value in terms.items():
                    generator = f"^{name}|{text}" if text else name
                    found[generator] = found.get(generator, Fraction(0)) + power * value
            return found
    return None


def _scaled(monomial: Exponents | None, factor: Fraction) -> Exponents | None:
    return None if monomial is None else {name: value * factor for name, value in monomial.items()}


def small_power(exponent: Node) -> int | None:
    """An integer exponent that is small enough to expand."""
    value = exponent.value if type(exponent) is Number else constant(exponent)
    if value is None or value.denominator != 1:
        return None
    whole = value.numerator
    return whole if -_LARGEST_POWER <= whole <= _LARGEST_POWER else None


class Field:
    """Quotients of polynomials over the generators."""

    def __init__(self, generators: Generators, limits: Limits) -> None:
        self.domains = generators.domains
        self.denominators = generators.denominators
        self.terms = limits.polynomial_terms
        names = list(generators.denominators)
        self.context = fmpq_mpoly_ctx.get([f"g{k}" for k in range(len(names))] or ["g0"], Ordering.degrevlex)
        self.one = self.context.constant(1)
        self.generator = dict(zip(names, self.context.gens(), strict=False))
        self.primes = [
            (k, int(name[1:]), generators.denominators[name]) for k, name in enumerate(names) if name.startswith("#")
        ]

    def number(self, value: Fraction) -> fmpq_mpoly:
        """A constant."""
        return self.context.constant(rational_value(value))

    def times(self, left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
        """The product; raises BoundError where it could have too many terms."""
        if len(left) * len(right) > self.terms * 4:
            raise BoundError
        return left * right

    def power(self, base: fmpq_mpoly, exponent: int) -> fmpq_mpoly:
        """The power; raises BoundError where it could have too many terms or too long coefficients."""
        if exponent and comb(len(base) + exponent, exponent) > self.terms:
            raise BoundError
        if any(coefficient.height_bits() * exponent > self.terms * 32 for coefficient in base.coeffs()):
            raise BoundError
        return base**exponent

    def refuse_zero(self, divisor: fmpq_mpoly) -> None:
        """Where a divisor is the zero polynomial there is no quotient, and nothing that could cancel it away."""
        if self.reduced(divisor).is_zero():
            raise BoundError

    def quotient(self, node: Node) -> Quotient:
        """Numerator and denominator."""
        match node:
            case Number(value, _):
                return self.number(value), self.one
            case Symbol(name):
                generator = f"${name}"
                degree = self.denominators[generator]
                power = self.generator[generator]
                return (power if degree == 1 else power**degree), self.one
            case Add(terms):
                return self._sum(terms)
            case Multiply(factors):
                return self._product(factors)
            case Negate(operand):
                above, below = self.quotient(operand)
                return -above, below
            case Percent(operand):
                above, below = self.quotient(operand)
                return above, below * 100
            case Quantity(operand, _):
                return self.quotient(operand)
            case Divide(numerator, denominator):
                above, below = self.quotient(numerator)
                other_above, other_below = self.quotient(denominator)
                self.refuse_zero(other_above)
                return self.times(above, other_below), self.times(below, other_above)
            case Power(base, exponent) if (whole := small_power(exponent)) is not None:
                above, below = self.quotient(base)
                if whole <= 0:
                    self.refuse_zero(above)
                if whole < 0:
                    above, below = below, above
                return self.power(above, abs(whole)), self.power(below, abs(whole))
        return self._generated(node)

    def _sum(self, terms: tuple[Node, ...]) -> Quotient:
        above, below = self.quotient(terms[0])
        for term in terms[1:]:
            next_above, next_below = self.quotient(term)
            if below == next_below:
                above = above + next_above
            else:
                above = self.times(above, next_below) + self.times(next_above, below)
                below = self.times(below, next_below)
            if len(above) > self.terms:
                raise BoundError
        return above, below

    def _product(self, factors: tuple[Node, ...]) -> Quotient:
        above = below = self.one
        for factor in factors:
            next_above, next_below = self.quotient(factor)
            above, below = self.times(above, next_above), self.times(below, next_below)
        return above, below

    def _generated(self, node: Node) -> Quotient:
        """A constant power, a root, an exponential, a logarithm or an opaque kernel."""
        value = constant(node)
        if value is not None:
            return self.number(value), self.one
        exponents = _power_product(node, self.domains)
        if exponents is not None:
            return self._monomial(exponents)
        if isinstance(node, Call) and node.function == "log" and len(node.arguments) == 1:
            monomial = positive_monomial(node.arguments[0], self.domains)
            if monomial is not None:
                total = self.context.constant(0)
                for name, power in monomial.items():
                    total = total + self.generator[f"log {name}"] * rational_value(power)
                return total, self.one
        return self.generator[key(node)], self.one

    def _monomial(self, exponents: Exponents) -> Quotient:
        above = below = self.one
        for name, value in exponents.items():
            count = value * self.denominators[name]
            if abs(count) > _LARGEST_EXPONENT:
                raise BoundError
            if count > 0:
                above = above * self.generator[name] ** int(count)
            elif count < 0:
                below = below * self.generator[name] ** -int(count)
        return above, below

    def reduced(self, polynomial: fmpq_mpoly) -> fmpq_mpoly:
        """The polynomial with every full power of a prime's root replaced by the prime."""
        if not self.primes:
            return polynomial
        reduced: dict[tuple[int, ...], fmpq] = {}
        for exponents, coefficient in polynomial.to_dict().items():
            powers, total = list(exponents), coefficient
            for place, prime, degree in self.primes:
                whole, powers[place] = divmod(int(exponents[place]), degree)
                if whole > _LARGEST_COEFFICIENT_POWER:
                    raise BoundError
                total = total * prime**whole
            place_ = tuple(powers)
            reduced[place_] = reduced[place_] + total if place_ in reduced else total
        return self.context.from_dict({place: value for place, value in reduced.items() if value != 0})
