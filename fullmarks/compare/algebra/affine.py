"""Whole-number combinations of symbols, such as the bounds of sums and the indices of families: ``n - k + 1``."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Multiply, Negate, Node, Number, Symbol
from fullmarks.records import record


@record
class Affine:
    """A constant and multiples of names, in the names' order, none of them zero."""

    start: int = 0
    parts: tuple[tuple[str, int], ...] = ()

    def plus(self, other: Affine, factor: int = 1) -> Affine:
        """The sum with a multiple of another."""
        total = dict(self.parts)
        for name, count in other.parts:
            total[name] = total.get(name, 0) + factor * count
        kept = tuple(sorted((name, count) for name, count in total.items() if count))
        return Affine(self.start + factor * other.start, kept)

    def count(self, name: str) -> int:
        """How often a name is in it."""
        return dict(self.parts).get(name, 0)

    def with_value(self, name: str, value: Affine) -> Affine:
        """The same with a name replaced."""
        count = self.count(name)
        if not count:
            return self
        return Affine(self.start, tuple(part for part in self.parts if part[0] != name)).plus(value, count)

    def least(self, domains: Mapping[str, Domain]) -> int | None:
        """A number that it is never below; None where there is none."""
        total = self.start
        for name, count in self.parts:
            domain = domains.get(name, REAL)
            bound = domain.lower if count > 0 else domain.upper
            if bound is None:
                return None
            total += count * (ceil(bound) if count > 0 else floor(bound))
        return total


def affine(node: Node, meanings: Mapping[str, Affine]) -> Affine | None:
    """A tree as such a combination; ``meanings`` says what names that are bound stand for."""
    match node:
        case Number(value, _) if value.denominator == 1:
            return Affine(value.numerator)
        case Symbol(name):
            return meanings.get(name) or Affine(0, ((name, 1),))
        case Negate(operand):
            inner = affine(operand, meanings)
            return None if inner is None else Affine().plus(inner, -1)
        case Multiply((Number(value, _), other)) if value.denominator == 1:
            inner = affine(other, meanings)
            return None if inner is None else Affine().plus(inner, value.numerator)
        case Add(terms):
            total = Affine()
            for term in terms:
                inner = affine(term, meanings)
                if inner is None:
                    return None
                total = total.plus(inner)
            return total
    return None
