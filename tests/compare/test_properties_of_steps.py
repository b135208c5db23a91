"""Functions with steps and bends: one number changed is seen, wherever it shows, whatever the seed."""

import random
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.compare.asked import compared, steady
from tests.compare.formulas import places, replaced

SEEDS = st.integers(0, 2**32)

# whole numbers

STEPS = st.recursive(
    st.tuples(st.integers(-3, 3), st.integers(-7, 7)).map(lambda pair: ("line", *pair)),
    lambda inner: st.one_of(
        st.tuples(st.just("floor"), inner, st.integers(2, 6)),
        st.tuples(st.just("ceil"), inner, st.integers(2, 6)),
        st.tuples(st.just("mod"), inner, st.integers(2, 6)),
        st.tuples(st.just("abs"), inner),
        st.tuples(st.just("max"), inner, st.integers(-40, 40)),
        st.tuples(st.just("add"), inner, inner),
        st.tuples(st.just("if"), st.integers(-30, 30), inner, inner),
    ),
    max_leaves=4,
)


def steps_text(node):
    match node:
        case ("line", a, b):
            return f"({a} n + {b})"
        case ("floor" | "ceil" as name, a, divisor):
            return f"{name}({steps_text(a)}/{divisor})"
        case ("mod", a, divisor):
            return f"({steps_text(a)} mod {divisor})"
        case ("abs", a):
            return f"abs({steps_text(a)})"
        case ("max", a, bound):
            return f"max({steps_text(a)}, {bound})"
        case ("add", a, b):
            return f"({steps_text(a)} + {steps_text(b)})"
        case ("if", border, a, b):
            return f"(({steps_text(a)}) if n >= {border}, else ({steps_text(b)}))"
    raise ValueError(node)


def steps_value(node, n):
    match node:
        case ("line", a, b):
            return a * n + b
        case ("floor", a, divisor):
            return steps_value(a, n) // divisor
        case ("ceil", a, divisor):
            return -(-steps_value(a, n) // divisor)
        case ("mod", a, divisor):
            return steps_value(a, n) % divisor
        case ("abs", a):
            return abs(steps_value(a, n))
        case ("max", a, bound):
            return max(steps_value(a, n), bound)
        case ("add", a, b):
            return steps_value(a, n) + steps_value(b, n)
        case ("if", border, a, b):
            return steps_value(a if n >= border else b, n)
    raise ValueError(node)


def step_mistakes(node):
    """The function with one number in it changed."""
    for path, part in places(node):
        for place, number in enumerate(part):
            if isinstance(number, int):
                yield replaced(node, path, (*part[:place], number + 1, *part[place + 1 :]))


@given(STEPS, SEEDS)
@settings(steady, max_examples=200)
def test_functions_of_whole_numbers_are_told_apart(function, seed):
    """One number changed: where that changes a value between -60 and 60, the two are never equal; if nowhere, never different."""
    other = random.Random(seed).choice(list(step_mistakes(function)))
    same = all(steps_value(function, n) == steps_value(other, n) for n in range(-60, 61))
    found = compared(steps_text(other), steps_text(function), {"n": "integer"})
    if same:
        assume(all(steps_value(function, n) == steps_value(other, n) for n in range(-2_000, 2_001)))
        assert found is not False
    else:
        assert found is not True


# real functions with borders

BENT = st.recursive(
    st.tuples(st.integers(-3, 3), st.integers(-200, 200)).map(lambda pair: ("line", *pair)),
    lambda inner: st.one_of(
        st.tuples(st.just("abs"), inner),
        st.tuples(st.just("max"), inner, st.integers(-300, 300)),
        st.tuples(st.just("add"), inner, inner),
        st.tuples(st.just("if"), st.integers(-300, 300), inner, inner),
    ),
    max_leaves=3,
)


@given(BENT, SEEDS)
@settings(steady, max_examples=150)
def test_borders_far_from_zero_are_seen(function, seed):
    """Bent lines with a number changed: a difference at any whole number up to 1000 is seen, whatever the seed."""
    other = random.Random(seed).choice(list(step_mistakes(function)))
    grid = range(-1_000, 1_001)
    assume(any(steps_value(function, n) != steps_value(other, n) for n in grid))
    assert compared(steps_text(other), steps_text(function), {"n": "real"}, str(seed)) is not True


# what algebra claims


@given(STEPS, STEPS, SEEDS)
@settings(steady, max_examples=200)
def test_what_is_called_equal_is_equal(function, other, seed):
    """Two functions, or one and itself a step further along with a number changed: nothing is called equal that is not."""
    dice = random.Random(seed)
    shifted = ("add", function, ("line", 0, dice.randint(-2, 2)))
    for second in (other, shifted, dice.choice(list(step_mistakes(shifted)))):
        if compared(steps_text(second), steps_text(function), {"n": "integer"}):
            assert all(steps_value(function, n) == steps_value(second, n) for n in range(-500, 501))


@given(STEPS, st.integers(1, 6), st.integers(-9, 9))
@settings(steady, max_examples=150)
def test_whole_numbers_go_in_and_out_of_floors(function, divisor, whole):
    """What floors, ceilings and remainders are by one another is seen to be so."""
    inside = steps_text(function)
    texts = (
        f"floor({inside}/{divisor}) + {whole}",
        f"floor(({inside} + {divisor * whole})/{divisor})",
        f"-ceil(-({inside})/{divisor} - {whole})",
        f"({inside} - ({inside} mod {divisor}))/{divisor} + {whole}",
    )
    assert all(compared(text, texts[0], {"n": "integer"}) for text in texts[1:])


@given(BENT, BENT, SEEDS)
@settings(steady, max_examples=150)
def test_what_is_called_equal_of_real_functions_is_equal(function, other, seed):
    """The same over the reals, at whole numbers and between them."""
    dice = random.Random(seed)
    for second in (other, ("add", function, ("line", 0, 0)), dice.choice(list(step_mistakes(function)))):
        if compared(steps_text(second), steps_text(function), {"n": "real"}):
            grid = [Fraction(k, 2) for k in range(-1_300, 1_301)]
            assert all(steps_value(function, n) == steps_value(second, n) for n in grid)
