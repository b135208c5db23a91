"""Endless sums with a closed form: which are replaced, by what, and that nothing is replaced where the sum may have no value."""

import pytest

from fullmarks.compare.algebra.series import with_closed_series

CHANCE, SMALL, POSITIVE = {"p": "real in (0, 1)"}, {"x": "real in (-1, 1)"}, {"t": "positive"}


@pytest.mark.parametrize(
    "text, closed, domains",
    [
        pytest.param("sum_{k=0}^{oo} p^k", "1/(1 - p)", CHANCE, id="geometric"),
        pytest.param("sum_{k=1}^{oo} p^k", "p/(1 - p)", CHANCE, id="from one on"),
        pytest.param("sum_{k=3}^{oo} p^(k - 1)", "p^2/(1 - p)", CHANCE, id="from three on, shifted"),
        pytest.param("sum_{k=1}^{oo} k p (1 - p)^(k - 1)", "1/p", CHANCE, id="a mean"),
        pytest.param("sum_{k=1}^{oo} k^2 p (1 - p)^(k - 1)", "(2 - p)/p^2", CHANCE, id="a second moment"),
        pytest.param("sum_{k=0}^{oo} (k + 1)(k + 2) p^k", "2/(1 - p)^3", CHANCE, id="a product before it"),
        pytest.param("sum_{k=0}^{oo} (p^k + 2^(-k))", "1/(1 - p) + 2", CHANCE, id="a sum of two"),
        pytest.param("1 + sum_{k=1}^{oo} p^k", "1/(1 - p)", CHANCE, id="inside a sum"),
        pytest.param("sum_{n=0}^{oo} (-1)^n x^(2n)", "1/(1 + x^2)", SMALL, id="alternating, every other power"),
        pytest.param("sum_{n=0}^{oo} a x^n", "a/(1 - x)", SMALL, id="a factor"),
        pytest.param("sum_{n=0}^{oo} e^(-n t)", "1/(1 - e^(-t))", POSITIVE, id="exponentials"),
        pytest.param("sum_{n=1}^{oo} n/2^n", "2", {}, id="below a line"),
        pytest.param("sum_{n=0}^{oo} 2^n/6^n", "3/2", {}, id="a quotient of powers"),
        pytest.param("sum_{n=1}^{oo} 4^(-n)", "1/3", {}, id="a negative exponent"),
        pytest.param("sum_{n=0}^{oo} (-1/2)^n", "2/3", {}, id="a negative number"),
    ],
)
def test_closed(text: str, closed: str, domains: dict[str, str], tree_of, assuming, compare):
    found = with_closed_series(tree_of(text, domains), assuming(domains).domains)
    assert found != tree_of(text, domains)
    assert compare(closed, text, domains).equal


@pytest.mark.parametrize(
    "text, domains",
    [
        pytest.param("sum_{n=0}^{oo} x^n", {}, id="it may be large"),
        pytest.param("sum_{n=0}^{oo} x^n", {"x": "positive"}, id="it may be one"),
        pytest.param("sum_{n=0}^{oo} (1 - p)^n", {"p": "real in [0, 1]"}, id="it may reach one"),
        pytest.param("sum_{n=0}^{oo} (2p)^n", CHANCE, id="a multiple of what is small"),
        pytest.param("sum_{n=0}^{oo} 1^n", {}, id="one"),
        pytest.param("sum_{n=0}^{oo} (-1)^n", {}, id="minus one"),
        pytest.param("sum_{n=0}^{oo} 2^n", {}, id="two"),
        pytest.param("sum_{n=0}^{oo} z^n", {"z": "complex"}, id="complex"),
        pytest.param("sum_{n=0}^{oo} e^(n t)", POSITIVE, id="a growing exponential"),
        pytest.param("sum_{n=1}^{oo} p^n/n", CHANCE, id="a logarithm"),
        pytest.param("sum_{n=0}^{oo} p^n/n!", CHANCE, id="an exponential"),
        pytest.param("sum_{n=0}^{oo} p^(n^2)", CHANCE, id="squares in the exponent"),
        pytest.param("sum_{n=1}^{oo} 1/n^2", {}, id="no power"),
        pytest.param("sum_{n=0}^{5} p^n", CHANCE, id="an end"),
    ],
)
def test_left_as_it_is(text: str, domains: dict[str, str], tree_of, assuming):
    tree = tree_of(text, domains)
    assert with_closed_series(tree, assuming(domains).domains) == tree


@pytest.mark.parametrize(
    "text, wrong",
    [
        pytest.param("sum_{k=1}^{oo} p^k", "1/(1 - p)", id="the first term too many"),
        pytest.param("sum_{k=1}^{oo} k p^k", "p/(1 - p)", id="the factor left out"),
        pytest.param("sum_{k=0}^{oo} (-1)^k p^k", "1/(1 - p)", id="the sign left out"),
    ],
)
def test_another_value(text: str, wrong: str, compare):
    assert compare(wrong, text, CHANCE).equal is False
