"""Integrals, derivatives and limits."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\int x^2\,dx", "int (x^2) dx", id="indefinite"),
        pytest.param(r"\int x^2 dx", "int (x^2) dx", id="no space before dx"),
        pytest.param(r"\int x^2\,\mathrm{d}x", "int (x^2) dx", id="an upright d"),
        pytest.param(r"\int_0^1 x^2\,dx", "int_(0)^(1) (x^2) dx", id="definite"),
        pytest.param(r"\int_{0}^{\pi} \sin x\,dx", "int_(0)^(pi) (sin(x)) dx", id="bounds in braces"),
        pytest.param(
            r"\int_{-\infty}^{\infty} e^{-x^2}\,dx", "int_(-infinity)^(infinity) (e^(-x^2)) dx", id="infinite"
        ),
        pytest.param(r"\int_{-1}^1 x\,dx", "int_(-1)^(1) (x) dx", id="a negative bound"),
        pytest.param(r"\int (x+1)\,dx", "int (x + 1) dx", id="a bracketed sum"),
        pytest.param(r"\int x+1\,dx", "int (x + 1) dx", id="a sum"),
        pytest.param(r"\int dx", "int (1) dx", id="nothing but dx"),
        pytest.param(r"\int \frac{dx}{x}", "int (1/x) dx", id="dx above a line"),
        pytest.param(r"\int \frac{x\,dx}{x^2+1}", "int (x/(x^2 + 1)) dx", id="dx behind a factor above a line"),
        pytest.param(r"\int dx/x", "int (1/x) dx", id="dx before a slash"),
        pytest.param(r"\int dx\, f(x)", "int (f(x)) dx", id="dx before the integrand"),
        pytest.param(r"\int \frac{1}{x}\,dx + C", "int (1/x) dx + C", id="a constant behind"),
        pytest.param(r"2\int x\,dx", "2*(int (x) dx)", id="a factor before"),
        pytest.param(r"\int\theta\,d\theta", "int (theta) dtheta", id="a Greek variable"),
        pytest.param(r"\int_0^1\int_0^x xy\,dy\,dx", "int_(0)^(1) (int_(0)^(x) (x*y) dy) dx", id="double"),
        pytest.param("int x^2 dx", "int (x^2) dx", id="plain text"),
        pytest.param("∫x²dx", "int (x^2) dx", id="sign"),
        pytest.param("∫_0^1 x dx", "int_(0)^(1) (x) dx", id="sign with bounds"),
        pytest.param("integrate(x^2, x)", "int (x^2) dx", id="SymPy, indefinite"),
        pytest.param("integrate(x^2, (x, 0, 1))", "int_(0)^(1) (x^2) dx", id="SymPy, definite"),
        pytest.param("Integrate[x^2, {x, 0, 1}]", "int_(0)^(1) (x^2) dx", id="Mathematica"),
        pytest.param("int (x+1) dx", "int (x + 1) dx", id="a bracket that only groups"),
        pytest.param(r"\int_a^b f(t)\,dt", "int_(a)^(b) (f(t)) dt", id="letters as bounds"),
        pytest.param(r"\int \frac{dy}{dx}\,dx", "int (derivative(y, x)) dx", id="a derivative below the sign"),
    ],
)
def test_integrals(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\frac{d}{dx} x^2", "diff(x^2, x, 1)", id="operator"),
        pytest.param(r"\frac{d}{dx}\left(x^2+1\right)", "diff(x^2 + 1, x, 1)", id="operator before a bracket"),
        pytest.param(r"\frac{d^2}{dx^2} x^3", "diff(x^3, x, 2)", id="second order"),
        pytest.param(r"\frac{\mathrm{d}}{\mathrm{d}x} x^2", "diff(x^2, x, 1)", id="upright d"),
        pytest.param(r"\frac{\partial}{\partial x} xy", "diff(x*y, x, 1)", id="partial"),
        pytest.param(r"\frac{d(x^2)}{dx}", "diff(x^2, x, 1)", id="the function above the line"),
        pytest.param(r"\frac{d f(x)}{dx}", "diff(f(x), x, 1)", id="a function's value above the line"),
        pytest.param("d/dx x^2", "diff(x^2, x, 1)", id="on one line"),
        pytest.param("d/dx (x^2 + 1)", "diff(x^2 + 1, x, 1)", id="on one line before a bracket"),
        pytest.param("diff(x^2, x)", "diff(x^2, x, 1)", id="SymPy"),
        pytest.param("diff(x^3, x, 2)", "diff(x^3, x, 2)", id="SymPy, second order"),
        pytest.param(r"\frac{dy}{dx}", "derivative(y, x)", id="of a name"),
        pytest.param("dy/dx", "derivative(y, x)", id="of a name on one line"),
        pytest.param("dy/dx = 2x", "derivative(y, x) = 2*x", id="in an equation"),
        pytest.param("3 dy/dx", "3*derivative(y, x)", id="with a factor"),
        pytest.param(r"\frac{d^2y}{dx^2}", "derivative(y, x, 2)", id="second order of a name"),
        pytest.param("d^2y/dx^2", "derivative(y, x, 2)", id="second order on one line"),
        pytest.param(r"\frac{\partial L}{\partial w}", "derivative(L, w)", id="partial of a name"),
        pytest.param("∂L/∂w", "derivative(L, w)", id="partial in characters"),
        pytest.param(r"\frac{\partial L}{\partial w_{h,l}}", "derivative(L, w_{h, l})", id="partial by an entry"),
        pytest.param(r"\frac{\partial^2 u}{\partial x\,\partial y}", "derivative(derivative(u, y), x)", id="mixed"),
        pytest.param("y'", "y'", id="prime"),
        pytest.param("y''", "y''", id="two primes"),
        pytest.param("y′", "y'", id="prime as a character"),
        pytest.param(r"y^\prime", "y'", id="prime by its command"),
        pytest.param("f'(x)", "f'(x)", id="a primed function"),
        pytest.param("f''(x) + f(x) = 0", "f''(x) + f(x) = 0", id="in an equation with primes"),
        pytest.param("y'(t)", "y'(t)", id="a primed letter is called"),
        pytest.param("x_1'", "x_1'", id="a prime behind a subscript"),
        pytest.param("x'_1", "x_1'", id="a prime before a subscript"),
        pytest.param("y' = x", "y' = x", id="not y = x"),
        pytest.param("d x / d y", "d*x/d*y", id="letters apart are no differentials"),
    ],
)
def test_derivatives(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, symbols, expected",
    [
        pytest.param(r"\frac{d}{dx}", "d x", "d/(d*x)", id="a declared d is a letter"),
        pytest.param(r"\frac{dy}{dx}", "dy dx", "dy/dx", id="declared differentials are names"),
        pytest.param("dw/dt", "dw t", "dw/d*t", id="one declared differential"),
    ],
)
def test_declared_letters(read_as, text, symbols, expected):
    assert read_as(text, symbols=symbols) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\lim_{x \to 0} \frac{\sin x}{x}", "lim_{x->0} (sin(x)/x)", id="LaTeX"),
        pytest.param(r"\lim_{x\rightarrow\infty} \frac1x", "lim_{x->infinity} (1/x)", id="another arrow"),
        pytest.param(r"\lim\limits_{n\to\infty} a_n", "lim_{n->infinity} a_n", id="limits"),
        pytest.param(r"\lim_{x \to 0^+} \ln x", "lim_{x->0^+} log(x)", id="from above"),
        pytest.param(r"\lim_{x \to 0^{-}} \frac1x", "lim_{x->0^-} (1/x)", id="from below"),
        pytest.param(r"\lim_{h\to0} h", "lim_{h->0} h", id="no spaces"),
        pytest.param("lim_{x->0} sin(x)/x", "lim_{x->0} (sin(x)/x)", id="plain text"),
        pytest.param("lim_(x->a) f(x)", "lim_{x->a} f(x)", id="round brackets"),
        pytest.param("limit(sin(x)/x, x, 0)", "lim_{x->0} (sin(x)/x)", id="SymPy"),
        pytest.param("Limit[1/x, x -> 0]", "lim_{x->0} (1/x)", id="Mathematica"),
        pytest.param(r"\lim_{x \to a+1} x", "lim_{x->a + 1} x", id="a sum as the point"),
        pytest.param(r"2\lim_{x\to0} x", "2*(lim_{x->0} x)", id="a factor before"),
    ],
)
def test_limits(read_as, text, expected):
    assert read_as(text) == expected
