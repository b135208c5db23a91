"""Answers as SymPy, Mathematica and programs write them."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("2*x**2 + 3*x", "2*x^2 + 3*x", id="Python's powers"),
        pytest.param("sqrt(2)*x/2", "sqrt(2)*x/2", id="SymPy's root"),
        pytest.param("Rational(1, 2)", "1/2", id="SymPy's quotient"),
        pytest.param("Eq(x, 2)", "x = 2", id="SymPy's equation"),
        pytest.param("Matrix([1, 2, 3])", "[[1], [2], [3]]", id="SymPy's column"),
        pytest.param("matrix([1, 2], [3, 4])", "[[1, 2], [3, 4]]", id="Maxima's matrix"),
        pytest.param("2*%pi", "2*pi", id="Maxima's pi"),
        pytest.param("%e^(%i*%pi)", "e^(i*pi)", id="Maxima's e and i"),
        pytest.param("20%pi", "20%*pi", id="a percentage of pi"),
        pytest.param("ImmutableMatrix([[1, 2]])", "[[1, 2]]", id="SymPy's other matrix"),
        pytest.param("np.array([1, 2])", "[1, 2]", id="NumPy's vector"),
        pytest.param("np.sqrt(2)", "sqrt(2)", id="NumPy's root"),
        pytest.param("math.pi", "pi", id="Python's pi"),
        pytest.param("sp.sin(x)", "sin(x)", id="SymPy's sine"),
        pytest.param("exp(-x**2/2)", "exp(-x^2/2)", id="exp"),
        pytest.param("oo", "infinity", id="SymPy's infinity"),
        pytest.param("Abs(x)", "abs(x)", id="SymPy's absolute value"),
        pytest.param("factorial(5)", "factorial(5)", id="factorial"),
        pytest.param("ceiling(x)", "ceil(x)", id="ceiling"),
        pytest.param("1.5e-3*x", "1.5e-3*x", id="a float"),
        pytest.param("x % 2", "x%*2", id="a percent sign is no remainder"),
        pytest.param("Sqrt[x]", "sqrt(x)", id="Mathematica's root"),
        pytest.param("Sin[x]", "sin(x)", id="Mathematica's sine"),
        pytest.param("Cos[2 x]", "cos(2*x)", id="Mathematica's product"),
        pytest.param("Log[x]", "log(x)", id="Mathematica's logarithm"),
        pytest.param("ArcTan[x]", "atan(x)", id="Mathematica's inverse"),
        pytest.param("Exp[-x]", "exp(-x)", id="Mathematica's exp"),
        pytest.param("2 Pi", "2*pi", id="Mathematica's pi"),
        pytest.param("{1, 2, 3}", "{1, 2, 3}", id="Mathematica's list is a set"),
        pytest.param("{{1, 2}, {3, 4}}", "[[1, 2], [3, 4]]", id="Mathematica's matrix"),
        pytest.param("Infinity", "infinity", id="Mathematica's infinity"),
        pytest.param(
            "Piecewise[{{x, x > 0}, {0, True}}]", "piecewise(x if x > 0, 0 otherwise)", id="Mathematica's cases"
        ),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected
