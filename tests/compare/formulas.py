"""Random formulas as small tuples: written as text for the engine, evaluated by mpmath for the oracle, rewritten and spoiled.

Nothing here knows the engine's code: what the oracle says of a formula is said independently.
"""

from fractions import Fraction

import mpmath
from hypothesis import assume
from hypothesis import strategies as st

WORKING = mpmath.mp.clone()
WORKING.dps = 50
POINTS = [
    (WORKING.mpf(a) / 97, WORKING.mpf(b) / 89) for a, b in ((31, 170), (-123, 55), (201, -64), (-77, -212), (5, 3))
]

# formulas: ("n", 3), ("v", "x"), ("+", a, b), ("*", a, b), ("-", a), ("/", a, b), ("^", a, k), ("f", name, a)

NUMBERS = st.integers(-6, 6).map(lambda n: ("n", n)) | st.fractions(-3, 3, max_denominator=7).map(lambda q: ("n", q))
VARIABLES = st.sampled_from([("v", "x"), ("v", "y")])
FUNCTIONS = ("sin", "cos", "atan", "tanh")


def larger(inner):
    return st.one_of(
        st.tuples(st.just("+"), inner, inner),
        st.tuples(st.just("*"), inner, inner),
        st.tuples(st.just("-"), inner),
        st.tuples(st.just("^"), inner, st.integers(2, 3)),
        st.tuples(st.just("/"), inner, inner.map(lambda a: ("+", ("n", 1), ("^", a, 2)))),
        st.tuples(st.just("f"), st.sampled_from(FUNCTIONS), inner),
    )


FORMULAS = st.recursive(NUMBERS | VARIABLES, larger, max_leaves=8)
"""Formulas that have a value everywhere."""

PARTIAL = ("ln", "sqrt", "asin")


def with_gaps(inner):
    return st.one_of(
        larger(inner), st.tuples(st.just("/"), inner, inner), st.tuples(st.just("f"), st.sampled_from(PARTIAL), inner)
    )


PATCHY = st.recursive(NUMBERS | VARIABLES, with_gaps, max_leaves=7)
"""Formulas that have none here and there."""


def text(node):
    match node:
        case ("n", value):
            return f"({value})"
        case ("v", name):
            return name
        case ("+", a, b):
            return f"({text(a)} + {text(b)})"
        case ("*", a, b):
            return f"({text(a)}*{text(b)})"
        case ("-", a):
            return f"(-{text(a)})"
        case ("/", a, b):
            return f"({text(a)}/{text(b)})"
        case ("^", a, power):
            return f"({text(a)})^{power}"
        case ("f", name, a):
            return f"{name}({text(a)})"
        case ("sum", index, low, high, body):
            return f"(sum_{{{index}={low}}}^{{{high}}} ({text(body)}))"
        case ("entry", name, index):
            return f"{name}_{{{text(index)}}}"
    raise ValueError(node)


def value(node, x, y):
    """The oracle's value."""
    match node:
        case ("n", number):
            fraction = Fraction(number)
            return WORKING.mpf(fraction.numerator) / fraction.denominator
        case ("v", name):
            return x if name == "x" else y
        case ("+", a, b):
            return value(a, x, y) + value(b, x, y)
        case ("*", a, b):
            return value(a, x, y) * value(b, x, y)
        case ("-", a):
            return -value(a, x, y)
        case ("/", a, b):
            return value(a, x, y) / value(b, x, y)
        case ("^", a, power):
            return value(a, x, y) ** power
        case ("f", name, a):
            return real(getattr(WORKING, name)(value(a, x, y)))
    raise ValueError(node)


def real(number):
    """A real value; the oracle's complex ones are none here."""
    if isinstance(number, WORKING.mpc) or not WORKING.isfinite(number):
        raise ZeroDivisionError
    return number


def value_or_none(node, x, y):
    try:
        return value(node, x, y)
    except (ZeroDivisionError, ValueError):  # a pole; the logarithm of zero
        return None


def parted(one, other):
    """Whether the oracle sees a difference at one of its points, well above its own rounding; only where there are values."""
    for x, y in POINTS:
        first, second = value_or_none(one, x, y), value_or_none(other, x, y)
        assume(first is not None and second is not None)  # a spoiled denominator
        if abs(first - second) > WORKING.mpf(10) ** -40 * (1 + abs(first) + abs(second)):
            return True
    return False


def parted_where_defined(one, other):
    """Whether both have values at some point, and those differ."""
    pairs = [(value_or_none(one, x, y), value_or_none(other, x, y)) for x, y in POINTS]
    both = [(first, second) for first, second in pairs if first is not None and second is not None]
    return any(abs(first - second) > WORKING.mpf(10) ** -40 * (1 + abs(first) + abs(second)) for first, second in both)


# rewriting and spoiling


def places(node, path=()):
    yield path, node
    for place, part in enumerate(node):
        if isinstance(part, tuple):
            yield from places(part, (*path, place))


def replaced(node, path, new):
    if not path:
        return new
    return (*node[: path[0]], replaced(node[path[0]], path[1:], new), *node[path[0] + 1 :])


def rewritten(node, dice):
    """The same meaning, written otherwise at one place."""
    path, part = dice.choice(list(places(node)))
    return replaced(node, path, dice.choice(list(ways(part))))


def ways(part):
    one, zero = ("n", 1), ("n", 0)
    yield ("+", part, zero)
    yield ("*", one, part)
    yield ("-", ("-", part))
    yield ("/", part, one)
    yield ("*", ("n", Fraction(1, 3)), ("+", part, ("*", ("n", 2), part)))
    match part:
        case ("+", a, b):
            yield ("+", b, a)
            yield ("-", ("+", ("-", a), ("-", b)))
        case ("*", a, b):
            yield ("*", b, a)
            yield ("-", ("*", a, ("-", b)))
        case ("-", a):
            yield ("*", ("n", -1), a)
        case ("^", a, power):
            yield ("*", a, a) if power == 2 else ("*", ("^", a, 2), a)
        case ("/", a, b):
            yield ("*", a, ("/", one, b))
            yield ("/", ("-", a), ("-", b))
        case ("n", number):
            yield ("+", ("n", number - 1), one)
        case ("f", "sin", a):
            yield ("-", ("f", "sin", ("-", a)))
        case ("f", "cos", a):
            yield ("f", "cos", ("-", a))
        case ("f", "tanh" | "atan" as name, a):
            yield ("-", ("f", name, ("-", a)))
    match part:
        case ("+", ("+", a, b), c):
            yield ("+", a, ("+", b, c))
        case ("*", ("*", a, b), c):
            yield ("*", a, ("*", b, c))
        case ("*", a, ("+", b, c)):
            yield ("+", ("*", a, b), ("*", a, c))
        case ("^", ("*", a, b), power):
            yield ("*", ("^", a, power), ("^", b, power))
        case ("^", ("-", a), power):
            yield ("^", a, power) if power == 2 else ("-", ("^", a, power))


def spoiled(node, dice):
    """One coefficient, sign, exponent, function or symbol changed."""
    path, part = dice.choice(list(places(node)))
    return replaced(node, path, dice.choice(list(mistakes(part, dice))))


def mistakes(part, dice):
    yield ("-", part)
    yield ("+", part, ("n", Fraction(1, dice.choice([1, 7, 10**6, 10**12]))))
    yield ("*", part, ("n", 1 + Fraction(1, dice.choice([1, 7, 10**6, 10**12]))))
    match part:
        case ("n", number):
            yield ("n", number + 1)
        case ("v", name):
            yield ("v", "y" if name == "x" else "x")
        case ("+", a, b):
            yield ("+", a, ("-", b))
            yield ("*", a, b)
            yield a
        case ("*", a, b):
            yield ("+", a, b)
            yield b
        case ("^", a, power):
            yield ("^", a, power + 1)
            yield a
        case ("/", a, b):
            yield ("*", a, b)
        case ("f", name, a):
            names = FUNCTIONS if name in FUNCTIONS else PARTIAL
            yield ("f", names[names.index(name) - 1], a)
            yield a
