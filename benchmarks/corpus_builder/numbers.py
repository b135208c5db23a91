"""Arithmetic of prefix forms: each head's meaning on numbers, exact fractions where possible, else mpmath's.

Over the reals a root or logarithm of a negative number is undefined; over the complex numbers branches are principal.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import mpmath

DIGITS = 80
LARGEST_EXACT_POWER = 20_000
LARGEST_EXACT_FACTORIAL = 5_000

Number: TypeAlias = Fraction | mpmath.mpf | mpmath.mpc


class UndefinedError(ArithmeticError):
    """The form has no value at this point."""


def as_mp(number: Number) -> mpmath.mpf | mpmath.mpc:
    """The number as mpmath holds it, to DIGITS digits."""
    if isinstance(number, Fraction):
        return mpmath.mpf(number.numerator) / number.denominator
    return number


def _mixed(operation: Callable[[Number, Number], Number]) -> Callable[..., Number]:
    def fold(first: Number, *others: Number) -> Number:
        total = first
        for other in others:
            both_exact = isinstance(total, Fraction) and isinstance(other, Fraction)
            total = operation(total, other) if both_exact else operation(as_mp(total), as_mp(other))
        return total

    return fold


def _minus(first: Number, *others: Number) -> Number:
    return _mixed(lambda a, b: a - b)(first, *others) if others else -first


def _rounded(rule: Callable[[Number], int]) -> Callable[[Number], Number]:
    return lambda number: Fraction(rule(number if isinstance(number, Fraction) else as_mp(number)))


def _sign(number: Number) -> Number:
    return Fraction(int(mpmath.sign(as_mp(number))))


def _root(number: Number, index: Number) -> Number:
    """The real root: of a negative number only where the index is odd."""
    value = as_mp(number)
    if isinstance(value, mpmath.mpc):
        return mpmath.root(value, int(index))
    if value < 0 and int(index) % 2 == 0:
        raise UndefinedError("root")
    return mpmath.sign(value) * mpmath.root(abs(value), int(index))


def factorial(number: Number) -> Number:
    """Exact for whole numbers, else by the gamma function."""
    if isinstance(number, Fraction) and number.denominator == 1:
        if number < 0:
            raise UndefinedError("fact")
        if number <= LARGEST_EXACT_FACTORIAL:
            return Fraction(math.factorial(int(number)))
    return mpmath.gamma(as_mp(number) + 1)


def _binomial(n: Number, k: Number) -> Number:
    if all(isinstance(number, Fraction) and number.denominator == 1 and number >= 0 for number in (n, k)):
        return Fraction(math.comb(int(n), int(k)))
    return mpmath.binomial(as_mp(n), as_mp(k))


EXACT: dict[str, Callable[..., Number]] = {
    "+": _mixed(lambda a, b: a + b),
    "-": _minus,
    "*": _mixed(lambda a, b: a * b),
    "/": _mixed(lambda a, b: a / b),
    "abs": abs,
    "sign": _sign,
    "floor": _rounded(
        lambda number: int(mpmath.floor(number)) if not isinstance(number, Fraction) else math.floor(number)
    ),
    "ceil": _rounded(
        lambda number: int(mpmath.ceil(number)) if not isinstance(number, Fraction) else math.ceil(number)
    ),
    "max": lambda *numbers: max(numbers, key=as_mp),
    "min": lambda *numbers: min(numbers, key=as_mp),
    "mod": lambda a, b: a - b * math.floor(a / b),
    "gcd": lambda *numbers: Fraction(math.gcd(*[int(number) for number in numbers])),
    "binom": _binomial,
    "re": lambda number: as_mp(number).real,
    "im": lambda number: as_mp(number).imag,
    "conj": lambda number: mpmath.conj(as_mp(number)),
    "root": _root,
}
COMPARISONS: dict[str, Callable[[Number, Number], bool]] = {
    "<": lambda a, b: as_mp(a) < as_mp(b),
    "<=": lambda a, b: as_mp(a) <= as_mp(b),
    ">": lambda a, b: as_mp(a) > as_mp(b),
    ">=": lambda a, b: as_mp(a) >= as_mp(b),
    "=": lambda a, b: as_mp(a) == as_mp(b),
    "!=": lambda a, b: as_mp(a) != as_mp(b),
}
FUNCTIONS: dict[str, Callable[..., Number]] = {
    "sqrt": mpmath.sqrt, "exp": mpmath.exp, "ln": mpmath.ln, "log": lambda base, x: mpmath.ln(x) / mpmath.ln(base),
    "sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "sec": mpmath.sec, "csc": mpmath.csc, "cot": mpmath.cot,
    "asin": mpmath.asin, "acos": mpmath.acos, "atan": mpmath.atan, "sinh": mpmath.sinh, "cosh": mpmath.cosh,
    "tanh": mpmath.tanh, "asinh": mpmath.asinh, "gamma": mpmath.gamma, "lngamma": mpmath.loggamma, "erf": mpmath.erf, "zeta": mpmath.zeta,
}  # fmt: skip
REAL_ONLY = frozenset({"sqrt", "ln", "log", "asin", "acos"})


def refuse_outside(head: str, numbers: list[Number], over_complex: bool) -> None:
    """Raise UndefinedError where a real function has no value at its last argument."""
    last = as_mp(numbers[-1])
    if head in ("ln", "log") and last == 0:
        raise UndefinedError(head)
    if over_complex or isinstance(last, mpmath.mpc):
        return
    if (last < 0 and head in ("sqrt", "ln", "log")) or (abs(last) > 1 and head in ("asin", "acos")):
        raise UndefinedError(head)


def power(base: Number, exponent: Number, over_complex: bool) -> Number:
    """base^exponent; over the reals only an integer power of a negative base is defined."""
    whole = isinstance(exponent, Fraction) and exponent.denominator == 1
    if whole and isinstance(base, Fraction) and abs(exponent) <= LARGEST_EXACT_POWER:
        return base ** int(exponent)
    if whole:
        return as_mp(base) ** int(exponent)
    base, exponent = as_mp(base), as_mp(exponent)
    is_real = not isinstance(base, mpmath.mpc) and not isinstance(exponent, mpmath.mpc)
    if is_real and base < 0 and not over_complex:
        raise UndefinedError("^")
    if base == 0 and exponent <= 0:
        raise UndefinedError("^")
    return base**exponent
