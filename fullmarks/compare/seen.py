"""What one point shows of two values: certainly different, equal to its precision, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from flint import acb, arb, fmpq

from fullmarks.compare.special import Value


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
    difference = acb(first) - acb(second)
    if not difference.contains(acb(0)):
        return Seen(False, (first, second))
    size = max(acb(first).abs_upper(), acb(second).abs_upper())
    width = difference.abs_upper()
    if width < size * arb(2) ** -(bits // 2) or width < arb(2) ** -(bits * 3 // 4):
        return Seen(True, (first, second))
    return Seen(None)


def shown(value: Value | None) -> str:
    """A value for people: a short rational as it is, anything else in decimals."""
    if value is None:
        return "undefined"
    if isinstance(value, fmpq):
        text = str(value)
        return text if len(text) <= 40 else arb(value).str(12, radius=False)
    if isinstance(value, arb):
        return value.str(12, radius=False)
    return f"{value.real.str(12, radius=False)} + {value.imag.str(12, radius=False)}i"
