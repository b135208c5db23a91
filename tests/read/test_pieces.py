"""Piecewise functions: cases in LaTeX, and pieces as they are spoken."""

import pytest

ABS = "piecewise(x if x >= 0, -x otherwise)"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}", id="cases"),
        pytest.param(r"\begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}", id="with if"),
        pytest.param(r"\begin{cases} x, & x \ge 0, \\ -x, & \text{otherwise.} \end{cases}", id="with commas"),
        pytest.param(r"\begin{cases} x & \text{for } x \ge 0 \\ -x & \text{else} \end{cases}", id="for and else"),
        pytest.param(r"\begin{cases} x \text{ if } x \ge 0 \\ -x \text{ otherwise} \end{cases}", id="no alignment"),
        pytest.param(r"\begin{dcases} x & x \ge 0 \\ -x & \text{otherwise} \end{dcases}", id="dcases"),
        pytest.param(r"\left\{\begin{array}{ll} x & x \ge 0 \\ -x & \text{otherwise} \end{array}\right.", id="array"),
        pytest.param("x if x >= 0, else -x", id="if and else"),
        pytest.param("x if x >= 0 else -x", id="as Python writes it"),
        pytest.param("x for x >= 0, -x otherwise", id="for and otherwise"),
        pytest.param("x when x >= 0; otherwise -x", id="when and otherwise first"),
        pytest.param("x for x ≥ 0\n-x otherwise", id="two lines"),
        pytest.param("x, if x >= 0; else: -x", id="a comma before if"),
        pytest.param("Piecewise((x, x >= 0), (-x, True))", id="SymPy"),
        pytest.param("piecewise(x if x >= 0, -x otherwise)", id="as it is written back"),
    ],
)
def test_spellings_of_one_function(read_as, text):
    assert read_as(text) == ABS


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            r"f(x) = \begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases}",
            "f(x) = piecewise(0 if x < 0, 1 if x >= 0)",
            id="behind an equals sign",
        ),
        pytest.param(
            "0 for n < 0, n for 0 <= n < 7, 7 for n >= 7",
            "piecewise(0 if n < 0, n if 0 <= n < 7, 7 if n >= 7)",
            id="three pieces",
        ),
        pytest.param("0 for n < 0 and 1 for n > 0", "piecewise(0 if n < 0, 1 if n > 0)", id="pieces joined by and"),
        pytest.param(
            "y = 0 if n < 0, y = 1 if n >= 0", "y = piecewise(0 if n < 0, 1 if n >= 0)", id="a left side in each piece"
        ),
        pytest.param(
            r"\begin{cases} 1 & 0 < x < 1 \text{ or } x > 5 \\ 0 & \text{elsewhere} \end{cases}",
            "piecewise(1 if 0 < x < 1 or x > 5, 0 otherwise)",
            id="a condition with or",
        ),
        pytest.param("1 if n = 0", "piecewise(1 if n = 0)", id="one piece"),
        pytest.param(
            r"\begin{cases} x + y = 1 \\ x - y = 3 \end{cases}",
            "x + y = 1, x - y = 3",
            id="a system of equations is a list",
        ),
        pytest.param(
            "2(1-(1/2)^(n+1)) for 0<=n<7", "piecewise(2*(1 - (1/2)^(n + 1)) if 0 <= n < 7)", id="a sum of powers"
        ),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected
