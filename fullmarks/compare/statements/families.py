r"""Values that go on for ever in equal steps: ``x = \frac{\pi}{6} + 2k\pi``, ``x ≡ 3 (mod 7)``, ``{2k + 1 | k ∈ ℤ}``.

Each is a place and a step; several are a union. Two unions are the same where, over a whole number of steps, they hold the same
places. The letter that counts is declared as an integer, said to be one (``k ∈ ℤ``), or an undeclared k, m or n.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import lcm

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.matching import different
from fullmarks.compare.ratio import constant_ratio
from fullmarks.compare.scalars import compare_scalars
from fullmarks.compare.signs import both_signs, has_plus_minus
from fullmarks.compare.values import enclosure, rational
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Listing,
    Logic,
    Multiply,
    Negate,
    Node,
    Number,
    Relation,
    Symbol,
)
from fullmarks.expr.walk import substitute, symbols, walk
from fullmarks.records import frozen

_INTEGERS = Constant("integers")
_COUNTERS = frozenset("kmn")
_PI = Constant("pi")
_ANGLES = frozenset(("x", "t", "z", "theta", "phi", "alpha", "beta", "varphi"))
"""What angles and unknowns of trigonometric equations are called."""
_ZERO, _ONE, _TWO = Number(Fraction(0)), Number(Fraction(1)), Number(Fraction(2))
_MOST_PLACES = 64
_MOST_STATEMENTS = 16
_LARGEST_MODULUS = 200
_NEAR = Fraction(1, 10**9)


@frozen
class Family:
    """A place and the step between it and the next."""

    place: Node
    step: Node


@frozen
class Families:
    """All values of a name, or of none that is said."""

    name: str
    union: tuple[Family, ...]


def asked_families(key: Node, assumptions: Assumptions) -> Families | None:
    """What a key asks for, where it is plain that its letter only counts: ``a_n = 2n + 1`` is the law of a sequence."""
    found = families(key, assumptions)
    if found is None:
        return None
    stated, _ = _counters(key, {})
    if stated or any(isinstance(part, Call) and part.function == "mod" for part in walk(key)):
        return found
    turns = all(_turns(family.step) for family in found.union)
    return found if turns and found.name in _ANGLES else None


def _turns(step: Node) -> bool:
    """Whether a step is a part of a turn."""
    return any(part == _PI or (isinstance(part, Call) and part.function == "degrees") for part in walk(step))


def families(tree: Node, assumptions: Assumptions) -> Families | None:
    """What a tree says, where that is such a union; None for anything else."""
    counters, statements = _counters(tree, assumptions.domains)
    if len(statements) > _MOST_STATEMENTS:
        return None
    found: list[Family] = []
    names: set[str] = set()
    for statement in statements:
        named = _statement(statement, counters, assumptions)
        if named is None:
            return None
        names.add(named.name)
        found.extend(named.union)
    if not found or (names == {""} and not counters and not isinstance(tree, Call)):
        return None
    names.discard("")
    return Families("".join(names), tuple(found)) if len(names) <= 1 else None


def same_families(answer: Node, wanted: Families, assumptions: Assumptions) -> Comparison | None:
    """Whether an answer gives the same values; None where it is of another kind."""
    given = families(answer, assumptions)
    if given is None:
        return different("finitely many values") if _is_finite(answer) else None
    if given.name and wanted.name and given.name != wanted.name:
        return None
    return _compared(given.union, wanted.union, assumptions)


# reading


def _counters(tree: Node, domains: Mapping[str, Domain]) -> tuple[frozenset[str], list[Node]]:
    """The letters that are said to be integers, and all else that is said."""
    said: set[str] = {name for name, domain in domains.items() if domain.kind == "integer" and domain.lower is None}
    rest: list[Node] = []
    for part in _said(tree):
        match part:
            case Relation((Symbol(name), place), ("in",)) if place == _INTEGERS:
                said.add(name)
            case _:
                rest.append(part)
    return frozenset(said), rest


def _said(tree: Node) -> Iterator[Node]:
    match tree:
        case Listing("", "", parts) | Logic("or", parts):
            for part in parts:
                yield from _said(part)
        case Logic("and", (first, *rest)):
            yield from _said(first)
            yield from (part for part in rest)
        case Listing("{", "}", (Call("such_that", (inside, condition)),)):
            yield from _said(inside)
            yield condition
        case _:
            yield tree


def _statement(tree: Node, counters: frozenset[str], assumptions: Assumptions) -> Families | None:
    match tree:
        case Relation((Symbol() as left, inside), ("in",)):
            found = families(inside, assumptions)
            return None if found is None else Families(left.name, found.union)
        case Relation((left, Call("mod", (_, Number())) as rest), ("=",)) if symbols(left) and not symbols(rest):
            return _congruence(left, rest)
        case Relation((Symbol(name), value), ("=",)):
            return _valued(name, value, counters, assumptions)
        case Relation() | Logic() | Listing():
            return None
        case Call("mod", (_, Number())) as rest if not symbols(rest):
            found = _congruence(Symbol("x"), rest)
            return None if found is None else Families("", found.union)
    return _valued("", tree, counters, assumptions)


def _valued(name: str, value: Node, counters: frozenset[str], assumptions: Assumptions) -> Families | None:
    """``x = a + k s``."""
    own = symbols(value)
    letter = next(iter(own)) if len(own) == 1 else ""
    counts = letter in counters or (letter in _COUNTERS and letter not in assumptions.domains)
    if not letter or letter == name or not counts:
        return None
    values = both_signs(value) if has_plus_minus(value) else (value,)
    found: list[Family] = []
    for one in values:
        if (family := _affine(one, letter, assumptions)) is not None:
            found.append(family)
            continue
        for parity in (_ZERO, _ONE):  # (-1)^k a + k s, by even and odd k
            half = substitute(one, {letter: Add((Multiply((_TWO, Symbol(letter))), parity))})
            if (family := _affine(half, letter, assumptions)) is None:
                return None
            found.append(family)
    return Families(name, tuple(found))


def _affine(value: Node, letter: str, assumptions: Assumptions) -> Family | None:
    start, following = substitute(value, {letter: _ZERO}), substitute(value, {letter: _ONE})
    step = Add((following, Negate(start)))
    third = Add((start, Multiply((_TWO, step))))
    at_two, at_minus_one = (substitute(value, {letter: other}) for other in (_TWO, Negate(_ONE)))
    is_affine = (
        compare_scalars(at_two, third, assumptions).equal
        and compare_scalars(at_minus_one, Add((start, Negate(step))), assumptions).equal
        and compare_scalars(step, _ZERO, assumptions).equal is False
    )
    if not is_affine:
        return None
    rebuilt = Add((start, Multiply((Symbol(letter), step))))
    over_integers = replace(assumptions, domains={**assumptions.domains, letter: Domain("integer")})
    return Family(start, step) if compare_scalars(value, rebuilt, over_integers).equal else None


def _congruence(left: Node, rest: Call) -> Families | None:
    """``3x ≡ 6 (mod 7)`` by trying all residues."""
    value, modulus = (rational(argument) for argument in rest.arguments)
    names = symbols(left)
    if value is None or modulus is None or len(names) != 1 or modulus.denominator != 1 or value.denominator != 1:
        return None
    if not 0 < modulus <= _LARGEST_MODULUS and not isinstance(left, Symbol):
        return None
    (name,) = names
    if isinstance(left, Symbol):
        return Families(name, (Family(Number(value % modulus), Number(modulus)),)) if modulus > 0 else None
    found: list[Family] = []
    for residue in range(int(modulus)):
        at = rational(substitute(left, {name: Number(Fraction(residue))}))
        if at is None or at.denominator != 1:
            return None
        if (at - value) % modulus == 0:
            found.append(Family(Number(Fraction(residue)), Number(modulus)))
    return Families(name, tuple(found))


def _is_finite(tree: Node) -> bool:
    match tree:
        case Relation((Symbol(), value), ("=",)):
            return not symbols(value)
        case Listing("" | "{", _, items) | Logic("or", items):
            return all(map(_is_finite, items))
    return not isinstance(tree, Relation | Logic | Listing) and not symbols(tree)


# comparing


def _compared(ours: tuple[Family, ...], theirs: tuple[Family, ...], assumptions: Assumptions) -> Comparison:
    unit = theirs[0].step
    steps = [_ratio(family.step, unit, assumptions) for family in (*ours, *theirs)]
    known = [abs(step) for step in steps if step is not None]
    if len(known) < len(steps):
        return _undecided()
    scale = lcm(*(step.denominator for step in known))
    period = Fraction(lcm(*(int(step * scale) for step in known)), scale)
    if sum(period / step for step in known) > _MOST_PLACES:
        return _undecided()
    mine = _places(ours, known[: len(ours)], period, unit)
    wanted = _places(theirs, known[len(ours) :], period, unit)
    whole = Multiply((Number(period), unit))
    for first, second in ((mine, wanted), (wanted, mine)):
        for place in first:
            if not any(_is_same_place(place, other, whole, assumptions) for other in second):
                sure = all(_is_apart(place, other, whole) for other in second)
                return different("a value that only one of them has") if sure else _undecided()
    return Comparison(True, Evidence(EvidenceKind.EXACT, note="The same values over a whole number of steps."))


def _places(union: tuple[Family, ...], steps: list[Fraction], period: Fraction, unit: Node) -> list[Node]:
    return [
        Add((family.place, Multiply((Number(step * count), unit))))
        for family, step in zip(union, steps, strict=True)
        for count in range(int(period / step))
    ]


def over_one_period(found: Families, assumptions: Assumptions) -> tuple[list[Node], Node] | None:
    """All places of a union within the least whole number of all its steps, and that period; None where there are too many."""
    unit = found.union[0].step
    steps = [_ratio(family.step, unit, assumptions) for family in found.union]
    known = [abs(step) for step in steps if step]
    if len(known) < len(steps):
        return None
    scale = lcm(*(step.denominator for step in known))
    period = Fraction(lcm(*(int(step * scale) for step in known)), scale)
    if sum(period / step for step in known) > _MOST_PLACES:
        return None
    return _places(found.union, known, period, unit), Multiply((Number(period), unit))


def _ratio(one: Node, other: Node, assumptions: Assumptions) -> Fraction | None:
    if compare_scalars(one, _ZERO, assumptions).equal:
        return Fraction(0)
    return constant_ratio(one, other, assumptions)


def _is_same_place(one: Node, other: Node, period: Node, assumptions: Assumptions) -> bool:
    ratio = _ratio(Add((one, Negate(other))), period, assumptions)
    return ratio is not None and ratio.denominator == 1


def _is_apart(one: Node, other: Node, period: Node) -> bool:
    """Whether two places certainly do not lie a whole number of periods apart."""
    bounds = enclosure(Divide(Add((one, Negate(other))), period))
    if bounds is None:
        return False
    low, high = bounds
    nearest = round(low)
    return high - low < _NEAR and abs(low - nearest) > _NEAR


def _undecided() -> Comparison:
    note = "Whether these are the same values in equal steps is not known."
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
