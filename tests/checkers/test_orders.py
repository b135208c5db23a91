import pytest

from fullmarks.checkers.orders import compare_orders, order_of, same_order
from fullmarks.checkers.scales import UnclearError


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param("n", "3 n + 5", id="lower terms"),
        pytest.param("n", "n + sqrt(n)", id="root"),
        pytest.param("n", "(n^2 + 1)/(n + 1)", id="quotient"),
        pytest.param("n", "2^(log(n, 2))", id="power of a logarithm"),
        pytest.param("n^2", "n (n - 1)/2", id="product"),
        pytest.param("n^(1/2)", "sqrt(n + 1)", id="root of a sum"),
        pytest.param("n log(n)", "log(factorial(n))", id="Stirling"),
        pytest.param("log(n)", "log(n^5, 10)", id="logarithms of any base"),
        pytest.param("2^n", "3 * 2^(n+1) + n^10", id="exponential and power"),
        pytest.param("4^n", "2^(2 n)", id="exponent doubled"),
        pytest.param("n^n", "exp(n log(n))", id="power of itself"),
        pytest.param("1", "n/(n + 1)", id="bounded"),
        pytest.param("n", "|a - 2 n|", id="absolute value"),
        pytest.param("n", "floor(n/2)", id="floor"),
        pytest.param("n^2", "sum_{k=1}^{n} k", id="sum of a power"),
        pytest.param("log(n)", "sum_{k=1}^{n} 1/k", id="harmonic sum"),
        pytest.param("log(log(n))", "sum_{k=2}^{n} 1/(k log(k))", id="slower than the harmonic sum"),
        pytest.param("1", "sum_{k=1}^{n} 1/k^2", id="sum that converges"),
        pytest.param("2^n", "sum_{k=0}^{n} 2^k", id="geometric sum"),
        pytest.param("n^2 log(n)", "sum_{k=1}^{n} k log(k)", id="sum of k log k"),
    ],
)
def test_the_same_order(tree, one: str, other: str):
    assert same_order(tree(one), tree(other), "n") is True


@pytest.mark.parametrize(
    "slower, faster",
    [
        pytest.param("1/n", "1", id="vanishing"),
        pytest.param("1", "log(log(n))", id="iterated logarithm"),
        pytest.param("log(log(n))", "log(n)", id="logarithm"),
        pytest.param("log(n)^2", "n^0.01", id="any power beats logarithms"),
        pytest.param("n", "n log(log(n))", id="iterated logarithm in front"),
        pytest.param("n log(n)", "n^1.001", id="powers"),
        pytest.param("n^100", "2^sqrt(n)", id="exponential of a root"),
        pytest.param("2^n", "n 2^n", id="power in front"),
        pytest.param("2^n", "e^n", id="bases"),
        pytest.param("3^n", "factorial(n)", id="factorial"),
        pytest.param("factorial(n)", "n^n", id="power of itself"),
        pytest.param("n^log(n)", "2^n", id="quasi-polynomial"),
    ],
)
def test_a_greater_order(tree, slower: str, faster: str):
    assert compare_orders(order_of(tree(slower), "n"), order_of(tree(faster), "n")) == -1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(n + 1)^2 - n^2", id="leading terms that cancel"),
        pytest.param("sin(n)", id="no order"),
        pytest.param("0", id="zero"),
        pytest.param("sqrt(1 - n)", id="not real in the end"),
        pytest.param("log(1/2 + 1/n)", id="logarithm of what stays bounded"),
        pytest.param("2^((a - b) n)", id="an exponent of unknown sign"),
    ],
)
def test_what_is_not_known_is_not_guessed(tree, text: str):
    with pytest.raises(UnclearError):
        compare_orders(order_of(tree(text), "n"), order_of(tree("n"), "n"))
