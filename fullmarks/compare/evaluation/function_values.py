"""Functions with a law of their own, by name: each makes what runs from what its arguments run to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from flint import arb, fmpq

from fullmarks.compare.evaluation import integers, powers
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.evaluation.special import Value, real_part
from fullmarks.compare.evaluation.undefined import UndefinedError

if TYPE_CHECKING:
    from fullmarks.compare.evaluation.evaluate import Evaluator

Run = Callable[["Evaluator"], Value]
"""What gives a value at the evaluator's point."""
Make = Callable[[tuple[Run, ...]], Run]
_LARGEST_LOGARITHM = 256
_MOST_DENOMINATOR = 6
_HALF = fmpq(1, 2)


def _sqrt(arguments: tuple[Run, ...]) -> Run:
    radicand = arguments[0]
    return lambda at: powers.power(radicand(at), _HALF, at.exact_bits, in_complex=at.in_complex)


def _root(arguments: tuple[Run, ...]) -> Run:
    radicand, degree = arguments
    return lambda at: powers.root(radicand(at), degree(at), at.exact_bits, in_complex=at.in_complex)


def _log(arguments: tuple[Run, ...]) -> Run:
    argument = arguments[0]
    if len(arguments) == 1:
        return lambda at: at.function("log", argument(at))
    base = arguments[1]

    def run(at: Evaluator) -> Value:
        value, root = argument(at), base(at)
        exact = log_ratio(value, root)
        return at.quotient(at.function("log", value), at.function("log", root)) if exact is None else exact

    return run


def _factorial(arguments: tuple[Run, ...]) -> Run:
    argument = arguments[0]

    def run(at: Evaluator) -> Value:
        value = argument(at)
        exact = integers.factorial(value) if isinstance(value, fmpq) else None
        return at.function("factorial", value) if exact is None else at.bounded(exact)

    return run


def _binomial(arguments: tuple[Run, ...]) -> Run:
    upper, lower = arguments

    def run(at: Evaluator) -> Value:
        top, bottom = upper(at), lower(at)
        exact = integers.binomial(top, bottom)
        if exact is not None:
            return at.bounded(exact)
        below = at.function("factorial", bottom) * at.function("factorial", top - bottom)
        return at.quotient(at.function("factorial", top), below)

    return run


def log_ratio(value: Value, base: Value) -> fmpq | None:
    """The logarithm of a rational to a rational base where it is a rational of small numerator and denominator."""
    if not isinstance(value, fmpq) or not isinstance(base, fmpq) or value <= 0 or base <= 0 or base == 1:
        return None
    if value.height_bits() > _LARGEST_LOGARITHM or base.height_bits() > _LARGEST_LOGARITHM:
        return None
    with precision(2 * _LARGEST_LOGARITHM):
        ratio = arb(value).log() / arb(base).log()
        for denominator in range(1, _MOST_DENOMINATOR + 1):
            numerator = (ratio * denominator).unique_fmpz()
            if numerator is not None and abs(numerator) <= _LARGEST_LOGARITHM:
                exact = value**denominator == base ** int(numerator)
                return fmpq(numerator, denominator) if exact else None
    return None


def _absolute(value: Value) -> Value:
    if isinstance(value, fmpq):
        return -value if value < 0 else value
    return abs(value)


def _angle(arguments: tuple[Run, ...]) -> Run:
    """``atan2(y, x)``, the angle of the point (x, y)."""
    y, x = arguments

    def run(at: Evaluator) -> Value:
        up, right = real_part(y(at)), real_part(x(at))
        if up == 0 and right == 0:
            raise UndefinedError("domain")
        return arb.atan2(up, right)

    return run


def _norm(arguments: tuple[Run, ...]) -> Run:
    """Of a number, its size, whichever norm is meant."""
    value = arguments[0]
    return lambda at: _absolute(value(at))


def _of_one(function: Callable[[Value], Value]) -> Make:
    def make(arguments: tuple[Run, ...]) -> Run:
        argument = arguments[0]
        return lambda at: function(argument(at))

    return make


def _of_values(function: Callable[[list[Value]], Value]) -> Make:
    return lambda arguments: lambda at: function([argument(at) for argument in arguments])


def _of_rationals(function: Callable[[list[fmpq]], Value]) -> Make:
    return lambda arguments: lambda at: function([at.exact(argument) for argument in arguments])


BY_FUNCTION: Mapping[str, Make] = {
    "sqrt": _sqrt,
    "root": _root,
    "log": _log,
    "abs": _of_one(_absolute),
    "norm": _norm,
    "atan2": _angle,
    "degrees": _of_one(lambda value: value * arb.pi() / 180),
    "sign": _of_one(integers.sign),
    "floor": _of_one(integers.floor),
    "ceil": _of_one(integers.ceiling),
    "round": _of_one(integers.nearest),
    "factorial": _factorial,
    "factorial2": _of_rationals(lambda values: integers.double_factorial(values[0])),
    "binomial": _binomial,
    "max": _of_values(lambda values: integers.extreme(values, largest=True)),
    "min": _of_values(lambda values: integers.extreme(values, largest=False)),
    "mod": _of_rationals(lambda values: integers.modulo(values[0], values[1])),
    "gcd": _of_rationals(lambda values: integers.divisor(values, least_multiple=False)),
    "lcm": _of_rationals(lambda values: integers.divisor(values, least_multiple=True)),
}
