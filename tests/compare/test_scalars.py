"""What is never claimed of two expressions, and what the evidence says."""

from fractions import Fraction

import pytest


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("9^9^9", "9^9^9 + 1", id="one more than a tower"),
        pytest.param("9^9^9^9", "9^9^9^9 + 1", id="one more than a higher tower"),
        pytest.param("2^100000 + 1", "2^100000", id="one more than a power with 30,000 digits"),
        pytest.param("2^100000 + x + 1", "2^100000 + x", id="the same beside a symbol"),
        pytest.param("10^(10^10) + 1", "10^(10^10)", id="one more than a googolplex's little brother"),
        pytest.param("x + 2^(-10^12)", "x", id="next to nothing more than a symbol"),
        pytest.param("x + 2^(-10^12) sin(x)", "x", id="next to nothing times a sine"),
        pytest.param("1 + e^(-e^e^e)", "1", id="one more than a tower under one"),
        pytest.param("(1 + 9^(-4^42))^(3^(2^85))", "e", id="nine digits for e: equal to 10^25 digits"),
        pytest.param("tanh(1000)", "1", id="tanh"),
        pytest.param("tanh(10^6)", "1", id="tanh, far out"),
        pytest.param("tanh(10^9 x^2)", "1", id="tanh of a symbol, far out"),
        pytest.param("coth(1000)", "1", id="coth"),
        pytest.param("erf(30)", "1", id="erf"),
        pytest.param("erf(10^4)", "1", id="erf, far out"),
        pytest.param("atan(e^1000)", "pi/2", id="atan of a large number"),
        pytest.param("acot(e^1000)", "0", id="acot of a large number"),
        pytest.param("cos(e^(-1000))", "1", id="cosine of a small number"),
        pytest.param("e^(e^(-1000))", "1", id="exponential of a small number"),
        pytest.param("2^(2^(-10^9))", "1", id="power with a small exponent"),
        pytest.param("sinh(1000)/cosh(1000)", "1", id="a quotient of large numbers"),
        pytest.param("cos(1e-80) cosh(1e-80)", "1", id="series that agree in three terms"),
        pytest.param("tan(sin(1e-60))", "sin(tan(1e-60))", id="series that agree in six terms"),
        pytest.param("asin(1 - 1e-400)", "pi/2", id="asin beside its end"),
        pytest.param("x^(1 + 10^(-5000))", "x^(1 + 10^(-5001))", id="exponents that nearly agree"),
        pytest.param("1 if x = 9^9^9, else 0", "0", id="a border too large for a point"),
        pytest.param("1 if x > 9^9^9, else 0", "0", id="a half line behind that border"),
        pytest.param("floor(x/9^9^9)", "0", id="a floor whose first step is far away"),
        pytest.param("1/0", "2/0", id="no value on both sides"),
        pytest.param("tan(pi/2)", "0", id="a pole at an irrational number"),
        pytest.param("|x| + 0/(sin(x)^2 + cos(x)^2 - 1)", "|x|", id="a denominator that is zero everywhere"),
        pytest.param("diff(x y, x)", "diff(x y, y)", id="another variable of a derivative"),
        pytest.param("diff(x^3, x)", "diff(x^3, x, 2)", id="another order of a derivative"),
        pytest.param("rank([[1, 2], [3, 4]])", "rank([[1, 2, 3, 4]])", id="the rank of another shape"),
        pytest.param("ln(-1 - x^2)", "ln(-2 - x^2)", id="no real value anywhere, on both sides"),
        pytest.param("f(sqrt(2))", "f(1.41421356)", id="an unknown function of an irrational number"),
        pytest.param("\\int x dx", "\\int x^2 dx", id="two integrals"),
        pytest.param("\\int x dx", "x^2", id="an integral and what it is not"),
        pytest.param("sqrt(-4) sqrt(-9)", "6", id="no real value on one side, and another one among complex numbers"),
        pytest.param("diff(x^2, x)", "diff(x^3, x)", id="two derivatives"),
        pytest.param("\\lim_{x \\to 0} x", "\\lim_{x \\to 1} x", id="two limits"),
    ],
)
def test_never_equal(compare, answer, expected):
    """Different, or for a person to see; whoever computes more may say which."""
    assert compare(answer, expected).equal is not True


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("9 * 9^(9^9 - 1)", "9^9^9", id="a power too large to be written out"),
        pytest.param("1000000!/999999!", "1000000", id="a quotient of factorials with five million digits"),
        pytest.param("floor(10^100 pi) - floor(10^100 pi - 10^(-500))", "0", id="floors beside each other"),
        pytest.param("(e^(10^7))^(10^(-7))", "e", id="a large exponential and its root"),
        pytest.param("(-1)^(9^9^9)", "-1", id="an odd exponent too large to be written out"),
        pytest.param("ln(10^(10^9))/ln(10)", "10^9", id="the logarithm of a giant"),
        pytest.param("2^100000 + x - 2^100000", "x", id="a giant that cancels"),
        pytest.param("sin(2 pi 10^5000)", "0", id="far along the sine"),
        pytest.param("1/0", "2/0", id="no value on both sides"),
        pytest.param("\\int_0^1 t^2 dt", "1/3", id="an integral worked out"),
        pytest.param("\\lim_{x \\to 0} sin(x)/x", "1", id="a limit worked out"),
        pytest.param("diff(x^2, x)", "2x", id="a derivative worked out"),
        pytest.param("sqrt(-4) sqrt(-9)", "-6", id="roots that have a product among complex numbers"),
        pytest.param("\\lim_{x \\to 0^+} 1/x", "infinity", id="an infinite limit"),
        pytest.param("sum_{k=1}^{100000} 1", "100000", id="more terms than are added up"),
        pytest.param("sum_{k=1}^{10^100} k", "10^100 (10^100 + 1)/2", id="many more"),
    ],
)
def test_never_different(compare, answer, expected):
    """Equal, or for a person to see."""
    assert compare(answer, expected).equal is not False


@pytest.mark.parametrize(
    "answer, expected, domains, holds",
    [
        pytest.param("2x", "3x", {"x": "positive"}, lambda x: x > 0, id="positive"),
        pytest.param("2x", "3x", {"x": "negative"}, lambda x: x < 0, id="negative"),
        pytest.param("x^2", "x", {"x": "real in (0, 1)"}, lambda x: 0 < x < 1, id="open range"),
        pytest.param("x^3", "x", {"x": "integer in [2, 5]"}, lambda x: x in (2, 3, 4, 5), id="range of integers"),
        pytest.param("(-1)^x", "1", {"x": "integer"}, lambda x: x.denominator == 1 and x % 2 == 1, id="odd"),
        pytest.param("1 if x > 3, else 0", "0", {"x": "real"}, lambda x: x > 3, id="behind a border"),
        pytest.param("|x - 500|", "500 - x", {"x": "positive"}, lambda x: x > 500, id="behind a distant border"),
        pytest.param("1 if x = 3, else 0", "0", {"x": "real"}, lambda x: x == 3, id="one point"),
        pytest.param("sqrt(x)^2", "x", {"x": "real"}, lambda x: x < 0, id="where one side has no value"),
    ],
)
def test_a_counterexample_is_one(compare, answer, expected, domains, holds):
    evidence = compare(answer, expected, domains).evidence
    assert evidence.kind == "counterexample"
    [(name, value)] = evidence.at
    assert (name, holds(Fraction(value))) == ("x", True)


def test_the_evidence_says_at_how_many_points_to_how_many_bits(compare):
    evidence = compare("asin(x) + acos(x)", "pi/2", {"x": "real in (-1, 1)"}).evidence
    assert evidence.kind == "agreed"
    assert evidence.points >= 4
    assert evidence.bits >= 1024


def test_a_counterexample_shows_both_values(compare):
    evidence = compare("x + 1", "x + 2", {"x": "integer in [5, 6]"}).evidence
    [(_, value)] = evidence.at
    assert evidence.values == (str(int(value) + 1), str(int(value) + 2))


def test_only_one_side_with_a_value_is_said(compare):
    evidence = compare("ln(x)", "x", {"x": "negative"}).evidence
    assert evidence.note == "Only one side has a value there (domain)."
    assert evidence.values[0] == "undefined"
