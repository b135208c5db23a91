"""Where forms are compared: seeded points of each symbol's declared domain.

`generic` points avoid special values; the others mix in small integers, where borders of pieces and of inequalities lie.
"""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

import mpmath

from benchmarks.corpus_builder.values import Point, Value

GENERIC_POINTS = 14
SPECIAL_POINTS = 26


@dataclass(frozen=True, slots=True)
class Sample:
    """A point, and whether it is generic: being undefined there counts."""

    point: Point
    generic: bool


def samples(symbols: Mapping[str, str], over_complex: bool, seed: str) -> Iterator[Sample]:
    """All points at which a row is checked; the same for the same seed."""
    chance = random.Random(seed)
    for number in range(GENERIC_POINTS + SPECIAL_POINTS):
        generic = number < GENERIC_POINTS
        point = _point(symbols, over_complex, chance, generic, f"{seed}/{number}")
        yield Sample(point if generic else _on_the_ladder(point, symbols, number - GENERIC_POINTS), generic)


def _on_the_ladder(point: Point, symbols: Mapping[str, str], step: int) -> Point:
    """The first real or integer symbol climbs by halves from −6, or by ones from −12: no border at a small number is missed."""
    first = next((name for name, domain in symbols.items() if domain in ("real", "integer")), None)
    if first is None:
        return point
    rung = Fraction(step - 12, 2 if symbols[first] == "real" else 1)
    return Point({**point.values, first: rung}, point.over_complex, point.seed)


def _point(symbols: Mapping[str, str], over_complex: bool, chance: random.Random, generic: bool, seed: str) -> Point:
    values: dict[str, Value] = {}
    for name, domain in symbols.items():
        if not domain.startswith(("matrix", "function")):
            values[name] = _scalar(domain, chance, generic)
    for name, domain in symbols.items():
        if domain.startswith("matrix"):
            rows, columns = (_dimension(word, values) for word in domain[7:-1].split(","))
            values[name] = tuple(tuple(Fraction(chance.randint(-9, 9)) for _ in range(columns)) for _ in range(rows))
    return Point(values, over_complex, seed)


def _dimension(word: str, values: Mapping[str, Value]) -> int:
    """A shape's side: a number, a declared symbol, or a sum of such with signs (`n-k+1`)."""
    total = 0
    for sign, term in re.findall(r"([+-]?)\s*(\w+)", word):
        size = int(term) if term.isdigit() else int(values[term])  # type: ignore[arg-type]
        total += -size if sign == "-" else size
    return total


def _scalar(domain: str, chance: random.Random, generic: bool) -> Value:
    inside = re.fullmatch(r"(real|integer) in ([(\[])\s*(\S+)\s*,\s*(\S+)\s*([)\]])", domain)
    if inside:
        return _in_range(inside, chance)
    if "integer" in domain:
        low, high = {"positive integer": (1, 9), "negative integer": (-9, -1)}.get(domain, (-9, 9))
        return Fraction(chance.randint(low, high))
    size = Fraction(chance.randint(1, 5 * 9973), 9973)
    if not generic and chance.random() < 0.7:
        size = Fraction(chance.randint(1, 12), chance.choice((1, 1, 2)))
    if domain == "complex":
        other = Fraction(chance.randint(-4 * 9973, 4 * 9973), 9973)
        return mpmath.mpc(
            mpmath.mpf(int(chance.choice((1, -1)) * size * 9973)) / 9973, mpmath.mpf(int(other * 9973)) / 9973
        )
    if domain == "positive":
        return size
    if domain == "negative":
        return -size
    if domain not in ("real", "nonzero"):
        raise ValueError(f"the domain '{domain}' is not known")
    return size * chance.choice((1, -1))


def _in_range(inside: re.Match[str], chance: random.Random) -> Value:
    low, high = Fraction(inside[3]), Fraction(inside[4])
    if inside[1] == "integer":
        first, last = int(low) + (inside[2] == "("), int(high) - (inside[5] == ")")
        return Fraction(chance.randint(first, last))
    return low + (high - low) * Fraction(chance.randint(1, 9972), 9973)
