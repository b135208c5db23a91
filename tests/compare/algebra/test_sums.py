"""Sums in one form: equal forms are equal sums, and how a sum is written does not change its form."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.algebra.sums import form_of_sums
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.expr.domains import parse_domain
from fullmarks.limits import DEFAULT
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

DOMAINS = {name: parse_domain("positive integer") for name in ("n", "m", "k", "h", "l")}
VOCABULARY = Vocabulary({**DOMAINS, "t": parse_domain("real")}, indexed=frozenset(("a", "b", "x", "y")))


def tree(text):
    return read(text, VOCABULARY).tree


def form(text):
    return form_of_sums(tree(text), DOMAINS)


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(r"\sum_{i=1}^n x_i", r"\sum_{j=0}^{n-1} x_{j+1}", id="another name and another beginning"),
        pytest.param(r"\sum_{i=1}^n x_i", r"\sum_{i=1}^n x_{n+1-i}", id="backwards"),
        pytest.param(r"\sum_{i=1}^m x_{i+h}", r"\sum_{i=h+1}^{m+h} x_i", id="a beginning with a symbol"),
        pytest.param(r"\sum_{i=1}^m \sum_{j=1}^n a_{i,j}", r"\sum_{j=1}^n \sum_{i=1}^m a_{i,j}", id="in another order"),
        pytest.param(r"\sum_{i=1}^n x_i \sum_{j=1}^n y_j", r"\sum_{i=1}^n \sum_{j=1}^n x_j y_i", id="a product of sums"),
        pytest.param(r"\sum_{i=1}^n (x_i - t)^2", r"\sum_{i=1}^n x_i^2 - 2 t \sum_{i=1}^n x_i + n t^2", id="expanded"),
        pytest.param(r"\sum_{i=1}^n \frac{x_i}{n}", r"\frac{1}{n} \sum_{i=1}^n x_i", id="a factor before the sum"),
        pytest.param(r"\sum_{i=1}^n i", r"n(n+1)/2", id="worked out"),
        pytest.param(r"\sum_{i=1}^n i^3", r"(\sum_{i=1}^n i)^2", id="cubes"),
        pytest.param(r"\sum_{i=1}^n \sum_{j=1}^i (2j-1)", r"n(n+1)(2n+1)/6", id="worked out from inside"),
        pytest.param(r"\sum_{i=1}^n \sum_{j=1}^i a_i b_j", r"\sum_{p=0}^{n-1} \sum_{q=0}^p a_{p+1} b_{q+1}", id="a triangle"),
    ],
)  # fmt: skip
def test_one_form(one, other):
    assert form(one) is not None
    assert form(one) == form(other)


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(r"\sum_{i=1}^n x_i", r"\sum_{i=0}^n x_i", id="another beginning"),
        pytest.param(r"\sum_{i=1}^n x_i", r"\sum_{i=1}^n x_{n-i}", id="backwards, shifted"),
        pytest.param(r"\sum_{i=1}^m \sum_{j=1}^n a_{i,j}", r"\sum_{i=1}^m \sum_{j=1}^n a_{j,i}", id="transposed"),
        pytest.param(r"\sum_{i=1}^n x_i y_i", r"\sum_{i=1}^n x_i \sum_{i=1}^n y_i", id="a product of sums"),
        pytest.param(r"\sum_{i=1}^n x_i x_{i+1}", r"\sum_{i=1}^n x_i^2", id="neighbours"),
        pytest.param(r"\sum_{i=1}^{n-k} 1", r"n - k", id="perhaps an empty sum"),
        pytest.param(r"\sum_{i=1}^n \sum_{j=1}^n x_i x_j a_{i,j}", r"\sum_{i=1}^n \sum_{j=1}^i x_i x_j a_{i,j}", id="half"),
    ],
)  # fmt: skip
def test_other_forms(one, other):
    assert form(one) is not None
    assert form(one) != form(other)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"\sum_{i=1}^t x_i", id="bounds that may be no integers"),
        pytest.param(r"\sum_{i=1}^n \sin(i)", id="a function"),
        pytest.param(r"\sum_{i=1}^n t^i", id="a power of the index"),
        pytest.param(r"\sum_{i=1}^n \frac{1}{i}", id="one over the index"),
        pytest.param(r"\sum_{i=1}^n x_{i^2}", id="an index that is not affine"),
        pytest.param(r"\prod_{i=1}^n x_i", id="a product"),
        pytest.param(r"\sum_{i=1}^n (x_i + y_i)^{60}", id="a large power"),
        pytest.param(r"\sum_{i=1}^n i^9", id="powers past the table"),
    ],
)
def test_no_form(text):
    assert form(text) is None


BOUNDS = st.sampled_from(["0", "1", "2", "n", "n-1", "m", "n-m", "n+1"])
INSIDE = st.sampled_from(
    ["1", "2", "i", "j", "i+j", "x_i", "x_j", "x_{i+1}", "x_{n-i}", "x_{i+j}", "y_{i,j}", "y_{j,i}", "n", "x_n"]
)


@st.composite
def double_sums(draw):
    """Sums of two indices over products of three things, the inner bound perhaps the outer index."""
    inner = draw(st.one_of(BOUNDS, st.sampled_from(["i", "i+1", "n-i"])))
    factors = " \\cdot ".join(f"({draw(INSIDE)})" for _ in range(draw(st.integers(1, 3))))
    return f"\\sum_{{i={draw(BOUNDS)}}}^{{{draw(BOUNDS)}}} \\sum_{{j={draw(BOUNDS)}}}^{{{inner}}} {factors}"


@given(double_sums(), double_sums(), st.integers(1, 4), st.integers(1, 4))
def test_equal_forms_have_equal_values(one, other, n, m):
    first, second = form(one), form(other)
    values = [value_of(text, n, m) for text in (one, other)]
    assert first != second or first is None or values[0] == values[1]


@given(double_sums(), st.integers(-3, 3))
def test_a_form_does_not_see_what_cancels(text, shift):
    straight, shifted = "\\sum_{i=1}^n x_i", f"\\sum_{{i=({shift})}}^{{n+({shift})-1}} x_{{i-({shift})+1}}"
    assert form(text) == form(f"({straight}) + ({text}) - ({shifted})")


def value_of(text, n, m):
    return Evaluator({"n": fmpq(n), "m": fmpq(m)}, DEFAULT, "sums").value(tree(text))
