"""The key of a tree: one for all orders of sums and products, and never one for two trees that differ."""

import pytest

from fullmarks.compare.canonical import key, negated


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param("a + b", "b + a", id="a sum"),
        pytest.param("a + (b + c)", "(c + a) + b", id="nested sums"),
        pytest.param("a b c", "c a b", id="a product"),
        pytest.param("a (b c)", "(a c) b", id="nested products"),
        pytest.param("a - b", "-b + a", id="a difference"),
        pytest.param("a - (b + c)", "a - b - c", id="a difference from a sum"),
        pytest.param("-(a b)", "a (-b)", id="the sign of a product"),
        pytest.param("(-a)(-b)", "a b", id="two signs"),
        pytest.param("-(-a)", "a", id="a sign of a sign"),
        pytest.param("-3 x", "x (-3)", id="a negative number"),
        pytest.param("0.5 x", "x 0.50", id="the spelling of a number"),
        pytest.param("max(a, b, c)", "max(c, a, b)", id="the order of arguments of max"),
        pytest.param("gcd(a, b)", "gcd(b, a)", id="the order of arguments of gcd"),
        pytest.param("{1, 2}", "{2, 1, 1}", id="a set"),
        pytest.param("sum_{i=1}^{n} i^2", "sum_{k=1}^{n} k^2", id="a bound index"),
        pytest.param(
            "sum_{i=1}^{n} sum_{j=1}^{i} i j", "sum_{j=1}^{n} sum_{i=1}^{j} i j", id="bound indices that swap names"
        ),
        pytest.param("sum_{i=1}^{n} x_{i,k}", "sum_{j=1}^{n} x_{j,k}", id="an index of a family"),
        pytest.param("product_{i=1}^{n} (a + i)", "product_{j=1}^{n} (j + a)", id="a product over an index"),
        pytest.param("\\int_0^1 t^2 dt", "\\int_0^1 s^2 ds", id="a bound variable of an integral"),
        pytest.param("\\lim_{h \\to 0} h x", "\\lim_{k \\to 0} k x", id="the variable of a limit"),
        pytest.param("sin(a + b)", "sin(b + a)", id="inside a function"),
        pytest.param("2^(a + b)", "2^(b + a)", id="inside an exponent"),
        pytest.param("1/(a b)", "1/(b a)", id="inside a denominator"),
    ],
)
def test_one_key(tree_of, one, other):
    assert key(tree_of(one)) == key(tree_of(other))


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param("a", "b", id="two symbols"),
        pytest.param("a", "A", id="two cases"),
        pytest.param("a_1", "a_2", id="two subscripts"),
        pytest.param("a - b", "b - a", id="a difference turned"),
        pytest.param("a b", "a + b", id="a product and a sum"),
        pytest.param("a/b", "b/a", id="a quotient turned"),
        pytest.param("a^b", "b^a", id="a power turned"),
        pytest.param("-a^2", "(-a)^2", id="the sign of a power"),
        pytest.param("a + a", "a", id="a term twice"),
        pytest.param("a a", "a", id="a factor twice"),
        pytest.param("sin(a)", "cos(a)", id="two functions"),
        pytest.param("log(a, b)", "log(b, a)", id="the order of arguments of a logarithm"),
        pytest.param("binomial(a, b)", "binomial(b, a)", id="the order of arguments of a binomial"),
        pytest.param("a mod b", "b mod a", id="the order of arguments of a remainder"),
        pytest.param("(1, 2)", "(2, 1)", id="the order of a pair"),
        pytest.param("(1, 2)", "[1, 2]", id="brackets"),
        pytest.param("[0, 1)", "[0, 1]", id="one bracket"),
        pytest.param("{1, 2}", "{1, 3}", id="two sets"),
        pytest.param("(1, 2)", "{1, 2}", id="a pair and a set"),
        pytest.param("sum_{i=1}^{n} i", "sum_{i=0}^{n} i", id="a lower bound"),
        pytest.param("sum_{i=1}^{n} i", "sum_{i=1}^{m} i", id="an upper bound"),
        pytest.param("sum_{i=1}^{n} i", "product_{i=1}^{n} i", id="a sum and a product"),
        pytest.param("sum_{i=1}^{n} k", "sum_{k=1}^{n} k", id="a free name and a bound one"),
        pytest.param("sum_{i=1}^{n} sum_{j=1}^{m} i", "sum_{i=1}^{n} sum_{j=1}^{m} j", id="which index is used"),
        pytest.param("sum_{i=1}^{n} x_{i,k}", "sum_{i=1}^{n} x_{k,i}", id="which index of a family is bound"),
        pytest.param("\\int t dt", "\\int s ds", id="variables that are not bound"),
        pytest.param("\\int_0^1 t dt", "\\int_0^2 t dt", id="bounds of an integral"),
        pytest.param("\\int_0^1 t dt", "\\int t dt", id="an integral without bounds"),
        pytest.param("diff(x y, x)", "diff(x y, y)", id="the variable of a derivative"),
        pytest.param("diff(x^3, x)", "diff(x^3, x, 2)", id="the order of a derivative"),
        pytest.param("\\lim_{x \\to 0} x", "\\lim_{x \\to 1} x", id="the point of a limit"),
        pytest.param("x < 1", "x <= 1", id="two relations"),
        pytest.param("x < 1", "1 < x", id="a relation turned"),
        pytest.param("x = 1 or x = 2", "x = 1 and x = 2", id="two connectives"),
        pytest.param("A cup B", "A cap B", id="two operations on sets"),
        pytest.param("1 if x > 0, else 0", "1 if x >= 0, else 0", id="two conditions"),
        pytest.param("1 if x > 0, else 0", "0 if x > 0, else 1", id="two orders of pieces"),
        pytest.param("1 if x > 0", "1 if x > 0, else 0", id="a piece less"),
        pytest.param("5 \\text{m}", "5 \\text{km}", id="two units"),
        pytest.param("±x", "∓x", id="two signs"),
        pytest.param("50%", "50", id="percent"),
        pytest.param("[[1, 2], [3, 4]]", "[[1, 3], [2, 4]]", id="a transposed matrix"),
        pytest.param("[[1, 2], [3, 4]]", "[[1, 2, 3, 4]]", id="another shape of the same entries"),
        pytest.param("f(a, b)", "f(b, a)", id="the order of arguments of an unknown function"),
        pytest.param("i", "x", id="a constant and a symbol"),
    ],
)
def test_two_keys(tree_of, one, other):
    assert key(tree_of(one)) != key(tree_of(other))


@pytest.mark.parametrize("text", ["a", "a b", "a + b", "-a", "1/2", "-3", "a/b", "sin(a)", "sum_{i=1}^{n} i"])
def test_a_negative_has_the_negated_key_and_back(tree_of, text):
    own = key(tree_of(text))
    assert negated(negated(own)) == own
    assert negated(own) != own


def test_the_key_of_a_long_number_is_short_of_nothing(tree_of):
    """Python refuses to write more than 4,300 digits at once; keys of longer numbers still differ by their last digit."""
    nines = "9" * 9_000
    assert key(tree_of(nines + "1")) != key(tree_of(nines + "2"))
    assert key(tree_of(nines)) == key(tree_of(nines))
    assert key(tree_of("0." + nines)) == key(tree_of("0." + nines + "0"))
