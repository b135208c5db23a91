"""Steps along one integer by its residues: in each class the floors of linear arguments are linear.

``floor(n/2)`` and ``(2 n - 1 + (-1)^n)/4`` are different kernels, and one polynomial each for n = 2 m and for n = 2 m + 1.
Whatever the period, its classes hold all integers: a bad guess proves nothing, and nothing wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import lcm

from fullmarks.compare.algebra.exact import exactly_equal
from fullmarks.compare.algebra.floors import STEPS, with_plain_floors
from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.algebra.quotients import in_own_field
from fullmarks.expr.domains import INTEGER, REAL, Domain
from fullmarks.expr.nodes import Add, Call, Divide, Multiply, Node, Number, Symbol
from fullmarks.expr.walk import substitute, symbols, walk
from fullmarks.limits import Limits

_LONGEST_PERIOD = 12
_MOST_NODES = 4_000
"""So many nodes are compared in all classes together."""


def equal_by_residues(answer: Node, expected: Node, domains: Mapping[str, Domain], limits: Limits) -> bool:
    """Whether two trees with steps along one integer are equal by exact arithmetic in every class; False says nothing."""
    stepping = {name for tree in (answer, expected) for step in _steps(tree) for name in symbols(step)}
    name = next(iter(stepping), "")
    if len(stepping) != 1 or domains.get(name, REAL).kind != "integer":
        return False
    all_integers = {**domains, name: INTEGER}

    def same(one: Node, other: Node) -> bool:
        theirs = in_own_field(with_plain_floors(other, all_integers, limits), all_integers, limits)
        return exactly_equal(one, theirs, all_integers, limits) is True

    found = tuple(_classes(answer, expected, name))
    return bool(found) and all(same(one, other) for one, other in found)


def _classes(answer: Node, expected: Node, name: str) -> Iterator[tuple[Node, Node]]:
    """Both trees with p n + r in place of n, for every residue r; none where the period p would be long."""
    divisors = [divisor for tree in (answer, expected) for step in _steps(tree) for divisor in _divisors(step)]
    period = lcm(*divisors) if max(divisors, default=1) <= _LONGEST_PERIOD else 0
    if not 1 < period <= _LONGEST_PERIOD or period * (_size(answer) + _size(expected)) > _MOST_NODES:
        return
    for residue in range(period):
        member = {name: Add((Multiply((Number(Fraction(period)), Symbol(name))), Number(Fraction(residue))))}
        yield substitute(answer, member), substitute(expected, member)


def _size(tree: Node) -> int:
    return sum(1 for _ in walk(tree))


def _steps(tree: Node) -> Iterator[Call]:
    return (node for node in walk(tree) if isinstance(node, Call) and node.function in STEPS)


def _divisors(step: Call) -> Iterator[int]:
    """What arguments of a step function are divided by; a modulus is one of them."""
    for node in walk(step):
        value: Fraction | None = None
        if isinstance(node, Divide):
            value = constant(node.denominator)
        elif isinstance(node, Call) and node.function == "mod":
            value = constant(node.arguments[1])
        elif isinstance(node, Number):
            value = Fraction(node.value.denominator)
        if value:
            yield abs(value.numerator)
