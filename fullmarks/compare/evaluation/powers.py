"""Powers and roots of exact rationals and balls, by the conventions of real and complex arithmetic.

Over the reals a power with an odd root of a negative number is the real one ((-8)^(1/3) = -2); an even root of it is
undefined. In complex arithmetic the principal branch is taken.
"""

from __future__ import annotations

from flint import acb, arb, fmpq, fmpz

from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError, UncertainError, UndefinedError

_MOST_ROOT = 64


def power(base: Value, exponent: Value, exact_bits: int, *, in_complex: bool) -> Value:
    """``base`` to the ``exponent``; exact where both are rational and the result is and has few enough bits."""
    if isinstance(exponent, fmpq):
        if exponent.q == 1:
            return _integer_power(base, exponent.p, exact_bits)
        if isinstance(base, fmpq):
            return _rational_power(base, exponent, in_complex=in_complex)
        if isinstance(base, arb) and not in_complex:
            return _real_root(base, exponent)
    if isinstance(base, fmpq) and base == 0:
        return _zero_power(exponent)
    if not in_complex and not isinstance(base, acb) and not isinstance(exponent, acb):
        return _real_power(arb(base), arb(exponent))
    if isinstance(base, (arb, acb)) and acb(base).contains(acb(0)):
        raise UncertainError
    return acb(base) ** acb(exponent)


def root(radicand: Value, degree: Value, exact_bits: int, *, in_complex: bool) -> Value:
    """The root of a degree, which must be a nonzero rational for a real root."""
    if isinstance(degree, fmpq):
        if degree == 0:
            raise UndefinedError("pole")
        return power(radicand, 1 / degree, exact_bits, in_complex=in_complex)
    return power(radicand, 1 / degree, exact_bits, in_complex=in_complex)


def _integer_power(base: Value, exponent: fmpz, exact_bits: int) -> Value:
    if exponent < 0:
        if isinstance(base, fmpq):
            if base == 0:
                raise UndefinedError("pole")
        elif acb(base).contains(acb(0)):
            raise UncertainError
    if isinstance(base, fmpq):
        whole = int(exponent)
        if abs(whole) * base.height_bits() <= exact_bits or base in (0, 1):
            return base**whole
        if base == -1:
            return fmpq(1 if exponent % 2 == 0 else -1)
        return _finite(arb(base) ** exponent)
    if isinstance(base, arb) and base.contains(0):  # FLINT's real power has no value there, its complex one has
        return _finite((acb(base) ** exponent).real)
    return _finite(base**exponent)


def _finite(value: Value) -> Value:
    if isinstance(value, (arb, acb)) and not value.is_finite():
        raise BeyondError
    return value


def _rational_power(base: fmpq, exponent: fmpq, *, in_complex: bool) -> Value:
    if base == 0:
        return _zero_power(exponent)
    degree = int(exponent.q)
    negative = base < 0
    if negative and in_complex:
        return acb(base) ** acb(exponent)
    if negative and degree % 2 == 0:
        raise UndefinedError("domain")
    size = -base if negative else base
    exact = _exact_root(size, degree)
    value: Value = (
        exact ** int(exponent.p)
        if exact is not None and abs(int(exponent.p)) <= _MOST_ROOT
        else arb(size) ** arb(exponent)
    )
    return -value if negative and exponent.p % 2 == 1 else value


def _exact_root(value: fmpq, degree: int) -> fmpq | None:
    """The rational root, if there is one."""
    if degree > _MOST_ROOT:
        return None
    numerator, denominator = value.p, value.q
    top, bottom = numerator.root(degree), denominator.root(degree)
    return fmpq(top, bottom) if top**degree == numerator and bottom**degree == denominator else None


def _zero_power(exponent: Value) -> fmpq:
    if isinstance(exponent, fmpq):
        if exponent > 0:
            return fmpq(0)
        raise UndefinedError("pole" if exponent < 0 else "domain")
    real = exponent.real
    if real > 0:
        return fmpq(0)
    if real < 0:
        raise UndefinedError("pole")
    raise UncertainError


def _real_root(base: arb, exponent: fmpq) -> arb:
    if base > 0:
        return base ** arb(exponent)
    if base < 0:
        if exponent.q % 2 == 0:
            raise UndefinedError("domain")
        value = (-base) ** arb(exponent)
        return -value if exponent.p % 2 == 1 else value
    if base.is_zero():
        return arb(_zero_power(exponent))
    if exponent.q == 2 and exponent > 0:  # a ball across zero: its part that is not negative
        return base.nonnegative_part().sqrt() ** exponent.p if not base < 0 else base
    raise UncertainError


def _real_power(base: arb, exponent: arb) -> arb:
    if base > 0:
        return _finite_real(base**exponent)
    if base < 0:
        raise BeyondError if exponent.contains_integer() else UndefinedError("domain")
    raise UncertainError


def _finite_real(value: arb) -> arb:
    if not value.is_finite():
        raise BeyondError
    return value
