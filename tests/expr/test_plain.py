"""Plain text that is not simply read back: computed numbers, and words with or without quotes."""

from fractions import Fraction

import pytest

from fullmarks.expr.nodes import Add, Multiply, Number, Power, Symbol, Text
from fullmarks.expr.plain import is_prose, number_text, plain


@pytest.mark.parametrize(
    "tree, text",
    [
        pytest.param(Number(Fraction(3, 4)), "3/4", id="quotient"),
        pytest.param(Number(Fraction(-3)), "-3", id="negative"),
        pytest.param(Add((Symbol("x"), Number(Fraction(-3)))), "x + (-3)", id="a negative term"),
        pytest.param(Multiply((Number(Fraction(3, 4)), Symbol("x"))), "(3/4)*x", id="a quotient as a factor"),
        pytest.param(Power(Number(Fraction(1, 2)), Symbol("n")), "(1/2)^n", id="a quotient as a base"),
    ],
)
def test_computed_numbers(tree, text):
    assert plain(tree) == text


@pytest.mark.parametrize(
    "value, spelling, text",
    [
        pytest.param(Fraction(1, 2), "0.50", "0.50", id="as written"),
        pytest.param(Fraction(1, 2), None, "1/2", id="computed quotient"),
        pytest.param(Fraction(7), None, "7", id="computed integer"),
    ],
)
def test_numbers(value, spelling, text):
    assert number_text(value, spelling) == text


@pytest.mark.parametrize(
    "words, text",
    [
        pytest.param("no solution", "no solution", id="words"),
        pytest.param("No", "No", id="no"),
        pytest.param("even or odd", "even or odd", id="words joined by or"),
        pytest.param("pi", '"pi"', id="a constant"),
        pytest.param("sin", '"sin"', id="a function"),
        pytest.param("abc", '"abc"', id="letters of a product"),
        pytest.param("cm", '"cm"', id="a unit"),
        pytest.param("x + 1", '"x + 1"', id="a formula"),
        pytest.param("42", '"42"', id="a number"),
        pytest.param('say "hi"', "\"say 'hi'\"", id="quotes inside"),
        pytest.param("", '""', id="nothing"),
    ],
)
def test_words(words, text):
    assert plain(Text(words)) == text
    assert is_prose(words) is (text == words)
