"""Signs that are known from the domains; the property holds the ranges against values."""

import pytest
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from fullmarks.compare.algebra.bounds import Ranges
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.expr.domains import parse_domain
from fullmarks.limits import DEFAULT
from fullmarks.read.reader import read
from tests.compare.asked import steady
from tests.strategies.trees import SYMBOLS, plain_scalars

UNIT = {"v": "real in (0, 1)"}


@pytest.mark.parametrize(
    "formula, domains, positive",
    [
        pytest.param("1 - v^2", UNIT, True, id="one less a square below one"),
        pytest.param("(1 - v)(1 + v)", UNIT, True, id="its factors"),
        pytest.param("(v - 1/2)^2", UNIT, False, id="a square with a zero inside"),
        pytest.param("1/v - 1", UNIT, True, id="one over it, less one"),
        pytest.param("1 - 2v", UNIT, False, id="both signs"),
        pytest.param("v^2", {"v": "real in [0, 1)"}, False, id="zero is taken"),
        pytest.param("x^2 + 1", {}, True, id="a square and one"),
        pytest.param("x^2 + y^2", {}, False, id="two squares, both of which may be zero"),
        pytest.param("-x^2 - 1", {}, False, id="below zero"),
        pytest.param("(-x^2 - 1)(-2)", {}, True, id="two negative factors"),
        pytest.param("x^3", {}, False, id="an odd power"),
        pytest.param("e^x + e^(-x)", {}, True, id="exponentials"),
        pytest.param("e^z", {"z": "complex"}, False, id="an exponential of a complex number"),
        pytest.param("sqrt(x)", {}, False, id="a root of what may be negative"),
        pytest.param("sqrt(x^2 + 1)", {}, True, id="a root of what is positive"),
        pytest.param("2 + sin(x)", {}, True, id="a sine and two"),
        pytest.param("1 + sin(x)", {}, False, id="a sine and one"),
        pytest.param("n - 1/2", {"n": "positive integer"}, True, id="a positive integer less a half"),
        pytest.param("n - 1", {"n": "positive integer"}, False, id="a positive integer less one"),
        pytest.param("x/y", {"x": "positive", "y": "negative"}, False, id="a quotient of other signs"),
        pytest.param("-x/y", {"x": "positive", "y": "negative"}, True, id="its negative"),
        pytest.param("0 x + 1", {}, True, id="nothing times anything"),
        pytest.param("4 - pi", {}, True, id="four less pi"),
        pytest.param("x^x", {"x": "positive"}, True, id="a power of a positive base"),
        pytest.param("f(x)^2", {}, False, id="an unknown function"),
    ],
)
def test_signs(formula, domains, positive):
    declared = {name: parse_domain(words) for name, words in domains.items()}
    assert Ranges(declared).positive(read(formula).tree) is positive


SMALL = st.fractions(min_value=-4, max_value=4, max_denominator=6)


@given(plain_scalars, st.lists(SMALL, min_size=len(SYMBOLS), max_size=len(SYMBOLS)))
@settings(steady, max_examples=200)
def test_a_value_lies_in_its_range(formula, values):
    found = Ranges({}).of(formula)
    if found is None:
        return
    point = {name: fmpq(v.numerator, v.denominator) for name, v in zip(SYMBOLS, values, strict=True)}
    try:
        value = Evaluator(point, DEFAULT).value(formula)
    except NoValueError:
        return
    low, high = found.low.value, found.high.value
    assert low is None or not value < fmpq(low.numerator, low.denominator)
    assert high is None or not value > fmpq(high.numerator, high.denominator)
