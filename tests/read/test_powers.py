"""Powers: carets, braces, stars, signs in exponents; what binds more tightly than what."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x^2", "x^2", id="caret"),
        pytest.param("x**2", "x^2", id="two stars"),
        pytest.param("x ^ 2", "x^2", id="spaces around"),
        pytest.param("x^{2}", "x^2", id="braces"),
        pytest.param("x^(2)", "x^2", id="round brackets"),
        pytest.param("x^10", "x^10", id="all digits, as it was meant"),
        pytest.param(r"\frac12 x^10", "1/2*x^10", id="all digits in LaTeX too"),
        pytest.param("x^{10}", "x^10", id="digits in braces"),
        pytest.param("x^2y", "x^2*y", id="the next letter is a factor"),
        pytest.param("x^2y^3", "x^2*y^3", id="two powers"),
        pytest.param("2^n", "2^n", id="a letter above"),
        pytest.param("2^{n+1}", "2^(n + 1)", id="a sum above"),
        pytest.param("2^(n+1)", "2^(n + 1)", id="a sum above in brackets"),
        pytest.param("2^n+1", "2^n + 1", id="the exponent ends at a sign"),
        pytest.param("2^n/3", "2^n/3", id="the exponent ends at a slash"),
        pytest.param("a^b^c", "a^b^c", id="powers go from right to left"),
        pytest.param("(a^b)^c", "(a^b)^c", id="from left to right in brackets"),
        pytest.param("a^{b^c}", "a^b^c", id="a power above in braces"),
        pytest.param("-x^2", "-x^2", id="the sign holds the power"),
        pytest.param("(-x)^2", "(-x)^2", id="the power holds the sign in brackets"),
        pytest.param("-2^2", "-2^2", id="also before a number"),
        pytest.param("2^-3", "2^(-3)", id="a sign above"),
        pytest.param("2^{-3}", "2^(-3)", id="a sign above in braces"),
        pytest.param("e^-x", "e^(-x)", id="a sign before a letter above"),
        pytest.param("e^{-x^2}", "e^(-x^2)", id="a power below a sign above"),
        pytest.param("2^-n x", "2^(-n)*x", id="a factor behind a signed exponent"),
        pytest.param("x^1/2", "x^1/2", id="a slash ends the exponent"),
        pytest.param("x^{1/2}", "x^(1/2)", id="a quotient above"),
        pytest.param(r"x^\frac12", "x^(1/2)", id="a fraction above without braces"),
        pytest.param(r"x^\alpha", "x^alpha", id="a Greek letter above"),
        pytest.param("xy^2", "x*y^2", id="the power belongs to the last letter"),
        pytest.param("(xy)^2", "(x*y)^2", id="a power of a product"),
        pytest.param("2x^2", "2*x^2", id="a number before"),
        pytest.param("x^{2}y^{3}z", "x^2*y^3*z", id="several in a row"),
        pytest.param("{x}^{2}", "x^2", id="the base in braces"),
        pytest.param("(x+1)^2(x-1)", "(x + 1)^2*(x - 1)", id="a bracket behind a power"),
        pytest.param("9**9**9", "9^9^9", id="no power is worked out"),
        pytest.param("10^{-3}", "10^(-3)", id="a power of ten"),
        pytest.param("x^n!", "x^factorial(n)", id="a factorial above"),
        pytest.param("2^{x}\\cdot 3", "2^x*3", id="a dot behind braces"),
        pytest.param("e^{i\\pi}", "e^(i*pi)", id="constants above"),
        pytest.param("[x+1]^2", "(x + 1)^2", id="a square bracket that groups"),
        pytest.param("x^5%", "x^5%", id="percent above"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("n!", "factorial(n)", id="factorial"),
        pytest.param("(n+1)!", "factorial(n + 1)", id="factorial of a bracket"),
        pytest.param("2n!", "2*factorial(n)", id="factorial of the letter alone"),
        pytest.param("n!/k!", "factorial(n)/factorial(k)", id="quotient of factorials"),
        pytest.param("n!(n-1)!", "factorial(n)*factorial(n - 1)", id="side by side"),
        pytest.param("x!!", "factorial2(x)", id="a double factorial"),
        pytest.param("(x!)!", "factorial(factorial(x))", id="a factorial of a factorial"),
        pytest.param("x! !", "factorial(factorial(x))", id="two signs apart"),
        pytest.param("x != 5", "x != 5", id="not a factorial before an equals sign"),
        pytest.param("5! = 120", "factorial(5) = 120", id="a factorial before an equals sign with a space"),
        pytest.param("x^*", "x_star", id="a starred name"),
        pytest.param("x^{*}", "x_star", id="a starred name in braces"),
        pytest.param(r"x^\star", "x_star", id="a starred name by its command"),
        pytest.param("A^+", "A_plus", id="a name with a plus"),
        pytest.param("(z+w)^*", "conjugate(z + w)", id="a starred bracket is a conjugate"),
    ],
)
def test_marks(read_as, text, expected):
    assert read_as(text) == expected
