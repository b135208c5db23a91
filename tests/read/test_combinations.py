"""Numbers of combinations and permutations in their older spellings."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("{}_5C_2", "binomial(5, 2)", id="below on both sides"),
        pytest.param("_5C_2", "binomial(5, 2)", id="without an empty group"),
        pytest.param("{}^nC_r", "binomial(n, r)", id="above and below"),
        pytest.param("^nC_r", "binomial(n, r)", id="above and below, without an empty group"),
        pytest.param("{}_{n+1}C_{r}", "binomial(n + 1, r)", id="groups"),
        pytest.param("{}_nC_r", "binomial(n, r)", id="letters below"),
        pytest.param("5C2", "binomial(5, 2)", id="in a row"),
        pytest.param("C_5^2", "binomial(5, 2)", id="the larger below"),
        pytest.param("C(5, 2)", "binomial(5, 2)", id="called"),
        pytest.param("C(n, r)", "binomial(n, r)", id="called with letters"),
        pytest.param("nCr(5, 2)", "binomial(5, 2)", id="a calculator's name"),
        pytest.param("P(5, 2)", "factorial(5)/factorial(5 - 2)", id="permutations"),
        pytest.param("{}_5P_2", "factorial(5)/factorial(5 - 2)", id="permutations between scripts"),
        pytest.param("P(A, B)", "P*(A, B)", id="a probability of two events"),
        pytest.param("C_2^3", "C_2^3", id="a constant to a power"),
        pytest.param("2C_1", "2*C_1", id="a constant twice"),
    ],
)
def test_combinations(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize("text", ["5C2", "5C_2", "C_5^2"])
def test_a_declared_name_stays_a_name(tree, text):
    assert "binomial" not in repr(tree(text, symbols="C C_2 C_5"))
