"""Sums and products with an index, and the names that the index binds."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.latex import latex


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\sum_{i=1}^{n} i", "sum_{i=1}^(n) i", id="braces"),
        pytest.param(r"\sum_{i \ge 0} i", "sum_{i=0}^(infinity) i", id="without an end"),
        pytest.param(r"\sum_{i > n} i", "sum_{i=n + 1}^(infinity) i", id="without an end, past a bound"),
        pytest.param(r"\sum_{i=1}^n i", "sum_{i=1}^(n) i", id="one letter above"),
        pytest.param(r"\sum\limits_{i=1}^{n} i", "sum_{i=1}^(n) i", id="limits"),
        pytest.param("sum_{i=1}^n i", "sum_{i=1}^(n) i", id="plain text"),
        pytest.param("sum_(i=1)^(n) i", "sum_{i=1}^(n) i", id="round brackets"),
        pytest.param("sum_{i=1}^{10} i", "sum_{i=1}^(10) i", id="a number above"),
        pytest.param("∑_{i=1}^n i", "sum_{i=1}^(n) i", id="sign"),
        pytest.param("Σ_{i=1}^n i", "sum_{i=1}^(n) i", id="capital Sigma"),
        pytest.param("Σᵢ₌₁ⁿ i", "sum_{i=1}^(n) i", id="lowered and raised"),
        pytest.param("sum(i, i, 1, n)", "sum_{i=1}^(n) i", id="function"),
        pytest.param("Sum(i, (i, 1, n))", "sum_{i=1}^(n) i", id="SymPy"),
        pytest.param("Sum[i, {i, 1, n}]", "sum_{i=1}^(n) i", id="Mathematica"),
        pytest.param(r"\sum_{1 \le i \le n} i", "sum_{i=1}^(n) i", id="bounds below"),
        pytest.param(r"\sum_{0 \le i < n} i", "sum_{i=0}^(n - 1) i", id="a strict bound"),
        pytest.param(r"\sum_{k=0}^{\infty} \frac{1}{2^k}", "sum_{k=0}^(infinity) (1/2^k)", id="infinite"),
        pytest.param(r"\sum_{k=-2}^{2} k", "sum_{k=-2}^(2) k", id="a negative bound"),
        pytest.param(r"\sum_{i=1}^{n+1} i^2", "sum_{i=1}^(n + 1) i^2", id="a sum above"),
        pytest.param(r"\sum_{i=1}^{n} i + 1", "sum_{i=1}^(n) i + 1", id="the body ends at a sign"),
        pytest.param(r"\sum_{i=1}^{n} (i + 1)", "sum_{i=1}^(n) (i + 1)", id="a sum in brackets"),
        pytest.param(r"\sum_{i=1}^{n} 2i", "sum_{i=1}^(n) (2*i)", id="a product"),
        pytest.param(r"\sum_{i=1}^{n} -i", "sum_{i=1}^(n) (-i)", id="a sign"),
        pytest.param(r"2\sum_{i=1}^{n} i", "2*(sum_{i=1}^(n) i)", id="a factor before"),
        pytest.param(r"\frac{1}{n}\sum_{i=1}^{n} x_i", "1/n*(sum_{i=1}^(n) x_{i})", id="a mean"),
        pytest.param(r"\sum_{i=1}^{n} x_i^2", "sum_{i=1}^(n) x_{i}^2", id="the index below a name makes an entry"),
        pytest.param(r"\sum_{i=1}^{n} x_{i+1}", "sum_{i=1}^(n) x_{i + 1}", id="a sum below a name"),
        pytest.param(r"\sum_{i=1}^{n} a_{ij}", "sum_{i=1}^(n) a_{i, j}", id="two letters below a name"),
        pytest.param(r"\sum_{i=1}^{n} x_1", "sum_{i=1}^(n) x_1", id="a number below a name stays a name"),
        pytest.param(
            r"\sum_{i=1}^{n} x_i + x_i", "sum_{i=1}^(n) x_{i} + x_i", id="behind the body the name is free again"
        ),
        pytest.param(r"\sum_{i=1}^{n} i + i", "sum_{i=1}^(n) i + i", id="behind the body i is free again"),
        pytest.param(
            r"\sum_{i=1}^{m}\sum_{j=1}^{m} x_{i,j}", "sum_{i=1}^(m) (sum_{j=1}^(m) x_{i, j})", id="a sum of sums"
        ),
        pytest.param(
            r"\sum_{i,j=1}^{n} a_{ij}",
            "sum_{i=1}^(n) (sum_{j=1}^(n) a_{i, j})",
            id="two indices with one pair of bounds",
        ),
        pytest.param(
            r"\sum_{i=1}^m \sum_{j=1}^m dy_{i,j}\, x_{i+h-1,j+l-1}",
            "sum_{i=1}^(m) (sum_{j=1}^(m) (d*y_{i, j}*x_{i + h - 1, j + l - 1}))",
            id="a gradient, with nothing declared",
        ),
        pytest.param(r"\prod_{k=1}^{n} k", "product_{k=1}^(n) k", id="product"),
        pytest.param("∏_{k=1}^n k", "product_{k=1}^(n) k", id="sign of a product"),
        pytest.param("Π_{k=1}^n k", "product_{k=1}^(n) k", id="capital Pi"),
        pytest.param("product(k, k, 1, n)", "product_{k=1}^(n) k", id="product as a function"),
        pytest.param(
            r"\sum_{i=1}^{n} \prod_{j=1}^{i} j", "sum_{i=1}^(n) (product_{j=1}^(i) j)", id="a product in a sum"
        ),
        pytest.param("sum((-1)^i/i, i, 1, n)", "sum_{i=1}^(n) ((-1)^i/i)", id="a quotient as a function's term"),
        pytest.param("sum(sum(i j, j, 1, i), i, 1, n)", "sum_{i=1}^(n) (sum_{j=1}^(i) (i*j))", id="functions nested"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


def test_a_declared_family_keeps_its_name(read_as):
    text = r"\sum_{i=1}^m dy_{i,j} x_{i+h-1}"
    assert read_as(text, indexed="x dy") == "sum_{i=1}^(m) (dy_{i, j}*x_{i + h - 1})"


def test_a_declared_name_is_no_entry(read_as):
    assert read_as(r"\sum_{k=1}^n d_k", symbols="d_k n") == "sum_{k=1}^(n) d_k"


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\sum_{i} x_i", "sum_{i} x_{i}", id="one index"),
        pytest.param(r"\sum_{i,j} x_{i,j}", "sum_{i} (sum_{j} x_{i, j})", id="two indices"),
        pytest.param(r"\sum_i \sum_{j=1}^n x_{i,j}", "sum_{i} (sum_{j=1}^(n) x_{i, j})", id="one with bounds"),
    ],
)
def test_sums_over_all_of_an_array(read_as, tree, text, expected):
    assert read_as(text, indexed="x") == expected
    assert tree(latex(tree(text, indexed="x")), indexed="x") == tree(text, indexed="x")


def test_without_arrays_a_sum_needs_its_bounds(tree):
    with pytest.raises(ReadError) as refused:
        tree(r"\sum_i i")
    assert refused.value.sentence.startswith("This sign needs bounds")
