"""Functions: with and without brackets, powers before the argument, inverses, other names, logarithms and their bases."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("sin(x)", "sin(x)", id="brackets"),
        pytest.param("sin x", "sin(x)", id="no brackets"),
        pytest.param(r"\sin x", "sin(x)", id="command"),
        pytest.param(r"\sin{x}", "sin(x)", id="braces"),
        pytest.param(r"\sin\left(x\right)", "sin(x)", id="large brackets"),
        pytest.param("sin 2x", "sin(2*x)", id="a product without brackets"),
        pytest.param(r"\sin 2\pi x", "sin(2*pi*x)", id="a longer product without brackets"),
        pytest.param("sin x y", "sin(x*y)", id="letters apart without brackets"),
        pytest.param("sin x + 1", "sin(x) + 1", id="the argument ends at a sign"),
        pytest.param("sin x cos x", "sin(x)*cos(x)", id="the argument ends at a function"),
        pytest.param("sin x(1+x)", "sin(x)*(1 + x)", id="the argument ends at a bracket"),
        pytest.param("sin(x) y", "sin(x)*y", id="a factor behind a bracketed argument"),
        pytest.param("sin x/2", "sin(x)/2", id="the argument ends at a slash"),
        pytest.param("sin(x/2)", "sin(x/2)", id="a quotient in brackets"),
        pytest.param("sin x^2", "sin(x^2)", id="a power of the argument"),
        pytest.param("sin^2 x", "sin(x)^2", id="a power before the argument"),
        pytest.param(r"\sin^2 x", "sin(x)^2", id="a power before the argument in LaTeX"),
        pytest.param(r"\sin^{2}(x)", "sin(x)^2", id="a power in braces"),
        pytest.param(r"\sin^2x+\cos^2x", "sin(x)^2 + cos(x)^2", id="two powers"),
        pytest.param("sin(x)^2", "sin(x)^2", id="a power behind the brackets"),
        pytest.param(r"\sin^{-1} x", "asin(x)", id="the inverse"),
        pytest.param("sin^-1(x)", "asin(x)", id="the inverse in plain text"),
        pytest.param(r"\tan^{-1}\left(\frac{1}{2}\right)", "atan(1/2)", id="an inverse of a number"),
        pytest.param(r"\sinh^{-1} x", "asinh(x)", id="a hyperbolic inverse"),
        pytest.param(r"\arcsin x", "asin(x)", id="arcsin"),
        pytest.param("arctan(x)", "atan(x)", id="arctan in plain text"),
        pytest.param("atan2(y, x)", "atan2(y, x)", id="atan2"),
        pytest.param(r"\operatorname{arcsinh}(x)", "asinh(x)", id="operatorname of a known function"),
        pytest.param("tg x", "tan(x)", id="tg"),
        pytest.param(r"\cosh x", "cosh(x)", id="hyperbolic"),
        pytest.param("sin -x", "sin(-x)", id="a sign before the argument"),
        pytest.param("-sin x", "-sin(x)", id="a sign before the function"),
        pytest.param("2 sin x", "2*sin(x)", id="a number before"),
        pytest.param("x sin x", "x*sin(x)", id="a letter before"),
        pytest.param("exp(x)", "exp(x)", id="exp"),
        pytest.param(r"\exp\left(-\frac{x^2}{2}\right)", "exp(-x^2/2)", id="exp in LaTeX"),
        pytest.param("max(a, b)", "max(a, b)", id="max"),
        pytest.param(r"\max(a, b, c)", "max(a, b, c)", id="max of three"),
        pytest.param(r"\max\{a, b\}", "max(a, b)", id="max of a set"),
        pytest.param("min(1, x)", "min(1, x)", id="min"),
        pytest.param(r"\gcd(12, 18)", "gcd(12, 18)", id="gcd"),
        pytest.param("lcm(4, 6)", "lcm(4, 6)", id="lcm"),
        pytest.param("sgn(x)", "sign(x)", id="sign"),
        pytest.param(r"\operatorname{sgn}(x)", "sign(x)", id="sign in LaTeX"),
        pytest.param(r"\Gamma(n+1)", "Gamma(n + 1)", id="Gamma function"),
        pytest.param("erf(x)", "erf(x)", id="erf"),
        pytest.param(r"\det A", "det(A)", id="det"),
        pytest.param("tr(A)", "trace(A)", id="trace"),
        pytest.param(r"\operatorname{rank}(A)", "rank(A)", id="rank"),
        pytest.param(r"\Re z", "re(z)", id="real part"),
        pytest.param("f(x)", "f(x)", id="f is called"),
        pytest.param("f(2)", "f(2)", id="f of a number"),
        pytest.param("g(x, y)", "g(x, y)", id="g of two"),
        pytest.param("h(t) + 1", "h(t) + 1", id="h is called"),
        pytest.param("f (x)", "f*x", id="a space makes it a product"),
        pytest.param(r"f\left(x\right)", "f(x)", id="large brackets after a letter"),
        pytest.param("Gamma(x)", "Gamma(x)", id="Gamma in words"),
        pytest.param(r"\Gamma = 3", "Gamma = 3", id="Gamma without a bracket is a name"),
        pytest.param("f()", "f()", id="no argument"),
        pytest.param("foo(x)", "foo(x)", id="an unknown word is called"),
        pytest.param(r"\operatorname{Var}(X)", "Var(X)", id="an unknown operatorname is called"),
        pytest.param(r"\mathrm{Cov}(X, Y)", "Cov(X, Y)", id="an unknown roman word is called"),
        pytest.param("P(A|B)", "P(A | B)", id="a conditional probability"),
        pytest.param("gcd = 6", "gcd = 6", id="a function that is named as what it gives"),
        pytest.param(r"\operatorname{rank} = 2", "rank = 2", id="a function that is named as what it gives, in LaTeX"),
        pytest.param("P(X = 1)", "P(X = 1)", id="the probability of a relation"),
        pytest.param(r"P(A \cap B)", "P(A ∩ B)", id="the probability of a set"),
        pytest.param(r"\text{softmax}(x)", "softmax(x)", id="a word in a text command is called"),
        pytest.param(r"\max_{x} f(x)", "max_x(f(x))", id="a variable below a maximum"),
        pytest.param(r"\operatorname*{argmax}_x f(x)", "argmax_x*f(x)", id="a starred operatorname is a name"),
        pytest.param(r"P(A \mid B, C)", "P(A | B, C)", id="given two"),
        pytest.param(r"P\left(A\middle|B\right)", "P(A | B)", id="a large bar"),
        pytest.param("O(n^2)", "O(n^2)", id="order"),
        pytest.param("O(n log n)", "O(n*log(n))", id="order with a logarithm"),
        pytest.param(r"\Theta(n)", "Theta(n)", id="Theta"),
        pytest.param("Θ(n)", "Theta(n)", id="Theta as a character"),
        pytest.param("Omega(n)", "Omega(n)", id="Omega"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("ln x", "log(x)", id="ln"),
        pytest.param(r"\ln x", "log(x)", id="ln in LaTeX"),
        pytest.param("log x", "log(x)", id="log is natural"),
        pytest.param(r"\log x", "log(x)", id="log is natural in LaTeX"),
        pytest.param("lg x", "log(x, 10)", id="lg is to base ten"),
        pytest.param(r"\lg x", "log(x, 10)", id="lg in LaTeX"),
        pytest.param("log_2 8", "log(8, 2)", id="a base"),
        pytest.param("log_2(8)", "log(8, 2)", id="a base and brackets"),
        pytest.param(r"\log_2 x", "log(x, 2)", id="a base in LaTeX"),
        pytest.param(r"\log_{10} x", "log(x, 10)", id="a base in braces"),
        pytest.param(r"\log_b x", "log(x, b)", id="a letter as a base"),
        pytest.param(r"\log_{b+1}(x)", "log(x, b + 1)", id="a sum as a base"),
        pytest.param("log2(8)", "log(8, 2)", id="a digit right behind"),
        pytest.param("log10(x)", "log(x, 10)", id="two digits right behind"),
        pytest.param("log(8, 2)", "log(8, 2)", id="the base as an argument"),
        pytest.param(r"\log^2 x", "log(x)^2", id="a power before the argument"),
        pytest.param(r"\log_2^3 x", "log(x, 2)^3", id="a base and a power"),
        pytest.param("ln x^2", "log(x^2)", id="a power of the argument"),
        pytest.param("ln(x)^2", "log(x)^2", id="a power of the logarithm"),
        pytest.param("ln 2x", "log(2*x)", id="a product"),
        pytest.param("ln x/y", "log(x)/y", id="the argument ends at a slash"),
        pytest.param("n ln n", "n*log(n)", id="a factor before"),
        pytest.param(r"\ln|x|", "log(abs(x))", id="an absolute value"),
        pytest.param(r"\log\log n", "log(log(n))", id="a logarithm of a logarithm"),
        pytest.param("log₂ 8", "log(8, 2)", id="a lowered base"),
    ],
)
def test_logarithms(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("y(n-5)", "y(n - 5)", id="called"),
        pytest.param(r"y\left(n-5\right)", "y(n - 5)", id="large brackets"),
        pytest.param("y (n)", "y(n)", id="a space"),
        pytest.param("y[n-5]", "y(n - 5)", id="square brackets"),
        pytest.param("2y(n)", "2*y(n)", id="a factor before"),
        pytest.param("y", "y", id="named alone"),
        pytest.param("y_2(n)", "y_2(n)", id="a subscript"),
        pytest.param("y'(n)", "y'(n)", id="a prime"),
        pytest.param("loss(x)", "loss(x)", id="a longer name"),
        pytest.param("conv2d(X, K)", "conv2d(X, K)", id="a name with a digit"),
        pytest.param("x(n-5)", "x*(n - 5)", id="another letter is a factor"),
        pytest.param("y(n) = x(n)", "y(n) = x*n", id="both in one"),
    ],
)
def test_declared(read_as, text, expected):
    assert read_as(text, functions="y loss conv2d") == expected


@pytest.mark.parametrize(
    "text, symbols, expected",
    [
        pytest.param("f(x)", "f x", "f*x", id="a declared f is a factor"),
        pytest.param("O(n)", "O n", "O*n", id="a declared O is a factor"),
        pytest.param("min", "min", "min", id="a declared min is a name"),
        pytest.param("max x", "max x", "max*x", id="a declared max is a factor"),
    ],
)
def test_declared_symbols_are_not_called(read_as, text, symbols, expected):
    assert read_as(text, symbols=symbols) == expected
