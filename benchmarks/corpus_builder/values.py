"""What a prefix form is worth at a point: a number, a truth, a matrix or a structure of such.

A form that holds `i`, or a symbol declared complex, is evaluated over the complex numbers. Heads that bind a name or
choose a piece are here; those that calculate are in `numbers` and `arrays`.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

import mpmath

from benchmarks.corpus_builder import arrays
from benchmarks.corpus_builder.numbers import (
    COMPARISONS,
    EXACT,
    FUNCTIONS,
    REAL_ONLY,
    Number,
    UndefinedError,
    as_mp,
    factorial,
    power,
    refuse_outside,
)
from benchmarks.corpus_builder.prefix import Form

LONGEST_SUM = 2_000

Matrix: TypeAlias = arrays.Matrix


@dataclass(frozen=True, slots=True)
class Several:
    """A structure: its name (tuple, set, list, interval, equation …) and its members."""

    name: str
    members: tuple["Value", ...]


Value: TypeAlias = Number | bool | Matrix | Several


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
    """The value of a form at a point; raise UndefinedError where it has none."""
    if isinstance(form, str):
        return _atom(form, point)
    head = form[0]
    if not isinstance(head, str):
        raise TypeError(f"a form begins with {head}, which is not a head")
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
        if head in EXACT:
            return EXACT[head](*numbers)
        if head in COMPARISONS:
            return all(COMPARISONS[head](a, b) for a, b in pairwise(numbers))
        if head == "^":
            return power(numbers[0], numbers[1], point.over_complex)
        if head == "fact":
            return factorial(numbers[0])
        if head in REAL_ONLY:
            refuse_outside(head, numbers, point.over_complex)
        return FUNCTIONS[head](*[as_mp(number) for number in numbers])
    except ZeroDivisionError:
        raise UndefinedError(head) from None
    except ValueError as error:
        raise UndefinedError(f"{head}: {error}") from None


def _number(value: Value) -> Number:
    if isinstance(value, (bool, tuple, Several)):
        raise TypeError(f"{value} stands where a number should")
    return value


def _whole(value: Value) -> int:
    number = _number(value)
    if not isinstance(number, Fraction) or number.denominator != 1:
        raise UndefinedError(f"the bound {number} is not a whole number")
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
    return _fold_range(form, point, Fraction(0), EXACT["+"])


def _prod(form: Form, point: Point) -> Value:
    return _fold_range(form, point, Fraction(1), EXACT["*"])


def _integral(form: Form, point: Point) -> Value:
    _, name, low, high, body = form
    bounds = [as_mp(_number(evaluate(bound, point))) for bound in (low, high)]

    def inside(x: mpmath.mpf) -> mpmath.mpf:
        return as_mp(_number(evaluate(body, point.with_bound(str(name), x))))

    return mpmath.quad(inside, bounds)


def _cases(form: Form, point: Point) -> Value:
    """`(cases (condition value) … (else value))`: the first condition that holds."""
    for piece in form[1:]:
        condition, value = piece
        if condition == "else" or evaluate(condition, point):
            return evaluate(value, point)
    raise UndefinedError("no piece holds here")


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
