"""Where two trees are compared: exact rational points of the declared domains, the same for the same seed.

The first points are small and generic. Around the borders that conditions name, and over the first integers, points are added
so that a boundary in the wrong piece or a special case at zero is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from itertools import islice, product

from flint import acb, arb, fmpq

from fullmarks.compare.evaluate import Evaluator, rational_value
from fullmarks.compare.special import Value
from fullmarks.compare.undefined import NoValueError
from fullmarks.expr.domains import POSITIVE_INTEGER, REAL, Domain
from fullmarks.expr.nodes import Node, Piecewise, Relation, Symbol
from fullmarks.expr.walk import symbols, walk
from fullmarks.limits import Limits

Point = dict[str, Value]

_SMALL_INTEGERS = 4
_MOST_BORDER_POINTS = 120
_MOST_COMBINED = 3


def generic(names: tuple[str, ...], domains: Mapping[str, Domain], seed: str) -> Iterator[Point]:
    """Generic points without end: small first, then of larger and smaller size, both signs where the domain has them."""
    round_ = 0
    while True:
        yield {name: _value(domains.get(name, REAL), seed, name, round_) for name in names}
        round_ += 1


@lru_cache(maxsize=16_384)
def _value(domain: Domain, seed: str, name: str, round_: int) -> Value:
    digest = blake2b(f"{seed}|{name}|{round_}".encode(), digest_size=8).digest()
    number, more = int.from_bytes(digest[:4], "big"), int.from_bytes(digest[4:], "big")
    if domain.kind == "integer":
        return fmpq(_integer(domain, number, round_))
    if domain.kind == "complex":  # dyadic, so that the ball is exact at every precision
        return acb(arb(number % 4093 - 2046) / 1024, arb(more % 4093 - 2046) / 1024)
    return _real(domain, number, more, round_)


def _integer(domain: Domain, number: int, round_: int) -> int:
    lower = (
        None if domain.lower is None else -(-domain.lower // 1) + (domain.lower_open and domain.lower.denominator == 1)
    )
    upper = None if domain.upper is None else domain.upper // 1 - (domain.upper_open and domain.upper.denominator == 1)
    spread = 5 if round_ < _SMALL_INTEGERS else 12 if round_ < 3 * _SMALL_INTEGERS else 60
    if lower is not None and upper is not None:
        value = int(lower) + number % max(1, int(upper) - int(lower) + 1)
    elif lower is not None:
        value = int(lower) + (number % spread) + (round_ < _SMALL_INTEGERS)
    elif upper is not None:
        value = int(upper) - number % spread
    else:
        value = 2 + number % spread if round_ < _SMALL_INTEGERS and round_ % 2 == 0 else number % (2 * spread) - spread
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


def at_borders(
    trees: tuple[Node, ...], names: tuple[str, ...], domains: Mapping[str, Domain], seed: str, limits: Limits
) -> list[Point]:
    """Points on the borders that conditions name, and beside them; for integers, also the first ones."""
    found: list[Point] = []
    bases = list(islice(generic(names, domains, seed), 3))
    for name, border in _borders(trees):
        domain = domains.get(name, REAL)
        steps = (fmpq(0), fmpq(1), fmpq(-1)) if domain.kind == "integer" else (fmpq(0), fmpq(1, 97), fmpq(-1, 97))
        for base in bases:
            try:
                value = Evaluator(base, limits, seed).value(border)
            except NoValueError:
                continue
            if isinstance(value, fmpq):
                found += [{**base, name: value + step} for step in steps if _inside(domain, value + step)]
    integers = tuple(name for name in names if domains.get(name, REAL).kind == "integer")
    if len(integers) == len(names) == 1:
        found += [{names[0]: fmpq(k)} for k in range(-3, 14) if _inside(domains[names[0]], fmpq(k))]
    elif integers and len(integers) <= _MOST_COMBINED:
        for values in product((fmpq(0), fmpq(1), fmpq(2)), repeat=len(integers)):
            corner = dict(zip(integers, values, strict=True))
            if all(_inside(domains[name], value) for name, value in corner.items()):
                found.append({**bases[0], **corner})
    return found[:_MOST_BORDER_POINTS]


def _inside(domain: Domain, value: fmpq) -> bool:
    return domain.kind == "complex" or domain.contains(Fraction(int(value.p), int(value.q)))


def _borders(trees: tuple[Node, ...]) -> Iterator[tuple[str, Node]]:
    """Each symbol that a condition relates to something, with that something."""
    seen: set[tuple[str, Node]] = set()
    for tree in trees:
        for node in walk(tree):
            if not isinstance(node, Piecewise):
                continue
            for _, condition in node.branches:
                for part in walk(condition):
                    if isinstance(part, Relation):
                        for left, right in zip(part.operands, part.operands[1:], strict=False):
                            for one, other in ((left, right), (right, left)):
                                if (
                                    isinstance(one, Symbol)
                                    and one.name not in symbols(other)
                                    and (one.name, other) not in seen
                                ):
                                    seen.add((one.name, other))
                                    yield one.name, other


def with_integers(domains: Mapping[str, Domain], counted: AbstractSet[str]) -> Mapping[str, Domain]:
    """The domains, with undeclared symbols that count something (``Survey.counted``) taken as positive integers."""
    undeclared = [name for name in counted if name not in domains]
    return {**dict.fromkeys(undeclared, POSITIVE_INTEGER), **domains} if undeclared else domains
