"""The generators of trees: what their quotients of polynomials (``quotients.py``) are polynomials in.

These are symbols, roots of primes and of positive symbols, exponentials by base and exponent, waves e^(i t), factorials, and
everything else as an opaque kernel by its key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from fullmarks.compare.algebra.exponents import (
    ALTERNATING,
    EXPONENTIAL,
    PI,
    UNIT,
    WAVE,
    of_exponential,
    of_minus_one,
    of_power,
    terms,
)
from fullmarks.compare.algebra.factorials import Factorials, factorials
from fullmarks.compare.algebra.monomials import Exponents, constant, positive_monomial
from fullmarks.compare.canonical import key
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
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

_LARGEST_POWER = 64
_MOST_GENERATORS = 40
TURNED = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))
"""Functions that are quotients of polynomials in a wave."""
_KEY_OF_A_POWER = "^("
"""What an opaque power's key begins with, of which nothing is known."""
HYPERBOLIC = frozenset(("sinh", "cosh", "tanh", "coth", "sech", "csch"))
"""Functions that are quotients of polynomials in an exponential."""


class BoundError(ArithmeticError):
    """The polynomials would be larger than the limits."""


@dataclass(slots=True)
class Generators:
    """The generators of two trees: the common denominator of each one's exponents, and what is known of them."""

    domains: Mapping[str, Domain]
    waves: bool = False
    """Whether waves, what alternates and factorials are taken apart; where signs and zeros are asked for, they stay whole."""
    denominators: dict[str, int] = field(default_factory=dict)
    opaque: bool = False
    """Whether one stands for something whose relation to the others is not known."""
    _products: dict[int, tuple[Node, Exponents | None]] = field(default_factory=dict)
    """What nodes were found to be, by their identity: it is asked once for the generators, and again for the polynomials."""

    def need(self, name: str, denominator: int = 1) -> None:
        """A generator, and the denominator of an exponent that it occurs with."""
        self.denominators[name] = lcm(self.denominators.get(name, 1), denominator)
        if len(self.denominators) > _MOST_GENERATORS:
            raise BoundError

    def need_all(self, exponents: Exponents) -> None:
        """Generators with their exponents."""
        for name, value in exponents.items():
            self.need(name, value.denominator)
            self.opaque |= name.startswith(("^", "@")) and name != UNIT

    def copy(self) -> Generators:
        """The same generators, to which others may be added."""
        return Generators(self.domains, self.waves, dict(self.denominators), self.opaque, dict(self._products))

    def powers(self, node: Node) -> Exponents | None:
        """A node as a product of powers of generators; None for anything else."""
        return None if self._is_turned(node) else self._product(node)

    def function(self, node: Node) -> Exponents | None:
        """The exponential that a trigonometric or hyperbolic function is a quotient in; None for any other node."""
        return self._product(node) if self._is_turned(node) else None

    @staticmethod
    def _is_turned(node: Node) -> bool:
        return isinstance(node, Call) and (node.function in TURNED or node.function in HYPERBOLIC)

    def _product(self, node: Node) -> Exponents | None:
        known = self._products.get(id(node))
        if known is None:
            known = self._products[id(node)] = node, self._found(node)
        return known[1]

    def _found(self, node: Node) -> Exponents | None:
        match node:
            case Call(name, (argument,)) if name in TURNED:
                return of_exponential(argument, self.domains, turned=True) if self.waves else None
            case Call(name, (argument,)) if name in HYPERBOLIC:
                return self._admitted(of_exponential(argument, self.domains))
        return self._admitted(power_product(node, self.domains))

    def _admitted(self, found: Exponents | None) -> Exponents | None:
        """What is found, where no wave stays whole in it."""
        return None if found is None or (not self.waves and any(map(_turns, found))) else found

    def factorials(self, node: Node) -> Factorials | None:
        """A factorial or a binomial coefficient over others; None for any other node."""
        return factorials(node, self.domains) if self.waves else None


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
        case Power(base, exponent) if small_power(exponent) is not None:
            collect(base, into)
        case Negate(operand) | Percent(operand) | Quantity(operand, _):
            collect(operand, into)
        case _:
            _collect_generated(node, into)


def _collect_generated(node: Node, into: Generators) -> None:
    if constant(node) is not None:
        return
    if (exponents := into.powers(node)) is not None:
        into.need_all(exponents)
        return
    if (exponents := into.function(node)) is not None:
        into.need_all(exponents)
        if isinstance(node, Call) and node.function in TURNED:
            into.need(UNIT)
        return
    if (product := into.factorials(node)) is not None:
        into.opaque = True
        for name in (*product.above, *product.below, *product.symbols):
            into.need(name)
        return
    match node:
        case Call("log", (argument,)) if (monomial := positive_monomial(argument, into.domains)) is not None:
            into.opaque = True
            for name in monomial:
                into.need(f"log {name}")
        case Call("log", (argument, base)):
            collect(Call("log", (argument,)), into)
            collect(Call("log", (base,)), into)
        case _:
            into.need(key(node))
            into.opaque = True


def _turns(name: str) -> bool:
    """Whether a generator is no real number, or may be a negative one."""
    return name == UNIT or name.startswith((WAVE, ALTERNATING))


def never_zero(name: str) -> bool:
    """Whether a generator is a number that is not zero by what it is: an exponential, a wave, a root of a prime."""
    return name == UNIT or name.startswith("#") or (name.startswith("^") and not name.startswith(_KEY_OF_A_POWER))


def surely_above_zero(name: str) -> bool:
    """Whether a generator is a positive number by what it is."""
    return never_zero(name) and not _turns(name)


def power_product(node: Node, domains: Mapping[str, Domain]) -> Exponents | None:
    """Exponents by generator of a root, a power or an exponential; None for anything else."""
    match node:
        case Constant("i"):
            return {UNIT: Fraction(1)}
        case Constant("pi"):
            return {PI: Fraction(1)}
        case Call("sqrt", (radicand,)):
            return _scaled(positive_monomial(radicand, domains), Fraction(1, 2))
        case Call("root", (radicand, degree)) if (value := constant(degree)) is not None and value > 0:
            return _scaled(positive_monomial(radicand, domains), 1 / value)
        case Constant("e"):
            return {EXPONENTIAL: Fraction(1)}
        case Call("exp", (exponent,)) | Power(Constant("e"), exponent):
            return of_exponential(exponent, domains)
        case Power(base, exponent) if (value := constant(exponent)) is not None:
            return _scaled(positive_monomial(base, domains), value)
        case Power(base, exponent):
            return _symbolic_power(base, exponent, domains)
    return None


def _symbolic_power(base: Node, exponent: Node, domains: Mapping[str, Domain]) -> Exponents | None:
    value = constant(base)
    if value is not None and value < 0:
        sign = of_minus_one(exponent, domains)
        size = _symbolic_power(Number(-value), exponent, domains) if value != -1 else {}
        return None if sign is None or size is None else _joined(sign, size)
    monomial, found = positive_monomial(base, domains), terms(exponent, domains)
    if monomial is None or found is None or len(monomial) * len(found) > _MOST_GENERATORS:
        return None
    exponents: Exponents = {}
    for name, power in monomial.items():
        for product, factor in found.items():
            generator = of_power(name, product)
            exponents[generator] = exponents.get(generator, Fraction(0)) + power * factor
    return exponents


def _joined(first: Exponents, second: Exponents) -> Exponents:
    return {name: first.get(name, Fraction(0)) + second.get(name, Fraction(0)) for name in {**first, **second}}


def _scaled(monomial: Exponents | None, factor: Fraction) -> Exponents | None:
    return None if monomial is None else {name: value * factor for name, value in monomial.items()}


def small_power(exponent: Node) -> int | None:
    """An integer exponent that is small enough to expand."""
    value = exponent.value if type(exponent) is Number else constant(exponent)
    if value is None or value.denominator != 1:
        return None
    whole = value.numerator
    return whole if -_LARGEST_POWER <= whole <= _LARGEST_POWER else None
