"""What one point shows of two values: certainly different, equal to its precision, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.special import Value

_MORE_DIGITS = (40, 120)
_LONGEST_EXACT = 40


@dataclass(frozen=True, slots=True)
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
        first_ball, second_ball = acb(first), acb(second)
    else:
        first_ball, second_ball = arb(first), arb(second)
    difference = first_ball - second_ball
    if not difference.contains(0):
        return Seen(False, (first, second))
    width = difference.abs_upper()
    narrow, tiny = _widths(bits)
    if width < tiny or width < max(first_ball.abs_upper(), second_ball.abs_upper()) * narrow:
        return Seen(True, (first, second))
    return Seen(None)


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
