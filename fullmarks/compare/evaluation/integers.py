"""Functions of exact and whole numbers: rounding, factorials, binomials, divisors, ranges of indices, determinants."""

from __future__ import annotations

from collections.abc import Sequence

from flint import acb, acb_mat, arb, arb_mat, fmpq, fmpq_mat, fmpz

from fullmarks.compare.evaluation.reach import exponent_of
from fullmarks.compare.evaluation.special import Value, real_part
from fullmarks.compare.evaluation.undefined import BeyondError, UncertainError, UndefinedError

_MOST_EXACT_FACTORIAL = 4_000
_MOST_EXACT_BINOMIAL = 10_000
_MOST_BITS = 65_536
HALF = fmpq(1, 2)


def floor(value: Value) -> fmpq:
    """The largest integer not above a real value."""
    return _rounded_down(value, fmpq(0))


def ceiling(value: Value) -> fmpq:
    """The smallest integer not below a real value."""
    return -_rounded_down(-value, fmpq(0))


def nearest(value: Value) -> fmpq:
    """The nearest integer; halves go up."""
    return _rounded_down(value, HALF)


def _rounded_down(value: Value, shift: fmpq) -> fmpq:
    if isinstance(value, fmpq):
        return fmpq((value + shift).floor())
    if exponent_of(value) > _MOST_BITS:
        raise BeyondError
    whole = (real_part(value) + shift).floor().unique_fmpz()
    if whole is None:
        raise UncertainError
    return fmpq(whole)


def factorial(value: fmpq) -> fmpq | None:
    """The factorial of an integer, exact; None where the gamma function must say it."""
    if value.q != 1:
        return None
    if value < 0:
        raise UndefinedError("pole")
    return fmpq(fmpz.fac_ui(value.p)) if value <= _MOST_EXACT_FACTORIAL else None


def double_factorial(value: fmpq) -> fmpq:
    """The product of every second integer down from one that is not negative: 7·5·3·1; raises BeyondError for a large one."""
    if value.q != 1:
        raise UndefinedError("domain")
    if value < 0:
        raise UndefinedError("pole")
    if value > _MOST_EXACT_FACTORIAL:
        raise BeyondError
    total = fmpz(1)
    for factor in range(int(value.p), 1, -2):
        total *= factor
    return fmpq(total)


def binomial(upper: Value, lower: Value) -> fmpq | None:
    """The binomial coefficient of integers that are not negative, exact; None where the gamma function must say it."""
    if not (isinstance(upper, fmpq) and isinstance(lower, fmpq) and upper.q == lower.q == 1):
        return None
    above, below = int(upper.p), int(lower.p)
    if not (below >= 0 and 0 <= above <= _MOST_EXACT_BINOMIAL):
        return None
    return fmpq(fmpz.bin_uiui(above, below)) if below <= above else fmpq(0)


def modulo(value: fmpq, modulus: fmpq) -> fmpq:
    """The remainder with the sign of the modulus."""
    if modulus == 0:
        raise UndefinedError("pole")
    return value - modulus * (value / modulus).floor()


def divisor(values: Sequence[fmpq], *, least_multiple: bool) -> fmpq:
    """The greatest common divisor of integers, or their least common multiple."""
    if any(value.q != 1 for value in values):
        raise UndefinedError("domain")
    total = abs(values[0].p)
    for value in values[1:]:
        total = total.lcm(value.p) if least_multiple else total.gcd(value.p)
    return fmpq(abs(total))


def extreme(values: Sequence[Value], *, largest: bool) -> Value:
    """The largest or the smallest of real values."""
    exact = [value for value in values if isinstance(value, fmpq)]
    if len(exact) == len(values):
        total_exact = exact[0]
        for value in exact[1:]:
            total_exact = value if (value > total_exact) == largest else total_exact
        return total_exact
    balls: list[arb] = [real_part(value) for value in values]
    total = balls[0]
    for ball in balls[1:]:
        total = total.max(ball) if largest else total.min(ball)
    return total


def sign(value: Value) -> fmpq:
    """-1, 0 or 1."""
    number = value if isinstance(value, fmpq) else real_part(value)
    if number > 0:
        return fmpq(1)
    if number < 0:
        return fmpq(-1)
    if number == 0:
        return fmpq(0)
    raise UncertainError


def index_range(lower: fmpq, upper: fmpq, most: int) -> range:
    """The values of a summation index; raises BeyondError where there are more than ``most``."""
    if lower.q != 1 or upper.q != 1:
        raise UndefinedError("domain")
    if upper - lower + 1 > most:
        raise BeyondError
    return range(int(lower.p), int(upper.p) + 1)


def determinant(rows: list[list[Value]], *, in_complex: bool) -> Value:
    """The determinant of a square of values; raises UndefinedError for another shape."""
    _refuse_other_shapes(rows)
    exact = [[entry for entry in row if isinstance(entry, fmpq)] for row in rows]
    if all(len(row) == len(rows) for row in exact):
        return fmpq_mat(exact).det()
    if in_complex:
        return acb_mat([[acb(entry) for entry in row] for row in rows]).det()
    return arb_mat([[real_part(entry) for entry in row] for row in rows]).det()


def trace(rows: list[list[Value]], *, in_complex: bool) -> Value:
    """The sum of the diagonal of a square of values; raises UndefinedError for another shape."""
    _refuse_other_shapes(rows)
    total = rows[0][0]
    for k in range(1, len(rows)):
        total = total + rows[k][k]
    return total


def _refuse_other_shapes(rows: list[list[Value]]) -> None:
    if len(rows) != len(rows[0]):
        raise UndefinedError("shape")
