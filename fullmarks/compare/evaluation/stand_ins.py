"""Rationals that stand for what nothing defines: entries of families, values of functions that are only names.

They depend on the seed, the name and the exact place, and on nothing else. All have one prime denominator, so that sums of them
stay short, and are spread over (-4, 4) finely enough that no two are the same by chance.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from flint import fmpq

from fullmarks.compare.evaluation.special import Value

Place = tuple[int | fmpq, ...]
"""Indices or arguments; those that are whole numbers as such."""

_DENOMINATOR = 1_000_003
_REACH = 4 * _DENOMINATOR
_MASK = (1 << 64) - 1
_LONG = 1 << 63
_MOST_KEPT = 1_024
_MOST_FAMILIES = 64
_FIRST, _SECOND, _LAST = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""Odd multipliers of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014)."""


def stand_in(seed: str, name: str, place: Place) -> fmpq:
    """The value of a name at a place."""
    mixed = _start(seed, name)
    for part in place:
        if isinstance(part, int):
            mixed = _with(mixed, part, _FIRST)
        elif part.q == 1:
            mixed = _with(mixed, int(part.p), _FIRST)
        else:
            mixed = _with(_with(mixed, int(part.p), _SECOND), int(part.q), _FIRST)
    mixed = ((mixed ^ (mixed >> 32)) * _LAST) & _MASK
    return fmpq((mixed >> 16) % (2 * _REACH) - _REACH, _DENOMINATOR)


def _with(mixed: int, part: int, multiplier: int) -> int:
    """What was mixed so far with one more number."""
    if not -_LONG < part < _LONG:
        part = _hashed(f"{part:x}")  # what a mask cuts off would not count
    mixed = ((mixed ^ part) * multiplier) & _MASK
    return mixed ^ (mixed >> 29)


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


class Family(dict[Place, Value]):
    """Entries of one family that are known already, not too many of them; ``spelled``: some are symbols of their own."""

    __slots__ = ("spelled",)

    def __init__(self, *, spelled: bool = False) -> None:
        super().__init__()
        self.spelled = spelled

    def keep(self, place: Place, value: Value) -> None:
        """Keeps an entry while there is room; a place that is no whole number is slow to look up, and never comes again."""
        if len(self) < _MOST_KEPT and all(type(part) is int for part in place):
            self[place] = value


@lru_cache(maxsize=_MOST_FAMILIES)
def known_family(seed: str, name: str) -> Family:
    """The entries of a family that any evaluator with this seed has asked for."""
    return Family()


@lru_cache(maxsize=1_024)
def _start(seed: str, name: str) -> int:
    """Where the mixing of places begins: a good hash, once a name."""
    return _hashed(f"{seed}|{name}")
