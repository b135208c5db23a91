"""What one point shows of two values: certainly different, equal to its precision, or nothing."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.special import Value
from fullmarks.records import record

_MORE_DIGITS = (40, 120)
_LONGEST_EXACT = 40

Ball = TypeVar("Ball", arb, acb)


@record
class Seen:
    """What one point showed: ``equal`` (None: nothing), with the reason where only one side is defined."""

    equal: bool | None
    values: tuple[Value | None, Value | None] | None = None
    lacking: str | None = None
    beyond: bool = False


def related(first: Value, second: Value, bits: int) -> Seen:
    """Whether two values are equal; ``values`` is None where both are exact and equal."""
    if isinstance(first, fmpq) and isinstance(second, fmpq):
        return Seen(True) if first == second else Seen(False, (first, second))
    if isinstance(first, acb) or isinstance(second, acb):
        equal = _equal(acb(first), acb(second), bits)
    else:
        equal = _equal(arb(first), arb(second), bits)
    return Seen(equal) if equal is None else Seen(equal, (first, second))


def _equal(first: Ball, second: Ball, bits: int) -> bool | None:
    difference = first - second
    if not difference.contains(0):
        return False
    width = difference.abs_upper()
    narrow, tiny = _widths(bits)
    return True if width < tiny or width < max(first.abs_upper(), second.abs_upper()) * narrow else None


@cache
def _widths(bits: int) -> tuple[arb, arb]:
    """How wide a difference may be beside the values, and how wide by itself; powers of two, exact at every precision."""
    return arb(2) ** -(bits // 2), arb(2) ** -(bits * 3 // 4)


def both_shown(first: Value | None, second: Value | None) -> tuple[str, str]:
    """Two values for people, in as many digits as it takes to tell them apart."""
    texts = shown(first), shown(second)
    for digits in _MORE_DIGITS:
        if texts[0] != texts[1]:
            break
        texts = shown(first, digits), shown(second, digits)
    return texts


def shown(value: Value | None, digits: int = 12) -> str:
    """A value for people: a short rational as it is, anything else in decimals."""
    if value is None:
        return "undefined"
    if isinstance(value, fmpq):
        text = str(value)
        return text if len(text) <= _LONGEST_EXACT else arb(value).str(digits, radius=False)
    if isinstance(value, arb):
        return value.str(digits, radius=False)
    return f"{value.real.str(digits, radius=False)} + {value.imag.str(digits, radius=False)}i"
