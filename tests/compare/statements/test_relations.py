"""Equations and inequalities: the same solutions, however they are written."""

import pytest

Y_POSITIVE = {"x": "real", "y": "positive"}
COMPLEX = {"z": "complex"}


@pytest.mark.parametrize(
    "answer, expected, domains",
    [
        # equations up to a constant factor
        pytest.param("y = 2x + 1", "2x - y + 1 = 0", None, id="terms across"),
        pytest.param("2x + 2y = 4", "x + y = 2", None, id="a factor"),
        pytest.param("-x - y = -2", "x + y = 2", None, id="a negative factor"),
        pytest.param("x/2 = y/3", "3x = 2y", None, id="fractions"),
        pytest.param("5 = x", "x = 5", None, id="sides turned"),
        pytest.param("pi x = pi y", "x = y", None, id="an irrational factor"),
        pytest.param("sqrt(2) x = 2", "x = sqrt(2)", None, id="a root as factor"),
        pytest.param("x^2 + y^2 = 1", "y^2 = 1 - x^2", None, id="a circle"),
        pytest.param("(x - 1)^2 + y^2 = 4", "x^2 - 2x + y^2 = 3", None, id="a circle expanded"),
        pytest.param("x - y = 0", "y = x", None, id="a difference of zero"),
        pytest.param("i z = 1", "z = -i", COMPLEX, id="a complex factor"),
        pytest.param("2 z^2 - 2 = 0", "z^2 = 1", COMPLEX, id="a factor over complex numbers"),
        pytest.param("x != 3", "3 != x", None, id="not equal"),
        pytest.param("x = 1/3 = y", "x = 1/3 = y", None, id="a chain"),
        # equations with the same solutions
        pytest.param("x^2 = 9", "x = 3 or x = -3", None, id="solved"),
        pytest.param("x^2 = 9", "x = ±3", None, id="solved with both signs"),
        pytest.param("x^2 = 9", "|x| = 3", None, id="an absolute value"),
        pytest.param("x^2 = 0", "x = 0", None, id="a double root"),
        pytest.param("x^3 = 8", "x = 2", None, id="one real root of three"),
        pytest.param("(x - 1)(x - 2) = 0", "x = 2 or x = 1", None, id="factors"),
        pytest.param("x (x^2 + 1) = 0", "x = 0", None, id="a factor without real zeros"),
        pytest.param("e^x (x - 1) = 0", "x = 1", None, id="a factor that is never zero"),
        pytest.param("x = 1 or x = 2", "x = 2 or x = 1", None, id="alternatives in another order"),
        pytest.param("x = 1 and y = 2", "y = 2 and x = 1", None, id="conditions in another order"),
        pytest.param("x^2 = 2", "x = sqrt(2) or x = -sqrt(2)", None, id="irrational roots"),
        pytest.param("x^2 + x = 1", "x = (-1 + sqrt(5))/2 or x = (-1 - sqrt(5))/2", None, id="the golden ratio"),
        pytest.param("(x^2 - 1)/(x - 1) = 0", "x = -1", None, id="a solution that is none"),
        # inequalities
        pytest.param("3 < x", "x > 3", None, id="turned"),
        pytest.param("2x > 6", "x > 3", None, id="a factor of an inequality"),
        pytest.param("-x < -3", "x > 3", None, id="a negative factor turns it"),
        pytest.param("x - 3 > 0", "x > 3", None, id="terms across an inequality"),
        pytest.param("x/y < 1", "x < y", Y_POSITIVE, id="a factor that is positive on the domain"),
        pytest.param("1 < x < 2", "2 > x > 1", None, id="a chain turned"),
        pytest.param("x > 1 and x < 2", "1 < x < 2", None, id="a chain as conditions"),
        pytest.param("x^2 < 4", "-2 < x < 2", None, id="an inequality solved"),
        pytest.param("x^2 >= 4", "x >= 2 or x <= -2", None, id="two half lines"),
        pytest.param("|x| < 2", "-2 < x < 2", None, id="an absolute value solved"),
        pytest.param("|x - 1| <= 3", "-2 <= x <= 4", None, id="a distance"),
        pytest.param("x^2 > 0", "x != 0", None, id="all but one point"),
        pytest.param("x^2 >= 0", "x^2 + 1 > 0", None, id="always true"),
        pytest.param("x^2 < 0", "x^2 < -1", None, id="never true"),
        pytest.param("(x - 1)/(x + 1) > 0", "x < -1 or x > 1", None, id="a quotient"),
        pytest.param("1/x > 0", "x > 0", None, id="a pole"),
        pytest.param("x^3 > 1", "x > 1", None, id="a cube"),
        pytest.param("x > 1 or x > 2", "x > 1", None, id="an alternative inside another"),
        pytest.param("x < 2 and x > 3", "1 = 2", None, id="conditions that exclude each other"),
        pytest.param("1/x < 1", "x < 0 or x > 1", None, id="a pole and a root"),
        pytest.param("x^2 = y^2", "x = y or x = -y", None, id="two lines"),
        pytest.param("x y = 0", "x = 0 or y = 0", None, id="two axes"),
        pytest.param("y = 1/x", "x y = 1", None, id="a hyperbola"),
        # others
        pytest.param("x ≈ 3.14", "x ≈ 3.14", None, id="approximately"),
        pytest.param("x ∈ {1, 2}", "x ∈ {2, 1}", None, id="an element of a set"),
    ],
)
def test_equal(compare, answer, expected, domains):
    assert compare(answer, expected, domains).equal


@pytest.mark.parametrize(
    "answer, expected, domains",
    [
        pytest.param("y = 2x + 1", "y = 2x - 1", None, id="a sign"),
        pytest.param("y = 2x", "x = 2y", None, id="symbols swapped"),
        pytest.param("x + y = 2", "x + y = 3", None, id="another constant"),
        pytest.param("x = 5", "y = 5", None, id="another symbol"),
        pytest.param("x = 5", "x = 6", None, id="another value"),
        pytest.param("x = 1/3", "x = 0.333", None, id="a rounded value"),
        pytest.param("x = y", "x^2 = y^2", None, id="squared"),
        pytest.param("x = 3", "x^2 = 9", None, id="one root of two"),
        pytest.param("x = 3 or x = -3", "x = 3", None, id="a root too many"),
        pytest.param("x = 1 or x = 2", "x = 1 or x = 3", None, id="another alternative"),
        pytest.param("x = 1 or x = 2", "x = 1 and x = 2", None, id="another connective"),
        pytest.param("x (x - 1) = 0", "x = 1", None, id="a root lost"),
        pytest.param("x^2 = 2", "x = 1.41421356 or x = -1.41421356", None, id="rounded roots"),
        pytest.param("x^2 + y^2 = 1", "x + y = 1", None, id="a circle and a line"),
        pytest.param("x^2 - y^2 = 0", "x - y = 0", None, id="two lines and one"),
        pytest.param("0 = 0", "x = 5", None, id="always true"),
        pytest.param("1 = 0", "x = 5", None, id="never true"),
        pytest.param("x = 3", "x != 3", None, id="equal and not"),
        pytest.param("x = 3", "x >= 3", None, id="an equation and an inequality"),
        pytest.param("x > 3", "x >= 3", None, id="a border"),
        pytest.param("x > 3", "x < 3", None, id="a direction"),
        pytest.param("x > 3", "x > 4", None, id="another end"),
        pytest.param("-x > -3", "x > 3", None, id="a negative factor that did not turn it"),
        pytest.param("x/y < 1", "x < y", None, id="a factor whose sign is not known"),
        pytest.param("x > 3", "x > 3.0000001", None, id="an end that nearly agrees"),
        pytest.param("x > 1e-400", "x > 0", None, id="a very small end"),
        pytest.param("1 < x <= 2", "1 <= x < 2", None, id="borders of a chain"),
        pytest.param("1 < x < 2", "x < 2", None, id="half a chain"),
        pytest.param("x^2 < 4", "x < 2", None, id="half a solution"),
        pytest.param("x^2 < 4", "-2 <= x <= 2", None, id="borders of a solution"),
        pytest.param("x^2 >= 0", "x > 0", None, id="always true, and not"),
        pytest.param("1/x >= 0", "x >= 0", None, id="the border at a pole"),
        pytest.param("1/x < 1", "x > 1", None, id="multiplied by a negative number"),
        pytest.param("x = 3", "3", None, id="an equation and a value"),
        pytest.param("x ≈ 3.14", "x = 3.14", None, id="approximately and equal"),
        pytest.param("x ∈ {1, 2}", "x ∈ {1, 3}", None, id="an element of another set"),
        pytest.param("x y > 0", "x > 0 and y > 0", None, id="one quadrant of two"),
        pytest.param("sqrt(x) = y", "x = y^2", None, id="half a parabola"),
        pytest.param("n > 2.5", "n >= 3", None, id="real numbers between integers"),
        pytest.param("x^2 > 1e-400", "x != 0", None, id="a very short gap"),
        pytest.param("x = 1e-400", "x = 0", None, id="a very small solution"),
        pytest.param("z^2 = 1", "z = 1", COMPLEX, id="one root of two complex ones"),
        pytest.param("z^2 = -1", "z = i", COMPLEX, id="one imaginary root"),
    ],
)
def test_different(compare, answer, expected, domains):
    assert compare(answer, expected, domains).equal is False


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("x^9^9^9 = 1", "x = 1", id="a power that is a tower"),
        pytest.param("sin(x) = 0", "sin(2x) = 0", id="infinitely many solutions"),
        pytest.param("x^y (x - 2) = 0", "x = 2", id="a power that vanishes where its exponent is positive"),
        pytest.param("x + 2^(-10^12) > 0", "x > 0", id="next to nothing across"),
        pytest.param("x = 2^(-10^12)", "x = 0", id="next to nothing"),
        pytest.param("x = tanh(10^6)", "x = 1", id="next to one"),
    ],
)
def test_never_equal(compare, answer, expected):
    assert compare(answer, expected).equal is not True
