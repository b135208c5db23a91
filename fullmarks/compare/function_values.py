"""The values of functions of a tree's own arguments, by name: roots, logarithms, rounding, counting, determinants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from flint import acb, acb_mat, arb, arb_mat, fmpq, fmpq_mat

from fullmarks.compare import integers, powers
from fullmarks.compare.precision import precision
from fullmarks.compare.special import Value, real_part
from fullmarks.compare.undefined import BeyondError, UndefinedError
from fullmarks.expr.nodes import Matrix, Node

if TYPE_CHECKING:
    from fullmarks.compare.evaluate import Evaluator

_LARGEST_LOGARITHM = 256
_MOST_DENOMINATOR = 6
Arguments = tuple[Node, ...]


def _sqrt(at: Evaluator, arguments: Arguments) -> Value:
    return powers.power(at.value(arguments[0]), fmpq(1, 2), at.limits.exact_bits, in_complex=at.in_complex)


def _root(at: Evaluator, arguments: Arguments) -> Value:
    radicand, degree = (at.value(argument) for argument in arguments)
    return powers.root(radicand, degree, at.limits.exact_bits, in_complex=at.in_complex)


def _log(at: Evaluator, arguments: Arguments) -> Value:
    if len(arguments) > 1 and (exact := log_ratio(at.value(arguments[0]), at.value(arguments[1]))) is not None:
        return exact
    value = at.function("log", at.value(arguments[0]))
    if len(arguments) == 1:
        return value
    return at.quotient(value, at.function("log", at.value(arguments[1])))


def _factorial(at: Evaluator, arguments: Arguments) -> Value:
    value = at.value(arguments[0])
    exact = integers.factorial(value) if isinstance(value, fmpq) else None
    return at.function("factorial", value) if exact is None else exact


def _binomial(at: Evaluator, arguments: Arguments) -> Value:
    upper, lower = (at.value(argument) for argument in arguments)
    exact = integers.binomial(upper, lower)
    if exact is not None:
        return exact
    top = at.function("factorial", upper)
    return at.quotient(top, at.function("factorial", lower) * at.function("factorial", upper - lower))


def _determinant(at: Evaluator, arguments: Arguments) -> Value:
    rows = _square(at, arguments[0])
    exact = [[entry for entry in row if isinstance(entry, fmpq)] for row in rows]
    if all(len(row) == len(rows) for row in exact):
        return fmpq_mat(exact).det()
    if at.in_complex:
        return acb_mat([[acb(entry) for entry in row] for row in rows]).det()
    return arb_mat([[real_part(entry) for entry in row] for row in rows]).det()


def _trace(at: Evaluator, arguments: Arguments) -> Value:
    rows = _square(at, arguments[0])
    total = rows[0][0]
    for k in range(1, len(rows)):
        total = total + rows[k][k]
    return total


def _square(at: Evaluator, node: Node) -> list[list[Value]]:
    if not isinstance(node, Matrix):
        raise BeyondError
    if len(node.rows) != len(node.rows[0]):
        raise UndefinedError("shape")
    return [[at.value(entry) for entry in row] for row in node.rows]


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


def _of_one(function: Callable[[Value], Value]) -> Callable[[Evaluator, Arguments], Value]:
    return lambda evaluator, arguments: function(evaluator.value(arguments[0]))


def _of_values(function: Callable[[list[Value]], Value]) -> Callable[[Evaluator, Arguments], Value]:
    return lambda evaluator, arguments: function([evaluator.value(argument) for argument in arguments])


def _of_rationals(function: Callable[[list[fmpq]], Value]) -> Callable[[Evaluator, Arguments], Value]:
    return lambda evaluator, arguments: function([evaluator.exact(argument) for argument in arguments])


BY_FUNCTION: Mapping[str, Callable[[Evaluator, Arguments], Value]] = {
    "sqrt": _sqrt,
    "root": _root,
    "log": _log,
    "abs": _of_one(_absolute),
    "degrees": _of_one(lambda value: value * arb.pi() / 180),
    "sign": _of_one(integers.sign),
    "floor": _of_one(integers.floor),
    "ceil": _of_one(integers.ceiling),
    "round": _of_one(integers.nearest),
    "factorial": _factorial,
    "binomial": _binomial,
    "max": _of_values(lambda values: integers.extreme(values, largest=True)),
    "min": _of_values(lambda values: integers.extreme(values, largest=False)),
    "mod": _of_rationals(lambda values: integers.modulo(values[0], values[1])),
    "gcd": _of_rationals(lambda values: integers.divisor(values, least_multiple=False)),
    "lcm": _of_rationals(lambda values: integers.divisor(values, least_multiple=True)),
    "det": _determinant,
    "trace": _trace,
}
