"""Spellings that only the key makes plain: what an answer's tree becomes beside it, and what stays as it is."""

import pytest

from fullmarks.expr.plain import plain
from fullmarks.grade.one_item import one_item, question
from fullmarks.grade.spellings import as_usual, with_dependent_variable
from fullmarks.read.reader import read


def _usual(text: str, key: str, symbols: dict[str, str] | None = None) -> str:
    item = one_item(question(key, "auto", symbols, {}))
    return plain(as_usual(read(text, item.vocabulary).tree, text, item))


@pytest.mark.parametrize(
    "text, key, usual",
    [
        pytest.param("3 + 4j", "3 + 4i", "3 + 4*i", id="j of engineers"),
        pytest.param("3 + 4*I", "3 + 4i", "3 + 4*i", id="I of algebra systems"),
        pytest.param("3 + j4", "3 + 4i", "3 + i*4", id="j before its number"),
        pytest.param("j + 1", "x + 1", "j + 1", id="no imaginary unit in the key"),
        pytest.param("E^(2)", "e^2", "e^2", id="E of algebra systems"),
        pytest.param("E^2", "e^2", "E^2", id="a capital that is a name"),
        pytest.param("{x -> 2}", "x = 2", "x = 2", id="a rule"),
        pytest.param("{{x -> 2}, {x -> 3}}", "x = 2 or x = 3", "x = 2 or x = 3", id="rules of several solutions"),
        pytest.param("[x = 2]", "x = 2", "x = 2", id="an equation in a list"),
        pytest.param("{x: 2}", "x = 2", "x = 2", id="a dictionary"),
        pytest.param("y(x) = x^2", "y = x^2", "y = x^2", id="a name with its argument"),
        pytest.param("y(x) = 3", "y = 3", "y*x = 3", id="a product, where the key has no x"),
        pytest.param("y' = x", r"\frac{dy}{dx} = x", "derivative(y, x) = x", id="a prime for a quotient"),
        pytest.param("y'' = x", r"\frac{d^2y}{dx^2} = x", "derivative(y, x, 2) = x", id="two primes"),
        pytest.param(r"\frac{dy}{dx} = x", "y' = x", "y' = x", id="a quotient for a prime"),
        pytest.param("I_2", "[[1, 0], [0, 1]]", "[[1, 0], [0, 1]]", id="a matrix by its name"),
        pytest.param("I_2", "x + 1", "I_2", id="a name, where the key is no matrix"),
    ],
)
def test_as_usual(text: str, key: str, usual: str):
    assert _usual(text, key) == usual


def test_a_declared_letter_stays():
    assert _usual("3 + 4j", "3 + 4i + j", {"j": "real"}) == "3 + 4*j"


@pytest.mark.parametrize(
    "text, key",
    [
        pytest.param("y(x) = x^2", "y = x^2", id="a function of its variable"),
        pytest.param("y(x) = 3", "y*x = 3", id="a product"),
        pytest.param("2y = x", "2*y = x", id="something else"),
    ],
)
def test_with_dependent_variable(text: str, key: str):
    assert plain(with_dependent_variable(read(text).tree, text)) == key
