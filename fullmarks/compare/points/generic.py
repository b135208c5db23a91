"""Where two trees are compared: exact rational points of the declared domains, the same for the same seed.

The first points are small and generic, later ones larger. Borders have points of their own (``pieces/borders.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from hashlib import blake2b
from itertools import count

from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.evaluate import rational_value
from fullmarks.compare.evaluation.special import Value
from fullmarks.expr.domains import POSITIVE_INTEGER, REAL, Domain

Point = dict[str, Value]

_SMALL = ((7, 1), (7, 1), (9, 1), (9, 1), (12, 1), (12, 8), (20, 30), (30, 85))
_LARGE = ((12, 0), (60, 0), (60, 0), (12, 0), (60, 0), (12, 0), (9_973, 2_500), (200, 0))
_SPREADS = _SMALL + _LARGE
"""How far the integers of each round are spread, and where they begin: small first, then some far out."""
_NEAR_ROUNDS = 6
"""Rounds of integers before those that lie far out."""
_FAR_ROUND = 7
"""The one round that lies far out for what bounds a sum, in place of the last near one."""
_ROUNDS_ON_CUT = 4
"""Every so many complex points, one lies on the negative real axis, where branches are cut."""


def generic(
    names: tuple[str, ...], domains: Mapping[str, Domain], seed: str, summed: AbstractSet[str] = frozenset()
) -> Iterator[Point]:
    """Generic points without end: small first, then of larger and smaller size, both signs where the domain has them.

    What bounds a sum (``summed``) mostly stays small, since every sum costs as many terms.
    """
    return (generic_point(names, domains, seed, summed, number) for number in count())


def generic_point(
    names: tuple[str, ...], domains: Mapping[str, Domain], seed: str, summed: AbstractSet[str], number: int
) -> Point:
    """The generic point of that number."""
    near = number % _NEAR_ROUNDS
    of_sums = _FAR_ROUND if near == _NEAR_ROUNDS - 1 else near
    return {name: _value(domains.get(name, REAL), seed, name, of_sums if name in summed else number) for name in names}


def _value(domain: Domain, seed: str, name: str, round_: int) -> Value:
    digest = blake2b(f"{seed}|{name}|{round_}".encode(), digest_size=8).digest()
    number, more = int.from_bytes(digest[:4], "big"), int.from_bytes(digest[4:], "big")
    if domain.kind == "integer":
        return fmpq(_integer(domain, number, round_))
    if domain.kind == "complex":  # dyadic, so that the ball is exact at every precision
        if round_ % _ROUNDS_ON_CUT == _ROUNDS_ON_CUT - 1:
            return acb(arb(-1 - number % 4093) / 1024)
        scale = (1024, 1024, 128)[round_ % 3]
        return acb(arb(number % 4093 - 2046) / scale, arb(more % 4093 - 2046) / scale)
    return _real(domain, number, more, round_)


def _integer(domain: Domain, number: int, round_: int) -> int:
    lower = (
        None if domain.lower is None else -(-domain.lower // 1) + (domain.lower_open and domain.lower.denominator == 1)
    )
    upper = None if domain.upper is None else domain.upper // 1 - (domain.upper_open and domain.upper.denominator == 1)
    spread, start = _SPREADS[min(round_, len(_SPREADS) - 1)]
    if lower is not None and upper is not None:
        value = int(lower) + number % max(1, int(upper) - int(lower) + 1)
    elif lower is not None:
        value = int(lower) + start + number % spread
    elif upper is not None:
        value = int(upper) - start - number % spread
    else:
        value = (start + number % spread) * (-1 if round_ % 2 else 1)
    if domain.nonzero and value == 0:
        value = 1 if domain.contains(Fraction(1)) else -1
    return value


def _real(domain: Domain, number: int, more: int, round_: int) -> fmpq:
    denominator = 7 + more % 90
    if domain.lower is not None and domain.upper is not None:
        low, high = rational_value(domain.lower), rational_value(domain.upper)
        return low + (high - low) * fmpq(1 + number % 996, 997)
    scale = (1, 1, 3, 30)[round_ % 4]
    size = fmpq(1 + number % (3 * denominator * scale), denominator)
    if domain.lower is not None:
        return rational_value(domain.lower) + size
    if domain.upper is not None:
        return rational_value(domain.upper) - size
    negative = (more >> 16) % 2 if round_ else 0
    return -size if negative else size


def with_integers(domains: Mapping[str, Domain], counted: AbstractSet[str]) -> Mapping[str, Domain]:
    """The domains, with undeclared symbols that count something (``Survey.counted``) taken as positive integers."""
    undeclared = [name for name in counted if name not in domains]
    return {**dict.fromkeys(undeclared, POSITIVE_INTEGER), **domains} if undeclared else domains
