"""Exact arithmetic with polynomials in generators: what it claims, what it leaves open, and that its work is bounded first."""

import pytest

from tests.compare.asked import claimed

COUNTING = {"n": "positive integer"}
POSITIVE = {"x": "positive", "y": "positive", "a": "positive", "b": "positive"}


@pytest.fixture(scope="module")
def exactly(tree_of, assuming):
    def compared(left, right, domains=None):
        return claimed(tree_of(left, domains), tree_of(right, domains), assuming(domains).domains)

    return compared


@pytest.mark.parametrize(
    "left, right, domains",
    [
        pytest.param("(x + y)(x - y)", "x^2 - y^2", None, id="a product expanded"),
        pytest.param("(a + b + c)^3 - (c + b + a)^3", "0", None, id="a cube"),
        pytest.param("1/(x - 1) - 1/(x + 1)", "2/(x^2 - 1)", None, id="fractions"),
        pytest.param("x^64 y^64", "(x y)^64", None, id="the largest power that is expanded"),
        pytest.param("(x + 1)^60", "(1 + x)^30 (x + 1)^30", None, id="a high power of a binomial"),
        pytest.param("sqrt(2) sqrt(8)", "4", None, id="roots of two"),
        pytest.param("sqrt(2) + sqrt(3)", "sqrt(3) + sqrt(2)", None, id="roots of two primes"),
        pytest.param("(sqrt(2) + sqrt(3))^2", "5 + 2 sqrt(6)", None, id="a square of roots"),
        pytest.param("2^(1/3) 2^(2/3)", "2", None, id="cube roots of two"),
        pytest.param("12^(1/6)", "sqrt(2) 3^(1/6) 2^(-1/6)", None, id="a sixth root"),
        pytest.param("sqrt(x) x^(1/3)", "x^(5/6)", POSITIVE, id="roots of a positive symbol"),
        pytest.param("sqrt(x^2 y)", "x sqrt(y)", POSITIVE, id="a root of a product"),
        pytest.param("(x/y)^(1/2)", "sqrt(x)/sqrt(y)", POSITIVE, id="a root of a quotient"),
        pytest.param("e^(x + y) e^(x - y)", "e^(2x)", None, id="exponentials"),
        pytest.param("2^(3x)", "8^x", None, id="powers of two"),
        pytest.param("a^(x + 1)", "a a^x", POSITIVE, id="powers of a positive symbol"),
        pytest.param("ln(a^2 b)", "2 ln(a) + ln(b)", POSITIVE, id="logarithms of positive symbols"),
        pytest.param("ln(12)", "2 ln(2) + ln(3)", None, id="the logarithm of a number"),
        pytest.param("f(x)(f(x) + 1)", "f(x)^2 + f(x)", None, id="a kernel"),
        pytest.param("sin(x)^2 + cos(x)^2", "1", None, id="sine and cosine"),
        pytest.param("sin(3x)", "3 sin(x) - 4 sin(x)^3", None, id="the sine of three times an angle"),
        pytest.param("cos(x - y)", "cos(x) cos(y) + sin(x) sin(y)", None, id="the cosine of a difference"),
        pytest.param("tan(x + y)", "(tan(x) + tan(y))/(1 - tan(x) tan(y))", None, id="the tangent of a sum"),
        pytest.param("cos(x)", "sin(x + pi/2)", None, id="a quarter turn"),
        pytest.param("cos(t) + i sin(t)", "e^(i t)", None, id="Euler's formula"),
        pytest.param("sin(i x)", "i sinh(x)", None, id="a sine of an imaginary angle"),
        pytest.param("cosh(2x)", "(e^(2x) + e^(-2x))/2", None, id="hyperbolic functions and exponentials"),
        pytest.param("1/(1 + e^(-x))", "(1 + tanh(x/2))/2", None, id="the logistic function"),
        pytest.param("(a + b i)^2", "a^2 - b^2 + 2 a b i", None, id="the square of a complex number"),
        pytest.param("e^(-(x/a)^2/2)", "1/e^(x^2/(2 a^2))", POSITIVE, id="an exponent worked out"),
        pytest.param("x^(a + b)", "e^((a + b) ln(x))", POSITIVE, id="a power by the logarithm"),
        pytest.param("log_9(x^2)", "ln(x)/ln(3)", POSITIVE, id="logarithms to two bases"),
        pytest.param("sqrt(4 pi^2 a/b)", "2 pi sqrt(a/b)", POSITIVE, id="a root of pi squared"),
        pytest.param("(-1)^(n + 2)", "(-1)^(-n)", COUNTING, id="signs that alternate"),
        pytest.param("(1 + (-1)^n)/2", "cos(n pi/2)^2", COUNTING, id="one at the even numbers"),
        pytest.param("sin(n pi)", "0", COUNTING, id="sines of whole half turns"),
        pytest.param("(n + 2)!/n!", "(n + 1)(n + 2)", COUNTING, id="factorials two steps apart"),
        pytest.param("2^n n!", "2 n 2^(n - 1) (n - 1)!", COUNTING, id="a double factorial"),
        pytest.param("binomial(2n, n)", "(2n)!/(n!)^2", COUNTING, id="the middle of Pascal's triangle"),
        pytest.param("binomial(n + 1, 3)", "binomial(n, 2) + binomial(n, 3)", COUNTING, id="Pascal's rule"),
        pytest.param("x_1 + x_1", "2 x_1", None, id="an entry of a family"),
        pytest.param("50% x", "x/2", None, id="percent"),
        pytest.param("⟨N⟩ x - ⟨N⟩ x", "0", None, id="numbers of nine thousand digits"),
    ],
)
def test_equal(exactly, left, right, domains):
    nines = "9" * 9_000
    assert exactly(left.replace("⟨N⟩", nines), right, domains) is True


@pytest.mark.parametrize(
    "left, right, domains",
    [
        pytest.param("x", "y", None, id="two symbols"),
        pytest.param("x^2", "x", None, id="two powers"),
        pytest.param("(x + 1)^2", "x^2 + 1", None, id="a term too few"),
        pytest.param("x^50 + x", "x^50 + 2x", None, id="a coefficient"),
        pytest.param("sqrt(2) + sqrt(3)", "sqrt(5)", None, id="a sum of roots"),
        pytest.param(
            "sqrt(2)", "1.41421356237309504880168872420969807856967187537694", None, id="a root and its decimals"
        ),
        pytest.param("2^(1/3)", "3^(1/3)", None, id="two cube roots"),
        pytest.param("2^(1/2)", "2^(1/3)", None, id="two roots of one prime"),
        pytest.param("sqrt(x)", "x", POSITIVE, id="a root of a positive symbol"),
        pytest.param("1/x", "1/(x + 1)", None, id="two fractions"),
        pytest.param("sin(x) + 1", "sin(x)", None, id="kernels that cancel but for a number"),
        pytest.param("1e-4000", "0", None, id="a small number"),
        pytest.param("x + 1e-4000", "x", None, id="a small term"),
        pytest.param("x (1 + 1e-4000)", "x", None, id="a small change of a coefficient"),
        pytest.param("x^(1/9973) + x^(1/9967)", "2x", POSITIVE, id="exponents with a large common denominator"),
    ],
)
def test_different(exactly, left, right, domains):
    assert exactly(left, right, domains) is False


@pytest.mark.parametrize(
    "left, right, domains",
    [
        pytest.param("asin(x) + acos(x)", "pi/2", None, id="a relation between kernels"),
        pytest.param("sin(x)", "cos(x)", None, id="two waves"),
        pytest.param("tan(n pi/2) cos(n pi/2)", "sin(n pi/2)", COUNTING, id="poles at every other integer"),
        pytest.param("(1 + (-1)^n)/(1 + (-1)^n)", "1", COUNTING, id="a divisor that vanishes at every other integer"),
        pytest.param(
            "binomial(n, m)", "n!/(m! (n - m)!)", {"n": "positive integer", "m": "positive integer"}, id="n < m"
        ),
        pytest.param("(n - 2)! (n - 1)", "(n - 1)!", COUNTING, id="a factorial below zero"),
        pytest.param("cos(pi/3)", "1/2", None, id="a sixth of a turn"),
        pytest.param("pi", "22/7", None, id="a constant without algebra"),
        pytest.param("e^(pi x)", "e^(3 x)", None, id="two exponentials"),
        pytest.param("x_1", "x_2", None, id="two entries"),
        pytest.param("ln(x) - ln(x)", "0", None, id="a logarithm that vanishes"),
        pytest.param("sqrt(x) sqrt(x)", "x", None, id="a root that vanishes"),
        pytest.param("sin(ln(x)) - sin(ln(x))", "0", None, id="a logarithm inside a kernel that vanishes"),
        pytest.param("1/(x - x)", "0", None, id="a zero denominator"),
        pytest.param("1/(1/(x - x))", "0", None, id="a zero denominator of a denominator"),
        pytest.param("((x - x)/(x - x))^0", "1", None, id="no value to the power zero"),
        pytest.param("(a+b+c+d+f+1)^50", "(1+f+d+c+b+a)^50", None, id="a power with three million terms"),
        pytest.param("(a+b+c+d+f+1)^50", "a", None, id="the same against a symbol"),
        pytest.param("(a+b)^40 (c+d)^40 (f+g)^40", "0", None, id="a product with 69,000 terms"),
        pytest.param("(x+1)^100", "(x^2+2x+1)^50", None, id="a power past the largest"),
        pytest.param("2^(9^9)", "2^(9^9) + 1", None, id="a tower"),
        pytest.param("sqrt(10^40 + 7)", "10^20", None, id="a number too large to be factored"),
        pytest.param("x^2", "x", {"x": "integer in [0, 1]"}, id="polynomials on a finite domain"),
        pytest.param(" + ".join(f"f_{{{k}}}(x)" for k in range(60)), "0", None, id="more kernels than generators"),
    ],
)
def test_open(exactly, left, right, domains):
    """Nothing is claimed: because of relations that are not known, a value that may be lacking, or the bounds on work."""
    assert exactly(left, right, domains) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(a+b+c+d+f+1)^50", id="one power"),
        pytest.param("(a+b+c+d+f+1)^64 (a-b-c-d-f-1)^64", id="two powers"),
        pytest.param("((((a+b)^60+c)^60+d)^60+f)^60", id="nested powers"),
        pytest.param("((2^60)^60)^60", id="nested powers of a number"),
        pytest.param("(x + 2^4000)^64", id="large coefficients"),
        pytest.param("(x + 1)(" * 80 + "x" + ")" * 80, id="a product of binomials"),
        pytest.param(" + ".join(f"1/(x + {k} y + {k * k} z)" for k in range(1, 40)), id="many denominators"),
    ],
)
def test_no_work_past_the_bounds(exactly, text):
    """Each of these would take seconds and hundreds of megabytes if it were expanded (the hostile corpus measures that)."""
    assert exactly(text, "q") is not True
