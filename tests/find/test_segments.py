r"""Formulas taken apart: equations, implications, boxes, frames, alternatives."""

import pytest

from fullmarks.errors import Span
from fullmarks.find.segments import right_side_of, segments


def parts(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in segments(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"(1 + 2/x)^x \to e^2", ["e^2"], id="what an expression tends to"),
        pytest.param(r"x \to 0", [r"x \to 0"], id="what a variable tends to"),
        pytest.param(" x = 1. ", ["x = 1"], id="spaces and a full stop"),
        pytest.param(r"= F \cdot K", [r"F \cdot K"], id="an open left side"),
        pytest.param("x = 1, y = 2", ["x = 1", "y = 2"], id="two equations"),
        pytest.param(
            r"u = [1, 0]^T, \quad v = [0, 1]^T", ["u = [1, 0]^T", "v = [0, 1]^T"], id="vectors keep their commas"
        ),
        pytest.param("1, 2", ["1, 2"], id="a list is one"),
        pytest.param(r"\left(a, b\right), c", [r"\left(a, b\right), c"], id="a pair and a value"),
        pytest.param(r"A \text{ or } B", ["A", "B"], id="alternatives"),
        pytest.param("x = 3 or x = -3", ["x = 3", "x = -3"], id="alternatives in plain text"),
        pytest.param(r"c^2 = 1/d \implies c = d^{-1/2}", ["c = d^{-1/2}"], id="what is implied"),
        pytest.param(r"a = b \Rightarrow c = d ⟹ e = f", ["e = f"], id="the last of several implications"),
        pytest.param("a = b => c = d", ["c = d"], id="an implication in plain text"),
        pytest.param(r"\begin{aligned} a &= b \\ &= c \end{aligned}", [r"a &= b \\ &= c"], id="a chain over rows"),
        pytest.param(r"\begin{aligned} a &= b \\ d &= c, \end{aligned}", ["a &= b", "d &= c"], id="an equation a row"),
        pytest.param(
            r"y = \begin{cases} 0, & n < 0 \\ 1, & n > 0 \end{cases}",
            [r"y = \begin{cases} 0, & n < 0 \\ 1, & n > 0 \end{cases}"],
            id="cases",
        ),
        pytest.param(r"y = x^2 \tag{3}", ["y = x^2"], id="a number for the equation"),
        pytest.param(r"T = 2n \ll n^2", ["T = 2n"], id="a comparison after the value"),
        pytest.param("r = 1/2 < 1", ["r = 1/2"], id="a bound after the value"),
        pytest.param(r"\|D\| \le c", [r"\|D\| \le c"], id="a bound is an answer"),
        pytest.param(r"c = \boxed{\frac{1}{2}}", [r"\frac{1}{2}"], id="box"),
        pytest.param(r"\boxed{a = 1, b = 2}", ["a = 1", "b = 2"], id="two equations in a box"),
        pytest.param(r"a = \boxed{1}, b = \boxed{2}", ["1", "2"], id="a box in each equation"),
        pytest.param("", [], id="nothing"),
        pytest.param(", ; .", [], id="nothing but signs"),
    ],
)
def test_a_formula_falls_into_what_it_states(text: str, expected: list[str]):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text, left, boxed, after_or",
    [
        pytest.param("a = b = c", ("a", "b"), False, False, id="chain"),
        pytest.param(r"y(n) \le 3", ("y(n)",), False, False, id="bound"),
        pytest.param(r"W = \boxed{3}", ("W",), True, False, id="left of a box"),
        pytest.param(r"\boxed{W = 3}", ("W",), True, False, id="left within a box"),
        pytest.param("f(a = b)", (), False, False, id="no relation at the top"),
    ],
)
def test_a_segment_knows_its_left_sides_and_its_box(text: str, left: tuple[str, ...], boxed: bool, after_or: bool):
    (one,) = segments(text, Span(0, len(text)))
    assert (one.left, one.boxed, one.after_or) == (left, boxed, after_or)


def test_an_alternative_knows_that_it_is_one():
    assert [one.after_or for one in segments("x = 1 or x = 2", Span(0, 14))] == [False, True]


@pytest.mark.parametrize(
    "text, right",
    [
        pytest.param("y(n) = a = b", "b", id="chain"),
        pytest.param("f(x = 2)", "f(x = 2)", id="no equation"),
        pytest.param(r"\sum_{k=0}^n k", r"\sum_{k=0}^n k", id="bounds of a sum"),
    ],
)
def test_the_right_side_is_what_follows_the_last_equals_sign(text: str, right: str):
    assert right_side_of(text) == right
