"""Where a difference in one symbol may change its sign, or begin or cease to have a value.

A polynomial does so at its roots, a quotient at those of its denominator too. Other parts are taken for letters of their own
(``(ln x)² - ln x`` is ``k² - k``): where each factor is one in such a letter alone, and the letter stands for a function that
has no value twice, its roots lead to arguments, and from these on to the symbol.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from flint import arb, fmpq, fmpq_mpoly

from fullmarks.compare.algebra.generators import small_power
from fullmarks.compare.algebra.quotients import quotients
from fullmarks.compare.canonical import key
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.statements.injective import Injective, injective
from fullmarks.compare.statements.roots import ROOT_BITS, exact, real_roots, univariate
from fullmarks.expr.nodes import Add, Divide, Multiply, Negate, Node, Number, Percent, Power, Symbol
from fullmarks.expr.walk import rebuild, symbols
from fullmarks.records import frozen

_MOST_CUTS = 24
_MOST_LETTERS = 6
_DEEPEST = 6
_TWO = 2
_NOTHING = Number(Fraction(0))


class NoWayError(ArithmeticError):
    """The difference is not of a kind that this can cut."""


@frozen
class Cuts:
    """The places; ``height`` are the bits of the largest number on the way to them."""

    places: tuple[fmpq | arb, ...]
    height: int


def cuts(gap: Node, name: str, assumptions: Assumptions) -> Cuts | None:
    """All places where a difference may change, and perhaps some more; None where they are not known.

    To be called at the precision of roots. Different places may be balls that overlap.
    """
    search = _Search(name, assumptions)
    try:
        search.cut(gap, 0)
    except (NoWayError, NoValueError):
        return None
    return Cuts(tuple(search.found), search.height)


@dataclass(slots=True)
class _Lettered:
    """A tree with letters for what is no quotient of polynomials."""

    name: str
    letters: dict[str, Node] = field(default_factory=dict)

    def write(self, node: Node) -> Node:
        match node:
            case Number() | Symbol():
                return node
            case Add() | Multiply() | Negate() | Divide() | Percent():
                return rebuild(node, self.write)
            case Power(base, exponent) if small_power(exponent) is not None:
                return Power(self.write(base), exponent)
        letter = f"·{key(node)}"
        self.letters[letter] = node
        if len(self.letters) > _MOST_LETTERS:
            raise NoWayError
        return Symbol(letter)


class _Search:
    """One search along one symbol."""

    def __init__(self, name: str, assumptions: Assumptions) -> None:
        self.name, self.assumptions = name, assumptions
        self.found: list[fmpq | arb] = []
        self.height = 0

    def cut(self, gap: Node, depth: int) -> None:
        """Adds the places for a difference; raises NoWayError."""
        if self.name not in symbols(gap):
            return
        if depth > _DEEPEST or len(self.found) > _MOST_CUTS:
            raise NoWayError
        lettered = _Lettered(self.name)
        plain = lettered.write(gap)
        for node in lettered.letters.values():
            if self.name in symbols(node):
                self._where_defined(_known(node), depth)
        over = quotients([plain], self.assumptions.domains, self.assumptions.limits)
        if over is None or over.opaque:
            raise NoWayError
        names = tuple(generator.removeprefix("$") for generator in over.generators)
        for part in over.pairs[0]:
            if part.is_zero():
                raise NoWayError
            self.height = max(self.height, height(part))
            for factor, _ in part.factor()[1]:
                self._factor(factor, names, lettered.letters, depth)

    def _where_defined(self, function: Injective, depth: int) -> None:
        self.cut(function.argument, depth + 1)
        for border in function.borders:
            self._where(function.argument, border, depth)

    def _factor(self, factor: fmpq_mpoly, names: tuple[str, ...], letters: dict[str, Node], depth: int) -> None:
        """Adds the places where an irreducible factor is zero."""
        degrees = {name: degree for name, degree in zip(names, factor.degrees(), strict=False) if degree}
        moving = [name for name in degrees if name == self.name or self.name in symbols(letters.get(name, _NOTHING))]
        if not moving:
            return
        if len(degrees) == 1:
            line = univariate(factor)
            if line is None:
                raise NoWayError
            roots = [exact(root, line) for root in real_roots(line)]
        elif len(moving) == 1 and degrees[moving[0]] == 1:
            roots = [self._linear_root(factor, names, moving[0], letters)]
        else:
            self._same_function(factor, moving, letters, depth)
            return
        for root in roots:
            self._letter_is(moving[0], root, letters, depth)

    def _letter_is(self, letter: str, value: fmpq | arb, letters: dict[str, Node], depth: int) -> None:
        if letter == self.name:
            self.found.append(value)
            return
        function = _known(letters[letter])
        argument = function.inverse(arb(value))
        if argument.is_finite():
            self._where(function.argument, _as_rational(argument), depth)
        elif isinstance(value, arb) and any(
            function.inverse(end).is_finite() for end in (value.lower(), value.upper())
        ):
            raise NoWayError  # a ball across the end of what the function can be

    def _where(self, node: Node, value: fmpq | arb, depth: int) -> None:
        """Adds the places where a tree has a value."""
        if isinstance(node, Symbol) and node.name == self.name:
            self.found.append(value)
        elif isinstance(value, fmpq):
            self.cut(Add((node, Number(Fraction(-int(value.p), int(value.q))))), depth + 1)
        else:
            self._where_affine(node, value)

    def _where_affine(self, node: Node, value: arb) -> None:
        over = quotients([node], self.assumptions.domains, self.assumptions.limits)
        if over is None or over.opaque or over.generators != (f"${self.name}",) or not over.pairs[0][1].is_constant():
            raise NoWayError
        line, below = univariate(over.pairs[0][0]), over.pairs[0][1].leading_coefficient()
        if line is None or line.degree() != 1:
            raise NoWayError
        self.found.append((value * below - line[0]) / line[1])

    def _linear_root(
        self, factor: fmpq_mpoly, names: tuple[str, ...], moving: str, letters: dict[str, Node]
    ) -> fmpq | arb:
        """The value of a letter at which a factor is zero that has only constants beside it."""
        place = names.index(moving)
        slope, start = arb(0), arb(0)
        for powers, coefficient in factor.to_dict().items():
            term = arb(coefficient)
            for k, name in enumerate(names):
                if k != place and powers[k]:
                    term *= self._constant(letters.get(name)) ** int(powers[k])
            if powers[place]:
                slope += term
            else:
                start += term
        if slope.contains(0):
            raise NoWayError
        return _as_rational(-start / slope)

    def _constant(self, node: Node | None) -> arb:
        """The value of a part without symbols."""
        if node is None or symbols(node):
            raise NoWayError
        evaluator = Evaluator({}, self.assumptions.limits, self.assumptions.seed, stand_ins=False)
        value = evaluator.value(node)
        if not isinstance(value, fmpq | arb) or evaluator.absorbed or evaluator.needed_bits > ROOT_BITS:
            raise NoWayError
        self.height = max(self.height, evaluator.height)
        return arb(value)

    def _same_function(self, factor: fmpq_mpoly, moving: list[str], letters: dict[str, Node], depth: int) -> None:
        """``f(u) - f(v)`` is zero where ``u - v`` is."""
        if len(moving) != _TWO or self.name in moving or factor.total_degree() != 1 or len(factor) != _TWO:
            raise NoWayError
        first, second = (_known(letters[letter]) for letter in moving)
        if first.name != second.name or sum(factor.coeffs(), fmpq(0)) != 0:
            raise NoWayError
        self.cut(Add((first.argument, Negate(second.argument))), depth + 1)


def height(polynomial: fmpq_mpoly) -> int:
    """The bits of its largest coefficient."""
    return max((coefficient.height_bits() for coefficient in polynomial.coeffs()), default=0)


def _known(node: Node) -> Injective:
    function = injective(node)
    if function is None:
        raise NoWayError
    return function


def _as_rational(value: fmpq | arb) -> fmpq | arb:
    """A ball without radius as the number that it is."""
    if isinstance(value, arb) and value.is_exact() and (whole := value.unique_fmpz()) is not None and value == whole:
        return fmpq(whole)
    return value
