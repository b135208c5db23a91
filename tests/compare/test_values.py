"""The value of a constant tree: exact, enclosed, compared by size."""

from fractions import Fraction

import mpmath
import pytest

from fullmarks.compare.values import enclosure, order, rational


@pytest.mark.parametrize(
    "text, expected",
    [
        ("5", "5"),
        ("-5", "-5"),
        ("1/3", "1/3"),
        ("0.25", "1/4"),
        ("50%", "1/2"),
        ("1e-3", "1/1000"),
        ("2^10", "1024"),
        ("2^(-2)", "1/4"),
        ("8^(1/3)", "2"),
        ("(-8)^(1/3)", "-2"),
        ("sqrt(9/4)", "3/2"),
        ("5!", "120"),
        ("binomial(5, 2)", "10"),
        ("floor(7/2)", "3"),
        ("ceil(-7/2)", "-3"),
        ("floor(pi)", "3"),
        ("|-3|", "3"),
        ("max(1, 2, 3)", "3"),
        ("gcd(12, 18)", "6"),
        ("lcm(4, 6)", "12"),
        ("7 mod 3", "1"),
        ("-7 mod 3", "-1"),
        ("(-7) mod 3", "2"),
        ("sum_{k=1}^{10} k", "55"),
        ("product_{k=1}^{5} k", "120"),
        ("det([[1, 2], [3, 4]])", "-2"),
        ("sin(0)", "0"),
        ("cos(0)", "1"),
        ("exp(0)", "1"),
        ("ln(1)", "0"),
        ("log_2(8)", "3"),
        ("log_4(8)", "3/2"),
        ("ln(1000)/ln(10)", "3"),
        ("5 \\text{cm}", "5"),
        ("3 if 1 < 2, else 4", "3"),
    ],
)
def test_rational(tree_of, text, expected):
    assert rational(tree_of(text)) == Fraction(expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x", id="a symbol"),
        pytest.param("pi", id="an irrational constant"),
        pytest.param("sqrt(2)", id="a root"),
        pytest.param("sqrt(-1)", id="no real value"),
        pytest.param("1/0", id="a division by zero"),
        pytest.param("infinity", id="infinity"),
        pytest.param("i", id="the imaginary unit"),
        pytest.param("9^9^9", id="a tower"),
        pytest.param("sum_{k=1}^{10^9} k", id="too many terms"),
        pytest.param("f(3)", id="an unknown function"),
        pytest.param("{1, 2}", id="a set"),
        pytest.param("x = 3", id="a statement"),
    ],
)
def test_not_rational(tree_of, text):
    assert rational(tree_of(text)) is None


mpmath.mp.dps = 120


@pytest.mark.parametrize(
    "text, value",
    [
        ("pi", lambda: mpmath.pi),
        ("e", lambda: mpmath.e),
        ("sqrt(2)", lambda: mpmath.sqrt(2)),
        ("2^(1/3)", lambda: mpmath.cbrt(2)),
        ("(-2)^(1/3)", lambda: -mpmath.cbrt(2)),
        ("sin(1)", lambda: mpmath.sin(1)),
        ("tan(1)", lambda: mpmath.tan(1)),
        ("sec(1)", lambda: mpmath.sec(1)),
        ("csc(1)", lambda: mpmath.csc(1)),
        ("cot(1)", lambda: mpmath.cot(1)),
        ("asin(1/2)", lambda: mpmath.asin(0.5)),
        ("acos(-1/2)", lambda: mpmath.acos(-0.5)),
        ("atan(-3)", lambda: mpmath.atan(-3)),
        ("acot(-3)", lambda: mpmath.pi / 2 - mpmath.atan(-3)),
        ("asec(3)", lambda: mpmath.asec(3)),
        ("acsc(3)", lambda: mpmath.acsc(3)),
        ("sinh(2)", lambda: mpmath.sinh(2)),
        ("cosh(2)", lambda: mpmath.cosh(2)),
        ("tanh(2)", lambda: mpmath.tanh(2)),
        ("coth(2)", lambda: mpmath.coth(2)),
        ("sech(2)", lambda: mpmath.sech(2)),
        ("csch(2)", lambda: mpmath.csch(2)),
        ("asinh(2)", lambda: mpmath.asinh(2)),
        ("acosh(2)", lambda: mpmath.acosh(2)),
        ("atanh(1/2)", lambda: mpmath.atanh(mpmath.mpf(1) / 2)),
        ("ln(7)", lambda: mpmath.log(7)),
        ("log_10(7)", lambda: mpmath.log10(7)),
        ("lg(7)", lambda: mpmath.log10(7)),
        ("log_2(7)", lambda: mpmath.log(7, 2)),
        ("erf(1/2)", lambda: mpmath.erf(0.5)),
        ("\\Gamma(1/3)", lambda: mpmath.gamma(mpmath.mpf(1) / 3)),
        ("(1/2)!", lambda: mpmath.gamma(1.5)),
        ("binomial(1/2, 1/3)", lambda: mpmath.binomial(0.5, mpmath.mpf(1) / 3)),
        ("sin(30°)", lambda: mpmath.mpf(0.5)),
        ("e^(pi sqrt(163))", lambda: mpmath.exp(mpmath.pi * mpmath.sqrt(163))),
        ("|1 + i|", lambda: mpmath.sqrt(2)),
        ("re((1 + i)^3)", lambda: mpmath.mpf(-2)),
        ("e^(i pi)", lambda: mpmath.mpf(-1)),
        ("sum_{k=1}^{100} 1/k^2", lambda: mpmath.fsum(mpmath.mpf(1) / k**2 for k in range(1, 101))),
    ],
)
def test_enclosed(tree_of, text, value):
    """The true value, by an independent library, lies between the two ends, and these lie close together."""
    low, high = enclosure(tree_of(text), 256)
    true = value()
    assert mpmath.mpf(low.numerator) / low.denominator - mpmath.mpf(10) ** -100 <= true
    assert true <= mpmath.mpf(high.numerator) / high.denominator + mpmath.mpf(10) ** -100
    assert high - low < Fraction(1, 10**50)


@pytest.mark.parametrize(
    "text", ["x", "i", "sqrt(-2)", "ln(-1)", "ln(0)", "asin(2)", "acosh(0)", "1/0", "infinity", "(-2)^(1/2)", "{1}"]
)
def test_without_a_real_value(tree_of, text):
    assert enclosure(tree_of(text), 128) is None


@pytest.mark.parametrize("text", ["2^(10^10)", "10^(10^12)", "9^9^9", "e^(e^30)", "2^(-10^12)", "1 + e^(-1e9999)"])
def test_the_ends_of_a_giant_are_never_written_out(tree_of, text):
    """They would have billions of digits; nothing is said instead, or little."""
    found = enclosure(tree_of(text), 128)
    assert found is None or max(end.numerator.bit_length() + end.denominator.bit_length() for end in found) < 10**7


@pytest.mark.parametrize(
    "left, right, expected",
    [
        ("1", "2", -1),
        ("2", "1", 1),
        ("1/2", "0.5", 0),
        ("pi", "22/7", -1),
        ("pi", "3.14159", 1),
        ("sqrt(2)", "1.41421356237309504880168872420969807", 1),
        ("sqrt(2) sqrt(3)", "sqrt(6)", 0),
        ("-infinity", "infinity", -1),
        ("infinity", "10^100", 1),
        ("-infinity", "-10^100", -1),
        ("infinity", "infinity", 0),
        ("1e-400", "0", 1),
        ("-1e-400", "0", -1),
        ("9^9^9", "9^9^8", 1),
        ("9^9^9", "10", 1),
        ("x", "1", None),
        ("i", "1", None),
        ("1/0", "1", None),
        ("ln(-1)", "1", None),
    ],
)
def test_order(tree_of, left, right, expected):
    assert order(tree_of(left), tree_of(right)) == expected
