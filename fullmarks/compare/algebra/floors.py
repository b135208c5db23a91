"""Floors in one form: what is whole in the argument stands outside, and the rest inside has one name however it was written.

``floor((W + S)/S)`` and ``floor(W/S) + 1`` are one kernel and a number. Ceilings are floors of the negative, rounding is the
floor of a half more, and a remainder is what a floor leaves. Division with remainder is all that it takes; then formulas of
floors are compared as polynomials.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from flint import fmpq, fmpq_mpoly

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.algebra.quotients import Quotient, quotients
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Call, Divide, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.expr.walk import bound_name, children, rebuild
from fullmarks.limits import Limits
from fullmarks.records import frozen

STEPS = frozenset(("floor", "ceil", "round", "mod"))
_MOST_TERMS = 24
"""Longer quotients are neither cancelled nor divided: nothing could end that."""
_MOST_EXPANDED = 64
_LARGEST_DEGREE = 16
_KERNEL = "⌊"
"""What the names of kernels begin with; no symbol that is read does."""


def with_plain_floors(tree: Node, domains: Mapping[str, Domain], limits: Limits) -> Node:
    """The tree with every step function in its one form, those apart that stand where an index is bound.

    Not to be evaluated: what stood inside a floor is now a name.
    """
    if not _has_steps(tree):
        return tree
    return _rewritten(tree, domains, replace(limits, polynomial_terms=_MOST_EXPANDED))


def _has_steps(node: Node) -> bool:
    if type(node) is Call and node.function in STEPS:
        return True
    for child in children(node):  # noqa: SIM110 - a generator at every node would cost as much again
        if _has_steps(child):
            return True
    return False


def _rewritten(node: Node, domains: Mapping[str, Domain], limits: Limits) -> Node:
    if bound_name(node) is not None:
        return node
    node = rebuild(node, lambda child: _rewritten(child, domains, limits))
    match node:
        case Call("mod", (value, modulus)) if constant(modulus):
            floor = _plain_step(Call("floor", (Divide(value, modulus),)), domains, limits)
            return node if floor is None else Add((value, Negate(Multiply((modulus, floor)))))
        case Call("floor" | "ceil" | "round", (_,)):
            return _plain_step(node, domains, limits) or node
    return node


def _plain_step(node: Call, domains: Mapping[str, Domain], limits: Limits) -> Node | None:
    """A floor, ceiling or rounding as a sum of whole terms and a kernel; None where its argument is too long."""
    found = quotients(node.arguments, domains, limits)
    if found is None or not all(map(_is_short, found.pairs[0])):
        return None
    generators = [
        _Generator(name, degree, _whole(name, domains))
        for name, degree in zip(found.generators, found.denominators, strict=True)
    ]
    negative = node.function == "ceil"
    above, below = _reduced(found.pairs[0])
    if negative:
        above = -above
    elif node.function == "round":
        above = above + below / 2
    floor = _floor(above, below, generators)
    return Negate(floor) if negative else floor


@frozen
class _Generator:
    """What a polynomial's variable stands for: its ``degree``-th power is the named thing."""

    name: str
    degree: int
    whole: Node | None
    """The tree that it is, where that is surely an integer."""


def _whole(name: str, domains: Mapping[str, Domain]) -> Node | None:
    if name.startswith(f"floor(${_KERNEL}"):
        return Call("floor", (Symbol(name[len("floor($") : -1]),))
    if name.startswith("$") and domains.get(name[1:], REAL).kind == "integer":
        return Symbol(name[1:])
    return None


def _is_short(polynomial: fmpq_mpoly) -> bool:
    return len(polynomial) <= _MOST_TERMS and max(polynomial.degrees(), default=0) <= _LARGEST_DEGREE


def _reduced(quotient: Quotient) -> Quotient:
    """In lowest terms, the denominator's leading coefficient 1."""
    above, below = quotient
    common = above.gcd(below)
    above, below = above / common, below / common
    scale = below.leading_coefficient()
    return above / scale, below / scale


def _floor(above: fmpq_mpoly, below: fmpq_mpoly, generators: Sequence[_Generator]) -> Node:
    evenly, rest = divmod(above, below)
    outside: list[Node] = []
    inside: list[str] = []
    varies = bool(rest)
    for exponents, coefficient in evenly.terms():
        product = _whole_product(exponents, generators)
        integer = fmpq(0) if product is None else fmpq(coefficient.floor())
        if product is not None and integer != 0:
            outside.append(Multiply((_number(integer), *product)) if product else _number(integer))
        if coefficient != integer:
            inside.append(_term(exponents, coefficient - integer, generators))
            varies |= any(exponents)
    if varies:  # else a fraction from 0 to 1 is left, whose floor is 0
        parts = (sorted(inside), _texts(rest, generators), _texts(below, generators))
        outside.append(Call("floor", (Symbol(_KERNEL + "|".join(map("+".join, parts))),)))
    return Add(tuple(outside)) if len(outside) > 1 else outside[0] if outside else _number(fmpq(0))


def _whole_product(exponents: Sequence[int], generators: Sequence[_Generator]) -> tuple[Node, ...] | None:
    """The powers of integers that a product is; None where it may be anything else."""
    found: list[Node] = []
    for exponent, generator in zip(exponents, generators, strict=False):
        if exponent:
            power, broken = divmod(int(exponent), generator.degree)
            if broken or generator.whole is None:
                return None
            found.append(Power(generator.whole, Number(Fraction(power))))
    return tuple(found)


def _texts(polynomial: fmpq_mpoly, generators: Sequence[_Generator]) -> list[str]:
    return sorted(_term(exponents, value, generators) for exponents, value in polynomial.terms())


def _term(exponents: Sequence[int], coefficient: fmpq, generators: Sequence[_Generator]) -> str:
    """A term as no other is written; each name tells its length, since it may hold any signs."""
    powers = [
        f"{len(generator.name)}:{generator.name}^{fmpq(int(exponent), generator.degree)}"
        for exponent, generator in zip(exponents, generators, strict=False)
        if exponent
    ]
    return "*".join([str(coefficient), *powers])


def _number(value: fmpq) -> Number:
    return Number(Fraction(int(value.p), int(value.q)))
