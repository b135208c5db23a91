"""What a prefix form is worth at a point: exact fractions where possible, else mpmath numbers of 80 digits.

Over the reals a root or logarithm of a negative number is `Undefined`; a form that holds `i`, or a symbol declared
complex, is evaluated over the complex numbers on principal branches. Heads are in the tables below.
"""

import hashlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias, Union

import mpmath

from benchmarks.corpus_builder import arrays
from benchmarks.corpus_builder.prefix import Form

DIGITS = 80
LARGEST_EXACT_POWER = 20_000
LARGEST_EXACT_FACTORIAL = 5_000
LONGEST_SUM = 2_000

Number: TypeAlias = Union[Fraction, mpmath.mpf, mpmath.mpc]
Matrix: TypeAlias = arrays.Matrix


@dataclass(frozen=True, slots=True)
class Several:
    """A structure: its name (tuple, set, list, interval, equation …) and its members."""

    name: str
    members: tuple["Value", ...]


Value: TypeAlias = Union[Number, bool, Matrix, Several]


class Undefined(ArithmeticError):
    """The form has no value at this point."""


@dataclass(frozen=True, slots=True)
class Point:
    """Values of the symbols, the field of numbers, and the seed of indexed symbols."""

    values: Mapping[str, Value]
    over_complex: bool = False
    seed: str = ""
    bound: Mapping[str, Value] = field(default_factory=dict)

    def with_bound(self, name: str, value: Value) -> "Point":
        return Point(self.values, self.over_complex, self.seed, {**self.bound, name: value})


def evaluate(form: Form, point: Point) -> Value:
    """The value of a form at a point; raise Undefined where it has none."""
    if isinstance(form, str):
        return _atom(form, point)
    head = form[0]
    if not isinstance(head, str):
        raise ValueError(f"a form begins with {head}, which is not a head")
    if head in _LAZY:
        return _LAZY[head](form, point)
    members = [evaluate(part, point) for part in form[1:]]
    if head in _STRUCTURES:
        return Several(head, tuple(members))
    if head in arrays.OPERATIONS or any(isinstance(member, tuple) for member in members):
        return arrays.apply(head, members)
    return _apply(head, members, point)


def _atom(text: str, point: Point) -> Value:
    if text in point.bound:
        return point.bound[text]
    if text in point.values:
        return point.values[text]
    if text in _CONSTANTS:
        return _CONSTANTS[text]()
    try:
        return Fraction(text)
    except ValueError:
        raise ValueError(f"'{text}' is no number and no declared symbol") from None


_CONSTANTS: dict[str, Callable[[], Value]] = {
    "pi": lambda: +mpmath.pi,
    "e": lambda: +mpmath.e,
    "i": lambda: mpmath.mpc(0, 1),
    "inf": lambda: mpmath.mpf("inf"),
    "-inf": lambda: mpmath.mpf("-inf"),
}
_STRUCTURES = frozenset({"tuple", "set", "list", "oo", "oc", "co", "cc", "union", "equation"})


def _apply(head: str, members: list[Value], point: Point) -> Value:
    numbers = [_number(member) for member in members]
    try:
        if head in _EXACT:
            return _EXACT[head](*numbers)
        if head in _COMPARISONS:
            return all(_COMPARISONS[head](a, b) for a, b in zip(numbers, numbers[1:]))
        if head == "^":
            return power(numbers[0], numbers[1], point.over_complex)
        if head == "fact":
            return _factorial(numbers[0])
        if head in _REAL_ONLY:
            _refuse_outside(head, numbers, point.over_complex)
        return _FUNCTIONS[head](*[as_mp(number) for number in numbers])
    except ZeroDivisionError:
        raise Undefined(head) from None
    except ValueError as error:
        raise Undefined(f"{head}: {error}") from None


def _number(value: Value) -> Number:
    if isinstance(value, bool) or isinstance(value, tuple) or isinstance(value, Several):
        raise TypeError(f"{value} stands where a number should")
    return value


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


_EXACT: dict[str, Callable[..., Number]] = {
    "+": _mixed(lambda a, b: a + b),
    "-": _minus,
    "*": _mixed(lambda a, b: a * b),
    "/": _mixed(lambda a, b: a / b),
    "abs": lambda number: abs(number),
    "sign": _sign,
    "floor": _rounded(lambda number: int(mpmath.floor(number)) if not isinstance(number, Fraction) else math.floor(number)),
    "ceil": _rounded(lambda number: int(mpmath.ceil(number)) if not isinstance(number, Fraction) else math.ceil(number)),
    "max": lambda *numbers: max(numbers, key=as_mp),
    "min": lambda *numbers: min(numbers, key=as_mp),
    "mod": lambda a, b: a - b * math.floor(a / b),
    "gcd": lambda *numbers: Fraction(math.gcd(*[int(number) for number in numbers])),
    "binom": lambda n, k: _binomial(n, k),
    "re": lambda number: as_mp(number).real,
    "im": lambda number: as_mp(number).imag,
    "conj": lambda number: mpmath.conj(as_mp(number)),
    "root": lambda number, index: _root(number, index),
}
_COMPARISONS: dict[str, Callable[[Number, Number], bool]] = {
    "<": lambda a, b: as_mp(a) < as_mp(b),
    "<=": lambda a, b: as_mp(a) <= as_mp(b),
    ">": lambda a, b: as_mp(a) > as_mp(b),
    ">=": lambda a, b: as_mp(a) >= as_mp(b),
    "=": lambda a, b: as_mp(a) == as_mp(b),
    "!=": lambda a, b: as_mp(a) != as_mp(b),
}
_FUNCTIONS: dict[str, Callable[..., Number]] = {
    "sqrt": mpmath.sqrt, "exp": mpmath.exp, "ln": mpmath.ln, "log": lambda base, x: mpmath.ln(x) / mpmath.ln(base),
    "sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "sec": mpmath.sec, "csc": mpmath.csc, "cot": mpmath.cot,
    "asin": mpmath.asin, "acos": mpmath.acos, "atan": mpmath.atan, "sinh": mpmath.sinh, "cosh": mpmath.cosh,
    "tanh": mpmath.tanh, "asinh": mpmath.asinh, "gamma": mpmath.gamma, "lngamma": mpmath.loggamma, "erf": mpmath.erf, "zeta": mpmath.zeta,
}  # fmt: skip
_REAL_ONLY = frozenset({"sqrt", "ln", "log", "asin", "acos"})


def _refuse_outside(head: str, numbers: list[Number], over_complex: bool) -> None:
    last = as_mp(numbers[-1])
    if head in ("ln", "log") and last == 0:
        raise Undefined(head)
    if over_complex or isinstance(last, mpmath.mpc):
        return
    if last < 0 and head in ("sqrt", "ln", "log") or abs(last) > 1 and head in ("asin", "acos"):
        raise Undefined(head)


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
        raise Undefined("^")
    if base == 0 and exponent <= 0:
        raise Undefined("^")
    return base**exponent


def _root(number: Number, index: Number) -> Number:
    """The real root: of a negative number only where the index is odd."""
    value = as_mp(number)
    if isinstance(value, mpmath.mpc):
        return mpmath.root(value, int(index))
    if value < 0 and int(index) % 2 == 0:
        raise Undefined("root")
    return mpmath.sign(value) * mpmath.root(abs(value), int(index))


def _factorial(number: Number) -> Number:
    if isinstance(number, Fraction) and number.denominator == 1:
        if number < 0:
            raise Undefined("fact")
        if number <= LARGEST_EXACT_FACTORIAL:
            return Fraction(math.factorial(int(number)))
    return mpmath.gamma(as_mp(number) + 1)


def _binomial(n: Number, k: Number) -> Number:
    if all(isinstance(number, Fraction) and number.denominator == 1 and number >= 0 for number in (n, k)):
        return Fraction(math.comb(int(n), int(k)))
    return mpmath.binomial(as_mp(n), as_mp(k))


def _whole(value: Value) -> int:
    number = _number(value)
    if not isinstance(number, Fraction) or number.denominator != 1:
        raise Undefined(f"the bound {number} is not a whole number")
    return int(number)


def _fold_range(form: Form, point: Point, start: Number, add: Callable[[Number, Number], Number]) -> Value:
    _, name, low, high, body = form
    first, last = _whole(evaluate(low, point)), _whole(evaluate(high, point))
    if last - first > LONGEST_SUM:
        raise ValueError(f"a sum of {last - first} terms is too long")
    total = start
    for index in range(first, last + 1):
        total = add(total, _number(evaluate(body, point.with_bound(str(name), Fraction(index)))))
    return total


def _sum(form: Form, point: Point) -> Value:
    return _fold_range(form, point, Fraction(0), _EXACT["+"])


def _prod(form: Form, point: Point) -> Value:
    return _fold_range(form, point, Fraction(1), _EXACT["*"])


def _integral(form: Form, point: Point) -> Value:
    _, name, low, high, body = form
    bounds = [as_mp(_number(evaluate(bound, point))) for bound in (low, high)]
    inside: Callable[[mpmath.mpf], mpmath.mpf] = lambda x: as_mp(_number(evaluate(body, point.with_bound(str(name), x))))
    return mpmath.quad(inside, bounds)


def _cases(form: Form, point: Point) -> Value:
    """`(cases (condition value) … (else value))`: the first condition that holds."""
    for piece in form[1:]:
        condition, value = piece
        if condition == "else" or evaluate(condition, point):
            return evaluate(value, point)
    raise Undefined("no piece holds here")


def _at(form: Form, point: Point) -> Value:
    """`(at x i j)`: the entry of an indexed symbol, or the value of a function nobody defined: any fixed number does."""
    name, places = form[1], [evaluate(part, point) for part in form[2:]]
    key = f"{point.seed}|{name}|{','.join(str(place) for place in places)}"
    digest = hashlib.sha256(key.encode()).digest()
    return Fraction(int.from_bytes(digest[:4]) - 2**31, 65_537)


def _logic(join: Callable[[list[bool]], bool]) -> Callable[[Form, Point], Value]:
    return lambda form, point: join([bool(evaluate(part, point)) for part in form[1:]])


def _matrix(form: Form, point: Point) -> Value:
    return tuple(tuple(_number(evaluate(entry, point)) for entry in row) for row in form[1:])


_LAZY: dict[str, Callable[[Form, Point], Value]] = {
    "sum": _sum, "prod": _prod, "int": _integral, "cases": _cases, "at": _at, "matrix": _matrix,
    "and": _logic(all), "or": _logic(any), "not": _logic(lambda holds: not holds[0]),
}  # fmt: skip
