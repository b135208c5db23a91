"""How many bits show what a function does to a very large or very small argument.

``tanh(1000)`` is not 1, and ``cos(10^-300)`` is not either, but a thousand bits cannot tell. Agreement is only claimed at a
precision at which the first powers of such an argument, and exponentially small rests, would be seen.
"""

from __future__ import annotations

from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.special import Value

_POWERS_SEEN = 16
"""So many powers of a tiny argument must be visible."""
_SATURATING = frozenset(("tanh", "coth", "sech", "csch", "sinh", "cosh", "exp", "erf", "gamma", "factorial"))
_BITS_OF_E = 3
"""Bits of exp(-2), rounded up."""
_PAST_ALL_BITS = 60
_SMALL = 16
"""Sizes up to two to this power are nothing particular."""


def needed_bits(name: str, argument: Value, result: Value) -> int:
    """The precision that a function's argument and result ask for; 0 for ordinary sizes."""
    size = exponent_of(argument)
    needed = _POWERS_SEEN * abs(size) if abs(size) > _SMALL else 0
    if name in _SATURATING and size > 0:
        reach = 1 << min(size + 1, _PAST_ALL_BITS)
        needed = max(needed, _BITS_OF_E * (reach * reach if name == "erf" else reach))
    outcome = exponent_of(result)
    return max(needed, 4 * abs(outcome) if abs(outcome) > _SMALL else 0)


def exponent_of(value: Value) -> int:
    """The power of two that a value's size is near; 0 for zero, and for a ball across it."""
    if isinstance(value, fmpq):
        return 0 if value == 0 else abs(value.p).bit_length() - value.q.bit_length()
    across_zero = value.contains(acb(0)) if isinstance(value, acb) else value.contains(0)
    ball = value.abs_upper() if isinstance(value, acb) else abs(value).upper()
    if across_zero or not ball.is_finite():
        return 0
    mantissa, exponent = arb(ball).man_exp()
    return int(abs(mantissa).bit_length() + exponent)
