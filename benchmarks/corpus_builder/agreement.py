"""Does a row's label agree with what its forms are worth? Points, structures, tolerances; nothing of `fullmarks`."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import mpmath

from benchmarks.corpus_builder.arrays import ShapeMismatchError
from benchmarks.corpus_builder.domains import samples
from benchmarks.corpus_builder.numbers import DIGITS, Number, UndefinedError, as_mp
from benchmarks.corpus_builder.prefix import Form, names_in, parse_prefix
from benchmarks.corpus_builder.rows import Oracle, Row
from benchmarks.corpus_builder.values import Point, Several, Value, evaluate

CLOSE = mpmath.mpf(10) ** -50
FEWEST_POINTS = 3
_CONSTANT_NAMES = frozenset({"pi", "e", "i", "inf", "-inf", "else"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A row whose label and forms disagree."""

    row: str
    sentence: str


def check_row(row: Row) -> Finding | None:
    """None where the row has no oracle or its label stands."""
    if row.oracle is None:
        return None
    with mpmath.workdps(DIGITS):
        try:
            equal = _equal(row, row.oracle)
        except (TypeError, ValueError, KeyError) as error:
            return Finding(row.id, f"cannot be checked: {type(error).__name__} {error}")
    if equal is None:
        return Finding(row.id, "no point of the domain decides")
    if equal == (row.oracle.relation == "equal"):
        return None
    found = "equal" if equal else "different"
    return Finding(row.id, f"said to be {row.oracle.relation}, found {found}: {row.key}  |  {row.answer}")


def _equal(row: Row, oracle: Oracle) -> bool | None:
    key, answer = parse_prefix(oracle.key), parse_prefix(oracle.answer)
    symbols = _domains(row, oracle, key, answer)
    if oracle.up_to == "growth":
        return _same_growth(key, answer, str(oracle.variable))
    names_imaginary_unit = "i" in names_in(key) | names_in(answer) and "i" not in symbols
    over_complex = names_imaginary_unit or "complex" in symbols.values()
    points = [(sample.point, sample.generic) for sample in samples(symbols, over_complex, row.id)]
    if oracle.up_to == "constant":
        return _differ_by_constant(key, answer, [p for p, generic in points if generic], str(oracle.variable))
    if oracle.up_to == "factor" or _head(key) == _head(answer) == "equation":
        return _proportional(key, answer, [p for p, generic in points if generic])
    return _agree_everywhere(key, answer, points, _near(row))


def _head(form: Form) -> Form:
    return form if isinstance(form, str) else form[0]


def _domains(row: Row, oracle: Oracle, key: Form, answer: Form) -> dict[str, str]:
    """Declared domains; what nobody declared is real."""
    declared = {**(row.symbols or {}), **oracle.extra}
    names = names_in(key) | names_in(answer)
    bound = _bound_names(key) | _bound_names(answer)
    undeclared = {name: "real" for name in sorted(names - bound - _CONSTANT_NAMES) if name not in declared}
    return {**undeclared, **declared}


def _bound_names(form: Form) -> set[str]:
    """Names that a sum, product or integral binds, and names of indexed symbols."""
    if isinstance(form, str):
        return set()
    found = {str(form[1])} if form[0] in ("sum", "prod", "int", "at") else set()
    for part in form:
        found |= _bound_names(part)
    return found


def _value(form: Form, point: Point) -> Value | None:
    try:
        return evaluate(form, point)
    except (UndefinedError, ShapeMismatchError, ZeroDivisionError):
        return None


def _agree_everywhere(
    key: Form, answer: Form, points: list[tuple[Point, bool]], near: Callable[[Number, Number], bool]
) -> bool | None:
    decided = 0
    for point, generic in points:
        left, right = _value(key, point), _value(answer, point)
        if left is None and right is None:
            continue
        if left is None or right is None:
            if generic:
                return False
            continue
        if not same(left, right, near):
            return False
        decided += 1
    return True if decided >= FEWEST_POINTS else None


def same(left: Value, right: Value, near: Callable[[Number, Number], bool]) -> bool:
    """Equal as structures: sets and lists without order, the rest in order."""
    if isinstance(left, Several) or isinstance(right, Several):
        if not isinstance(left, Several) or not isinstance(right, Several) or left.name != right.name:
            return False
        if left.name in ("set", "union"):
            return _covers(left, right, near) and _covers(right, left, near)
        if left.name == "list":
            return _matched(list(left.members), list(right.members), near)
        return _in_order(left.members, right.members, near)
    if isinstance(left, tuple) or isinstance(right, tuple):
        both = isinstance(left, tuple) and isinstance(right, tuple)
        return both and len(left) == len(right) and all(_in_order(a, b, near) for a, b in zip(left, right, strict=True))
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    return near(left, right)


def _in_order(left: tuple[Value, ...], right: tuple[Value, ...], near: Callable[[Number, Number], bool]) -> bool:
    return len(left) == len(right) and all(same(a, b, near) for a, b in zip(left, right, strict=True))


def _covers(left: Several, right: Several, near: Callable[[Number, Number], bool]) -> bool:
    return all(any(same(a, b, near) for b in right.members) for a in left.members)


def _matched(left: list[Value], right: list[Value], near: Callable[[Number, Number], bool]) -> bool:
    rest = list(right)
    for a in left:
        partner = next((b for b in rest if same(a, b, near)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return not rest


def exactly(left: Number, right: Number) -> bool:
    """The same number: exact fractions exactly, others to fifty digits."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left == right
    a, b = as_mp(left), as_mp(right)
    if mpmath.isinf(a) or mpmath.isinf(b):
        return bool(a == b)
    return bool(abs(a - b) <= CLOSE * max(1 if min(abs(a), abs(b)) == 0 else 0, abs(a), abs(b)))


def _near(row: Row) -> Callable[[Number, Number], bool]:
    """How near is near enough, by the row's options; key first, answer second."""
    relative, absolute = row.options.get("relative"), row.options.get("absolute")
    if relative is not None:
        return lambda key, answer: bool(abs(as_mp(key) - as_mp(answer)) <= mpmath.mpf(str(relative)) * abs(as_mp(key)))
    if absolute is not None:
        return lambda key, answer: bool(abs(as_mp(key) - as_mp(answer)) <= mpmath.mpf(str(absolute)))
    return exactly


def _differ_by_constant(key: Form, answer: Form, points: list[Point], variable: str) -> bool | None:
    fixed = dict(points[0].values)
    differences: list[Number] = []
    for point in points:
        moved = Point({**fixed, variable: point.values[variable]}, point.over_complex, points[0].seed)
        left, right = _value(key, moved), _value(answer, moved)
        if left is None and right is None:
            continue
        if left is None or right is None:
            return False
        differences.append(as_mp(right) - as_mp(left))  # type: ignore[arg-type]
    if len(differences) < FEWEST_POINTS:
        return None
    return all(abs(a - b) <= CLOSE * 1000 for a, b in pairwise(differences))


def _proportional(key: Form, answer: Form, points: list[Point]) -> bool | None:
    pairs: list[tuple[Number, Number]] = []
    for point in points:
        left, right = _side(key, point), _side(answer, point)
        if (left is None) != (right is None):
            return False
        if left is not None and right is not None:
            pairs.append((as_mp(left), as_mp(right)))
    if len(pairs) < FEWEST_POINTS:
        return None
    if all(right == 0 for _, right in pairs):
        return False
    return all(exactly(a * d, b * c) for (a, b), (c, d) in pairwise(pairs))


def _side(form: Form, point: Point) -> Number | None:
    """An expression's value, or the difference of an equation's sides."""
    value = _value(form, point)
    if isinstance(value, Several):
        left, right = value.members
        return as_mp(left) - as_mp(right)  # type: ignore[arg-type]
    return value  # type: ignore[return-value]


def _same_growth(key: Form, answer: Form, variable: str) -> bool:
    """The ratio settles: it changes by less than one percent between two far places."""
    with mpmath.workdps(100):
        ratios = []
        for place in (10**2000, 10**4000):
            point = Point({variable: mpmath.mpf(place)})
            ratios.append(as_mp(evaluate(answer, point)) / as_mp(evaluate(key, point)))  # type: ignore[arg-type]
        return bool(abs(ratios[1] / ratios[0] - 1) < mpmath.mpf("0.01"))
