from collections.abc import Callable

import pytest

from fullmarks.checkers.forms.registry import FORMS, FormName
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Node
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

WORDS = Vocabulary(symbols=dict.fromkeys(("x", "y", "a", "b"), REAL))


def tree(text: str) -> Node:
    return read(text, WORDS).tree


def rows(holding: dict[str, str], failing: dict[str, str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A table of texts by what they are, first those that have the form."""
    has = [pytest.param(text, True, id=f"has it: {name}") for name, text in holding.items()]
    lacks = [pytest.param(text, False, id=f"lacks it: {name}") for name, text in failing.items()]
    return pytest.mark.parametrize("text, holds", [*has, *lacks])


@rows(
    {
        "sum": "x^2 + 2 x + 1",
        "other order": "1 - x",
        "fractions": "x/2 + 1/2",
        "denominator": "1/(x + 1)",
        "one term": "x",
    },
    {
        "product": "(x + 1)(x - 1)",
        "square": "(x + 1)^2",
        "inside a sum": "x (x + 2) + 1",
        "fraction of a sum": "(x + 1)/2",
        "minus before a bracket": "-(x + 1)",
    },
)
def test_expanded(text: str, holds: bool):
    assert FORMS[FormName.EXPANDED].holds(tree(text), tree("x")) is holds


@rows(
    {
        "product": "(x - 1)(x + 1)",
        "power": "2 (x + 1)^3",
        "number inside": "(2 x + 2)(x - 1)",
        "irreducible": "x^2 + 1",
        "several symbols": "(x - y)(x + y)",
        "fraction": "(x + 1)/(x - 1)",
        "primes": "2^2 * 3",
        "a prime": "7",
    },
    {
        "expanded": "x^2 - 1",
        "partly": "(x^2 - 1)(x + 2)",
        "common symbol": "x^2 - 4 x",
        "sum of products": "x (x + 5) + 6",
        "square left": "(x^2 + 2 x + 1)^2",
        "numerator": "(x^2 - 1)/(x + 2)",
        "whole number": "12",
        "not all primes": "4 * 3",
    },
)
def test_factored(text: str, holds: bool):
    assert FORMS[FormName.FACTORED].holds(tree(text), tree("x")) is holds


@rows(
    {
        "numbers": "3/4",
        "negative": "-2/5",
        "polynomials": "(x + 1)/(x + 2)",
        "no fraction": "x + 2",
        "decimal": "0.5",
        "a sum of fractions": "1/2 + 1/3",
    },
    {
        "numbers": "6/8",
        "whole number": "4/2",
        "over one": "3/1",
        "common number": "(2 x + 2)/4",
        "common symbol": "x y/x",
        "common polynomial": "(x^2 - 1)/(x - 1)",
        "inside a sum": "x + 2/4",
        "fraction in a fraction": "(1/2)/3",
    },
)
def test_lowest_terms(text: str, holds: bool):
    assert FORMS[FormName.LOWEST_TERMS].holds(tree(text), tree("x")) is holds


@rows(
    {
        "fraction": "(x + 2)/2",
        "negative": "-1/3",
        "number in front": "1/2 x",
        "no fraction": "x + 2",
        "negative power": "x^(-1)",
        "decimal": "0.5 x + 1",
    },
    {
        "sum": "1 + 1/x",
        "two fractions": "1/x + 1/y",
        "fraction in a fraction": "(1/x)/y",
        "product of fractions": "(1/x)(1/y)",
        "negative power in a sum": "1 + x^(-1)",
    },
)
def test_single_fraction(text: str, holds: bool):
    assert FORMS[FormName.SINGLE_FRACTION].holds(tree(text), tree("x")) is holds


@rows(
    {"fraction": "1/2", "root": "sqrt(2)/2", "thousands": "1,000", "symbols": "x"},
    {"decimal": "0.5", "zero after the point": "5.0", "inside": "x + .25", "power of ten": "1e-3"},
)
def test_no_decimals(text: str, holds: bool):
    assert FORMS[FormName.NO_DECIMALS].holds(tree(text), tree("x")) is holds


@pytest.mark.parametrize(
    "answer, key, holds",
    [
        pytest.param("-b^2 + a^2", "a^2 - b^2", True, id="terms"),
        pytest.param("(1 + b) a", "a (b + 1)", True, id="factors"),
        pytest.param("0.50 x", "0.5 x", True, id="spelling of a number"),
        pytest.param("a + (b + x)", "x + a + b", True, id="brackets"),
        pytest.param("a b + a", "a (b + 1)", False, id="expanded"),
        pytest.param("x + x", "2 x", False, id="not collected"),
        pytest.param("a/2", "1/2 a", False, id="another fraction"),
        pytest.param("a + 0", "a", False, id="a zero more"),
    ],
)
def test_same_up_to_order(answer: str, key: str, holds: bool):
    assert FORMS[FormName.SAME_UP_TO_ORDER].holds(tree(answer), tree(key)) is holds


@pytest.mark.parametrize("name", list(FormName))
def test_a_form_says_what_is_missing(name: FormName):
    assert FORMS[name].sentence.startswith("This is equal to what is expected, but ")
