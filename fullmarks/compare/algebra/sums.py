"""Indexed sums in one form, whatever their index is called, wherever it begins, whichever way and in what order it runs.

A tree becomes a polynomial in symbols, entries of families and sums of products of them. Sums begin at zero; what does not depend on
the index stands before the sum; sums of powers of the index alone are worked out (J. Faulhaber's formula). Two trees with one
form are equal wherever their bounds are whole numbers. Trees with anything else in them have no form here.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations, product
from math import comb

from fullmarks.compare.algebra.affine import Affine, affine
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, BigOperator, Divide, Indexed, Multiply, Negate, Node, Number, Power, Symbol
from fullmarks.records import frozen

_MOST_TERMS = 128
_MOST_RANGES = 3
_LARGEST_POWER = 8
_BERNOULLI = tuple(Fraction(text) for text in ("1", "1/2", "1/6", "0", "-1/30", "0", "1/42", "0", "-1/30"))
"""B₀ to B₈, with B₁ = +1/2."""
_BOUND = "·"
"""What the names of indices begin with; no text has such a name."""


@frozen
class Entry:
    """An entry of a family."""

    base: str
    indices: tuple[Affine, ...]


@frozen
class Range:
    """An index that runs from zero."""

    index: str
    upper: Affine


@frozen
class Sum:
    """A sum of one product over ranges, of which each may depend on those before it."""

    ranges: tuple[Range, ...]
    factors: Monomial


Atom = str | Entry | Sum
Monomial = frozenset[tuple[Atom, int]]
Form = dict[Monomial, Fraction]
_ONE: Monomial = frozenset()


class NoFormError(ArithmeticError):
    """The tree has no such form, or too large a one."""


def form_of_sums(tree: Node, domains: Mapping[str, Domain]) -> Form | None:
    """The form of a tree; None where it has none."""
    try:
        return _Maker(domains).make(tree, {})
    except NoFormError:
        return None


class _Maker:
    """Makes one form."""

    def __init__(self, domains: Mapping[str, Domain]) -> None:
        self.domains = dict(domains)
        self.indices = 0

    def make(self, node: Node, meanings: dict[str, Affine]) -> Form:
        match node:
            case Number(value, _):
                return {_ONE: value} if value else {}
            case Symbol(name):
                return _of_affine(meanings[name]) if name in meanings else {frozenset(((name, 1),)): Fraction(1)}
            case Indexed(base, indices):
                return {
                    frozenset(((Entry(base, tuple([_whole(part, meanings) for part in indices])), 1),)): Fraction(1)
                }
            case Add(terms):
                total: Form = {}
                for term in terms:
                    _add(total, self.make(term, meanings), Fraction(1))
                return total
            case Negate(operand):
                return {powers: -value for powers, value in self.make(operand, meanings).items()}
            case Multiply(factors):
                result: Form = {_ONE: Fraction(1)}
                for factor in factors:
                    result = _times(result, self.make(factor, meanings))
                return result
            case Divide(numerator, denominator):
                return _times(self.make(numerator, meanings), _inverse(self.make(denominator, meanings)))
            case Power(base, Number(value, _)) if value.denominator == 1 and 1 <= value <= _LARGEST_POWER:
                inner = self.make(base, meanings)
                result = inner
                for _ in range(value.numerator - 1):
                    result = _times(result, inner)
                return result
            case BigOperator("sum", body, index, lower, upper):
                return self._sum(body, index, _whole(lower, meanings), _whole(upper, meanings), meanings)
        raise NoFormError

    def _sum(self, body: Node, index: str, lower: Affine, upper: Affine, meanings: dict[str, Affine]) -> Form:
        for name, _ in (*lower.parts, *upper.parts):
            if self.domains.get(name, REAL).kind != "integer":
                raise NoFormError
        bound = self._new_index()
        last = upper.plus(lower, -1)
        self.domains[bound] = Domain("integer", Fraction(0))
        inside = self.make(body, {**meanings, index: Affine(0, ((bound, 1),)).plus(lower)})
        total: Form = {}
        for monomial, value in inside.items():
            _add(total, self._summed(monomial, Range(bound, last)), value)
        return total

    def _new_index(self) -> str:
        self.indices += 1
        return f"{_BOUND}{self.indices}"

    def _summed(self, monomial: Monomial, over: Range) -> Form:
        """The sum of one product over a range."""
        inner = {(atom, power) for atom, power in monomial if _has(atom, over.index)}
        outside = monomial - inner
        sums = [(atom, power) for atom, power in inner if isinstance(atom, Sum)]
        least = over.upper.least(self.domains)
        if (
            inner <= {(over.index, power) for power in range(1, _LARGEST_POWER + 1)}
            and least is not None
            and least >= -1
        ):
            return _times({outside: Fraction(1)}, _sum_of_powers(sum(power for _, power in inner), over.upper))
        if len(sums) > 1 or any(power != 1 for _, power in sums):
            raise NoFormError
        ranges: tuple[Range, ...] = (over,)
        factors = frozenset(inner - set(sums))
        for atom, _ in sums:
            if isinstance(atom, Sum):
                own = _renamed(atom, [self._new_index() for _ in atom.ranges])
                ranges, factors = ranges + own.ranges, _joined(factors, own.factors)
        if len(ranges) > _MOST_RANGES:
            raise NoFormError
        return {_joined(outside, frozenset(((_ordered(Sum(ranges, factors)), 1),))): Fraction(1)}


def _whole(node: Node, meanings: Mapping[str, Affine]) -> Affine:
    found = affine(node, meanings)
    if found is None:
        raise NoFormError
    return found


def _of_affine(value: Affine) -> Form:
    form: Form = {frozenset(((name, 1),)): Fraction(count) for name, count in value.parts}
    if value.start:
        form[_ONE] = Fraction(value.start)
    return form


def _add(total: Form, other: Form, factor: Fraction) -> None:
    for monomial, value in other.items():
        changed = total.get(monomial, Fraction(0)) + factor * value
        if changed:
            total[monomial] = changed
        else:
            total.pop(monomial, None)
    if len(total) > _MOST_TERMS:
        raise NoFormError


def _times(one: Form, other: Form) -> Form:
    if len(one) * len(other) > _MOST_TERMS:
        raise NoFormError
    total: Form = {}
    for (first, mine), (second, theirs) in product(one.items(), other.items()):
        _add(total, {_joined(first, second): mine * theirs}, Fraction(1))
    return total


def _joined(one: Monomial, other: Monomial) -> Monomial:
    if not one or not other:
        return one or other
    powers = dict(one)
    for atom, power in other:
        powers[atom] = powers.get(atom, 0) + power
    return frozenset((atom, power) for atom, power in powers.items() if power)


def _inverse(form: Form) -> Form:
    """One over a product; a sum below a line has no form here."""
    if len(form) != 1:
        raise NoFormError
    ((monomial, value),) = form.items()
    if any(not isinstance(atom, str) or atom.startswith(_BOUND) for atom, _ in monomial):
        raise NoFormError
    return {frozenset((atom, -power) for atom, power in monomial): 1 / value}


def _sum_of_powers(power: int, upper: Affine) -> Form:
    """The sum of k^power for k from zero up, as a polynomial in the last k; right from an empty sum on."""
    last = _of_affine(upper)
    total: Form = {_ONE: Fraction(1)} if power == 0 else {}
    for k in range(power + 1):
        term: Form = {_ONE: _BERNOULLI[k] * comb(power + 1, k) / (power + 1)}
        for _ in range(power + 1 - k):
            term = _times(term, last)
        _add(total, term, Fraction(1))
    return total


def _has(atom: Atom, index: str) -> bool:
    match atom:
        case Entry(_, indices):
            return any(part.count(index) for part in indices)
        case Sum(ranges, factors):
            return any(part.upper.count(index) for part in ranges) or any(_has(inner, index) for inner, _ in factors)
    return atom == index


# The one form of a sum among those that only differ in the order of its ranges and the ways they run.


def _ordered(found: Sum) -> Sum:
    return min(_variants(found), key=_label)


def _variants(found: Sum) -> list[Sum]:
    variants: list[Sum] = []
    for ranges in permutations(found.ranges):
        later = {part.index for part in ranges}
        for part in ranges:
            if any(part.upper.count(index) for index in later):
                break
            later.discard(part.index)
        else:
            for turns in product((False, True), repeat=len(ranges)):
                turned = Sum(ranges, found.factors)
                for part, turn in zip(ranges, turns, strict=True):
                    turned = _turned(turned, part) if turn else turned
                variants.append(_numbered(turned))
    return variants


def _turned(found: Sum, over: Range) -> Sum:
    """The sum with one range run backwards, where nothing but entries of families depends on its index."""
    if (over.index, 1) in found.factors or any(atom == over.index for atom, _ in found.factors):
        return found
    if any(part.upper.count(over.index) for part in found.ranges):
        return found
    return Sum(found.ranges, _replaced(found.factors, over.index, over.upper.plus(Affine(0, ((over.index, 1),)), -1)))


def _numbered(found: Sum) -> Sum:
    """The sum with its indices numbered by their place."""
    return _renamed(found, [f"{_BOUND}{_BOUND}{place}" for place in range(len(found.ranges))])


def _renamed(found: Sum, names: list[str]) -> Sum:
    """The sum with other names for its indices, none of which it has already."""
    ranges, factors = found.ranges, found.factors
    for part, name in zip(found.ranges, names, strict=True):
        value = Affine(0, ((name, 1),))
        factors = _replaced(factors, part.index, value)
        ranges = tuple(
            [
                Range(name if other.index == part.index else other.index, other.upper.with_value(part.index, value))
                for other in ranges
            ]
        )
    return Sum(ranges, factors)


def _replaced(factors: Monomial, index: str, value: Affine) -> Monomial:
    return frozenset((_with_value(atom, index, value), power) for atom, power in factors)


def _with_value(atom: Atom, index: str, value: Affine) -> Atom:
    match atom:
        case Entry(base, indices):
            return Entry(base, tuple([part.with_value(index, value) for part in indices]))
        case Sum():
            raise NoFormError
    return value.parts[0][0] if atom == index else atom


def _label(found: Sum) -> tuple[object, ...]:
    """What sums are put in order by: any order of them all does."""
    ranges = tuple([(part.upper.start, part.upper.parts) for part in found.ranges])
    return ranges, sorted([(_label_of(atom), power) for atom, power in found.factors])


def _label_of(atom: Atom) -> tuple[str, tuple[object, ...]]:
    match atom:
        case Entry(base, indices):
            return base, tuple([(part.start, part.parts) for part in indices])
        case Sum():
            raise NoFormError
    return atom, ()
