"""Numbers: decimals as written, thousands, exponents, repeating decimals, mixed numbers, ordinals."""

from fractions import Fraction

import pytest

from fullmarks.expr.nodes import Number


@pytest.mark.parametrize(
    "text, value, spelling",
    [
        pytest.param("5", 5, "5", id="integer"),
        pytest.param("007", 7, "007", id="leading zeros"),
        pytest.param("0.50", Fraction(1, 2), "0.50", id="a decimal as it is written"),
        pytest.param(".5", Fraction(1, 2), ".5", id="no digit before the point"),
        pytest.param("5.", 5, "5.", id="a point at the end says how many digits count"),
        pytest.param("0.333", Fraction(333, 1000), "0.333", id="a decimal is exactly what is written"),
        pytest.param("1e3", 1000, "1e3", id="exponent"),
        pytest.param("1e-3", Fraction(1, 1000), "1e-3", id="negative exponent"),
        pytest.param("1.5E+2", 150, "1.5E+2", id="capital exponent with a sign"),
        pytest.param("1,000", 1000, "1000", id="comma of thousands"),
        pytest.param("1,234,567", 1234567, "1234567", id="two commas of thousands"),
        pytest.param("1,000.5", Fraction(2001, 2), "1000.5", id="thousands and decimals"),
        pytest.param("1{,}000", 1000, "1000", id="comma in braces"),
        pytest.param(r"1\,000", 1000, "1000", id="thin space"),
        pytest.param(r"1\!000", 1000, "1000", id="negative space"),
        pytest.param(r"10\,000\,000", 10000000, "10000000", id="two thin spaces"),
        pytest.param(r"32,\!348", 32348, "32348", id="comma and negative space"),
        pytest.param("1 000 000", 1000000, "1000000", id="spaces between threes"),
        pytest.param("1\u202f000", 1000, "1000", id="a narrow space"),
        pytest.param("1'000", 1000, "1000", id="apostrophe"),
        pytest.param("1_000", 1000, "1000", id="underscore"),
        pytest.param("５", 5, "5", id="full-width digit"),
        pytest.param("٣", 3, "3", id="a digit of another script"),
        pytest.param(r"\text{42}", 42, "42", id="digits in a text command"),
        pytest.param(r"\mathbf{42}", 42, "42", id="digits in bold"),
        pytest.param(r"\boxed{42}", 42, "42", id="digits in a box"),
        pytest.param(r"\boxed{70,000}", 70000, "70000", id="thousands in a box"),
        pytest.param("$12.50$", Fraction(25, 2), "12.50", id="between dollars"),
        pytest.param("1st", 1, "1", id="first"),
        pytest.param("2nd", 2, "2", id="second"),
        pytest.param("3rd", 3, "3", id="third"),
        pytest.param("11th", 11, "11", id="eleventh"),
    ],
)
def test_literals(tree, text, value, spelling):
    found = tree(text)
    assert found == Number(Fraction(value))
    assert found.spelling == spelling


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"2\frac12", "2 + 1/2", id="a fraction behind a number"),
        pytest.param(r"2\frac{1}{2}", "2 + 1/2", id="a fraction in braces behind a number"),
        pytest.param(r"-2\frac12", "-(2 + 1/2)", id="a sign before a mixed number"),
        pytest.param("1 1/2", "1 + 1/2", id="a space between"),
        pytest.param("1½", "1 + 1/2", id="a fraction of one character"),
        pytest.param("1 ½", "1 + 1/2", id="a space before a fraction of one character"),
        pytest.param("½", "1/2", id="a fraction of one character alone"),
        pytest.param("¾x", "3/4*x", id="a fraction of one character before a letter"),
        pytest.param(r"2\frac32", "2*(3/2)", id="an improper fraction is a factor"),
        pytest.param(r"2\frac{x}{2}", "2*(x/2)", id="a fraction with a letter is a factor"),
        pytest.param(r"2.5\frac12", "2.5*(1/2)", id="behind a decimal it is a factor"),
        pytest.param(r"2\cdot\frac12", "2*(1/2)", id="a dot makes it a factor"),
        pytest.param(r"0.\overline{3}", "1/3", id="one digit repeats"),
        pytest.param(r"0.1\overline{6}", "1/6", id="the last digit repeats"),
        pytest.param("0.(3)", "1/3", id="one digit repeats, in brackets"),
        pytest.param("0.1(6)", "0.1*6", id="a bracket behind decimals is a factor"),
        pytest.param(r"0.\dot{3}", "1/3", id="one digit repeats, under a dot"),
        pytest.param(r"0.\dot{1}4285\dot{7}", "1/7", id="six digits repeat, between dots"),
        pytest.param(r"0.\bar{3}", "1/3", id="a bar"),
        pytest.param(r"1.\overline{142857}", "8/7", id="six digits repeat"),
        pytest.param("1,22", "1, 22", id="a comma before two digits parts two numbers"),
        pytest.param("1,2345", "1, 2345", id="a comma before four digits parts two numbers"),
        pytest.param("(1,000, 2)", "(1, 000, 2)", id="in a list a comma parts"),
        pytest.param("[1,234]", "[1, 234]", id="in square brackets a comma parts"),
        pytest.param(r"\{1,000\}", "{1, 000}", id="in a set a comma parts"),
        pytest.param("f(1,000)", "f(1, 000)", id="among arguments a comma parts"),
        pytest.param(r"\frac{1,000}{3}", "1000/3", id="in LaTeX's braces it does not"),
        pytest.param("2e", "2*e", id="e is Euler's number"),
        pytest.param("2e^x", "2*e^x", id="e to a power"),
        pytest.param("3.x", "3*x", id="a point before a letter"),
        pytest.param("x = 5.", "x = 5", id="a full stop behind an equation"),
        pytest.param("3.5.", "3.5", id="a full stop behind a decimal"),
        pytest.param("+5", "5", id="a plus before a number"),
        pytest.param("1011_2", "11", id="base two"),
        pytest.param("4343_6", "999", id="base six"),
        pytest.param("2007_{10}", "2007", id="base ten"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("1,22", "1.22", id="decimal comma"),
        pytest.param("1{,}5", "1.5", id="decimal comma in braces"),
        pytest.param(",5", ".5", id="no digit before the comma"),
        pytest.param("1.22", "1.22", id="a point is one too"),
        pytest.param("(1,5; 2)", "(1.5, 2)", id="a semicolon parts a pair"),
        pytest.param("(1, 2)", "(1, 2)", id="a comma and a space part a pair"),
        pytest.param("1\\,000,5", "1000.5", id="thousands by a thin space"),
    ],
)
def test_decimal_comma(read_as, text, expected):
    assert read_as(text, decimal_comma=True) == expected


def test_an_ordinal_of_declared_letters_is_a_product(read_as):
    assert read_as("2nd", symbols="n d") == "2*n*d"
