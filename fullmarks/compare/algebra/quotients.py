"""Scalar trees as quotients of polynomials over Q in generators.

What generators there are stands in ``generators.py``. Prime roots are reduced by their own relation; products of different ones
are independent over Q (A. S. Besicovitch, J. London Math. Soc. 15, 1940), so a difference without kernels is a difference.
Work is bounded before anything is expanded, since a FLINT call cannot be interrupted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import comb

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from fullmarks.compare.algebra.exponents import UNIT
from fullmarks.compare.algebra.factorials import Factorials, Step
from fullmarks.compare.algebra.generators import TURNED, BoundError, Generators, collect, small_power
from fullmarks.compare.algebra.monomials import Exponents, constant, positive_monomial
from fullmarks.compare.algebra.relations import relation_of
from fullmarks.compare.canonical import key
from fullmarks.compare.evaluation.evaluate import rational_value
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Add,
    Call,
    Divide,
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
from fullmarks.records import frozen

_LARGEST_EXPONENT = 10_000
_LARGEST_COEFFICIENT_POWER = 512


Quotient = tuple[fmpq_mpoly, fmpq_mpoly]
"""Numerator and denominator."""


@frozen
class InField:
    """A tree as a quotient over its own generators."""

    tree: Node
    generators: Generators
    field: Field
    quotient: Quotient


def in_own_field(tree: Node, domains: Mapping[str, Domain], limits: Limits) -> InField | None:
    """A tree over its own generators, with waves taken apart; None past the limits."""
    generators = Generators(domains, waves=True)
    try:
        collect(tree, generators)
        field_ = Field(generators, limits)
        return InField(tree, generators, field_, field_.quotient(tree))
    except BoundError:
        return None


@frozen
class Quotients:
    """Trees as quotients of polynomials over common generators; ``$x`` is the generator of the symbol x."""

    generators: tuple[str, ...]
    """In alphabetical order, so that polynomials are divided in the same way whatever tree they came from."""
    denominators: tuple[int, ...]
    """The denominators of the exponents: of ``$x`` with 2, the variable stands for the root of x."""
    pairs: tuple[Quotient, ...]
    opaque: bool
    """Whether a generator stands for something whose relation to the others is not known, or for a root of a symbol."""


def quotients(trees: Sequence[Node], domains: Mapping[str, Domain], limits: Limits) -> Quotients | None:
    """Numerators and denominators of several trees; None past the limits."""
    generators = Generators(domains)
    try:
        for tree in trees:
            collect(tree, generators)
        generators.denominators = dict(sorted(generators.denominators.items()))
        field_ = Field(generators, limits)
        pairs = tuple((field_.reduced(above), field_.reduced(below)) for above, below in map(field_.quotient, trees))
    except BoundError:
        return None
    denominators = generators.denominators
    rooted = any(name.startswith("$") and degree > 1 for name, degree in denominators.items())
    opaque = generators.opaque or rooted
    return Quotients(tuple(denominators), tuple(denominators.values()), pairs, opaque)


class Field:
    """Quotients of polynomials over the generators."""

    def __init__(self, generators: Generators, limits: Limits) -> None:
        self.generators = generators
        self.domains = generators.domains
        self.denominators = generators.denominators
        self.terms = limits.polynomial_terms
        names = list(generators.denominators)
        self.context = fmpq_mpoly_ctx.get([f"g{k}" for k in range(len(names))] or ["g0"], Ordering.degrevlex)
        self.one = self.context.constant(1)
        self.generator = dict(zip(names, self.context.gens(), strict=False))
        self.relations = [
            (k, relation) for k, name in enumerate(names) if (relation := relation_of(name, self.denominators[name]))
        ]

    def for_tree(self, generators: Generators) -> Field:
        """The same field for another tree, which needs no more: what is found out about that is not kept here."""
        same = object.__new__(Field)
        vars(same).update(vars(self))
        same.generators = generators
        return same

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
            case Percent(operand):
                above, below = self.quotient(operand)
                return above, below * 100
            case Quantity(operand, _):
                return self.quotient(operand)
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
        exponents = self.generators.powers(node)
        if exponents is not None:
            return self._monomial(exponents)
        exponents = self.generators.function(node)
        if exponents is not None and isinstance(node, Call):
            turned = node.function in TURNED
            turn = self.generator[UNIT] if turned else self.one
            return self._wave(node.function.removesuffix("" if turned else "h"), self._monomial(exponents), turn)
        product = self.generators.factorials(node)
        if product is not None:
            return self._factorials(product)
        match node:
            case Call("log", (argument, base)):
                return self.quotient(Divide(Call("log", (argument,)), Call("log", (base,))))
            case Call("log", (argument,)) if (monomial := positive_monomial(argument, self.domains)) is not None:
                return self._logarithm(monomial), self.one
        return self.generator[key(node)], self.one

    def _logarithm(self, monomial: Exponents) -> fmpq_mpoly:
        total = self.context.constant(0)
        for name, power in monomial.items():
            total = total + self.generator[f"log {name}"] * rational_value(power)
        return total

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

    def _wave(self, name: str, quotient: Quotient, turn: fmpq_mpoly) -> Quotient:
        """A function by w = e^(i t) and i, or by w = e^t and 1: the sine is (w² − 1)/(2 i w), the cosine (w² + 1)/(2 w)."""
        above, below = quotient
        both = above * below * 2
        sine, cosine = above**2 - below**2, above**2 + below**2
        match name:
            case "sin":
                made = sine, both * turn
            case "cos":
                made = cosine, both
            case "tan":
                made = sine, cosine * turn
            case "cot":
                made = cosine * turn, sine
            case "sec":
                made = both, cosine
            case _:
                made = both * turn, sine
        self.refuse_zero(made[1])
        return made

    def _factorials(self, product: Factorials) -> Quotient:
        above, below = self.number(product.number), self.one
        for name in product.above:
            above = above * self.generator[name]
        for name in product.below:
            below = below * self.generator[name]
        for step in product.steps_above:
            above = self.times(above, self._step(step))
        for step in product.steps_below:
            below = self.times(below, self._step(step))
        return above, below

    def _step(self, step: Step) -> fmpq_mpoly:
        return self.quotient(step.core)[0] + step.shift

    def reduced(self, polynomial: fmpq_mpoly) -> fmpq_mpoly:
        """The polynomial with every full power of what has a relation replaced by the number that it is."""
        degrees = polynomial.degrees() if self.relations else ()
        if all(degrees[place] < relation.degree for place, relation in self.relations):
            return polynomial
        reduced: dict[tuple[int, ...], fmpq] = {}
        for exponents, coefficient in polynomial.to_dict().items():
            powers, total = list(exponents), coefficient
            for place, relation in self.relations:
                whole, powers[place] = divmod(int(exponents[place]), relation.degree)
                if whole > _LARGEST_COEFFICIENT_POWER and abs(relation.value) != 1:
                    raise BoundError
                total = total * relation.value ** (whole % 2 if abs(relation.value) == 1 else whole)
            place_ = tuple(powers)
            reduced[place_] = reduced[place_] + total if place_ in reduced else total
        return self.context.from_dict({place: value for place, value in reduced.items() if value != 0})
