"""Dots between terms and factors: the law that goes on behind them, or a refusal where there is none or more than one."""

import pytest

from fullmarks.errors import ReadError


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"1 + 2 + \cdots + n", "sum_{k=1}^(n) k", id="up to a letter"),
        pytest.param("1 + 2 + ... + n", "sum_{k=1}^(n) k", id="three full stops"),
        pytest.param("1 + 2 + … + n", "sum_{k=1}^(n) k", id="one character"),
        pytest.param(r"1 + \cdots + n", "sum_{k=1}^(n) k", id="from one, with nothing between"),
        pytest.param(r"1 + 2 + \cdots + 100", "sum_{k=0}^(99) (1 + 1*k)", id="up to a number"),
        pytest.param("1 + 2 + 4 + … + 64", "sum_{k=0}^(6) (1*2^k)", id="a ratio of numbers"),
        pytest.param(r"1 + x + x^2 + \cdots + x^n", "sum_{k=0}^(n) x^k", id="powers"),
        pytest.param(r"1^2 + 2^2 + \cdots + n^2", "sum_{k=1}^(n) k^2", id="squares"),
        pytest.param(r"x_1 + x_2 + \cdots + x_n", "sum_{k=1}^(n) x_{k}", id="entries"),
        pytest.param(r"x_1 + \cdots + x_n", "sum_{k=1}^(n) x_{k}", id="entries, the first alone"),
        pytest.param(r"1 \cdot 2 \cdots n", "product_{k=1}^(n) k", id="a product"),
        pytest.param(r"1 + x + x^2 + \cdots", "sum_{k=0}^(infinity) (1*(x/1)^k)", id="a ratio without an end"),
    ],
)
def test_a_law(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 + 2 + … + 64", id="a step or a ratio"),
        pytest.param("1 + 2 + … + 2^n", id="numbers up to a power, or the powers"),
        pytest.param("1 + 4 + 2 + … + n", id="no law"),
        pytest.param("3 + … + n", id="one term"),
        pytest.param("1 + 1/2 + 1/3 + …", id="no ratio, and no end"),
        pytest.param("… + n", id="no beginning"),
        pytest.param("1, 2, …, n", id="items"),
        pytest.param("1 + 2 + … ± n", id="a sign for two"),
        pytest.param("1 + 2 + … + 10^9000", id="far too many"),
    ],
)
def test_no_law(tree, text):
    with pytest.raises(ReadError) as raised:
        tree(text)
    assert raised.value.code in ("dots", "missing_operand")
