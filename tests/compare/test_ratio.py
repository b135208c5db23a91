"""Whether one expression is a constant multiple of another."""

from fractions import Fraction

import pytest

from fullmarks.compare.ratio import constant_ratio, constant_sign, proportional


@pytest.mark.parametrize(
    "answer, expected, ratio, domains",
    [
        ("2x", "x", "2", None),
        ("x", "2x", "1/2", None),
        ("-x", "x", "-1", None),
        ("x", "x", "1", None),
        ("x + x + x", "2x", "3/2", None),
        ("c d", "2 c d", "1/2", None),
        ("3 sin(2x)", "sin(x) cos(x)", "6", None),
        ("6", "4", "3/2", None),
        ("2 pi", "pi", "2", None),
        ("2 sqrt(2)", "sqrt(2)", "2", None),
        ("n (n + 1)", "sum_{k=1}^{n} k", "2", None),
        ("sum_{i=1}^{n} 2 x_i", "sum_{k=1}^{n} x_k", "2", None),
        ("|2x|", "|x|", "2", None),
        ("-2|x|", "x", "2", {"x": "negative"}),
        ("10000 x", "x", "10000", None),
        ("x/9999", "x", "1/9999", None),
    ],
)
def test_ratio(tree_of, assuming, answer, expected, ratio, domains):
    found = constant_ratio(tree_of(answer, domains), tree_of(expected, domains), assuming(domains))
    assert found == Fraction(ratio)


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("x^2", "x", id="another power"),
        pytest.param("x + 1", "x", id="another term"),
        pytest.param("sin(x)", "cos(x)", id="another function"),
        pytest.param("sqrt(2) x", "x", id="an irrational factor"),
        pytest.param("pi x", "x", id="pi"),
        pytest.param("22/7", "pi", id="nearly one"),
        pytest.param("0", "x", id="zero"),
        pytest.param("x", "0", id="by zero"),
        pytest.param("x - x", "x", id="a hidden zero"),
        pytest.param("2x + 1e-400", "x", id="nearly twice"),
        pytest.param("|x|", "x", id="a factor that changes its sign"),
        pytest.param("i x", "x", id="an imaginary factor"),
        pytest.param("ln(x)", "ln(-x)", id="never both defined"),
        pytest.param("(1, 2)", "(2, 4)", id="lists"),
        pytest.param("9^9^9 x", "x", id="a tower as factor"),
    ],
)
def test_no_ratio(tree_of, assuming, answer, expected):
    assert constant_ratio(tree_of(answer), tree_of(expected), assuming({})) is None


@pytest.mark.parametrize(
    "answer, expected, outcome",
    [
        pytest.param("2x - 2", "x - 1", True, id="rational"),
        pytest.param("pi x", "x", True, id="irrational"),
        pytest.param("-x", "x", True, id="negative"),
        pytest.param("x^2", "x", False, id="not constant"),
        pytest.param("x - 1", "x - 2", False, id="not proportional"),
        pytest.param("0", "x", False, id="zero"),
    ],
)
def test_proportional(tree_of, assuming, answer, expected, outcome):
    assert proportional(tree_of(answer), tree_of(expected), assuming({})).equal is outcome


@pytest.mark.parametrize(
    "answer, expected, sign, domains",
    [
        ("2x", "x", 1, None),
        ("-x", "x", -1, None),
        ("-pi x", "x", -1, None),
        ("ln(-x)", "ln(x)", None, None),
        ("|x|", "x", -1, {"x": "negative"}),
    ],
)
def test_constant_sign(tree_of, assuming, answer, expected, sign, domains):
    assert constant_sign(tree_of(answer, domains), tree_of(expected, domains), assuming(domains)) == sign
