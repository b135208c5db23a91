"""Factored: a product of factors that cannot be factored further over the rational numbers; of a whole number, of primes.

Numbers may stand in front or inside a factor (``2(x + 1)`` or ``(2x + 2)``); a power counts as that many factors. Of a fraction both
parts must be factored. Factors too large to look into count as factored.
"""

from __future__ import annotations

from collections.abc import Iterator

from flint import fmpz

from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.algebra.quotients import quotients
from fullmarks.expr.nodes import Divide, Multiply, Negate, Node, Number, Power
from fullmarks.limits import DEFAULT

MOST_TERMS = 48
LARGEST_DEGREE = 24
LARGEST_NUMBER = 10**18
"""Past these nothing is factored."""


def holds(answer: Node, _expected: Node) -> bool:
    """Whether no factor can be factored further."""
    number = constant(answer)
    if number is not None:
        return all(_is_prime_or_unit(factor) for factor in _factors(answer))
    return all(_is_irreducible(factor) for factor in _factors(answer))


def _factors(node: Node) -> Iterator[Node]:
    """The factors of a product as written, the base of a power once."""
    match node:
        case Multiply(factors):
            for factor in factors:
                yield from _factors(factor)
        case Divide(first, second):
            yield from _factors(first)
            yield from _factors(second)
        case Negate(operand) | Power(operand, Number()):
            yield from _factors(operand)
        case _:
            yield node


def _is_prime_or_unit(factor: Node) -> bool:
    value = constant(factor)
    if value is None or value.denominator != 1 or abs(value) > LARGEST_NUMBER:
        return value is None or abs(value) > LARGEST_NUMBER
    return abs(value) <= 1 or bool(fmpz(int(abs(value))).is_prime())


def _is_irreducible(factor: Node) -> bool:
    found = quotients((factor,), {}, DEFAULT) if constant(factor) is None else None
    if found is None:
        return True
    above, below = found.pairs[0]
    if not below.is_constant():
        return False
    if above.is_constant() or len(above) > MOST_TERMS or above.total_degree() > LARGEST_DEGREE:
        return True
    _, parts = above.factor()
    return sum(int(multiplicity) for _, multiplicity in parts) == 1


FORM = WrittenForm("factored", holds, "This is equal to what is expected, but it is not fully factored.")
