"""Places where a difference changes its sign: each ball holds a certain solution, and a jump or a pole is none."""

import math

import pytest
from flint import arb

from fullmarks.compare.statements.crossings import crossings
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import REAL, parse_domain


@pytest.mark.parametrize(
    "text, places",
    [
        pytest.param("cos x = x", [0.7390851332151607], id="a wave and a line"),
        pytest.param("x = e^(-x)", [0.5671432904097838], id="an exponential"),
        pytest.param("x^3 = 2", [2 ** (1 / 3)], id="a cube"),
        pytest.param("x^2 = 2", [-math.sqrt(2), math.sqrt(2)], id="two of them, from left to right"),
        pytest.param("x^2 = 0", [], id="where it only touches"),
        pytest.param("x^2 + 1 = 0", [], id="no solution"),
        pytest.param("1/x = 0", [], id="a pole"),
        pytest.param("sign(x) = 0", [], id="a jump"),
        pytest.param("floor(x) = 1/2", [], id="a step"),
        pytest.param("ln(x) = 1", [math.e], id="a function of half the line"),
        pytest.param("x = 100", [], id="outside of the window"),
        pytest.param("x > 1", [], id="an inequality"),
        pytest.param("x = x = 1", [], id="a chain"),
    ],
)
def test_crossings(text: str, places: list[float], tree_of, assuming):
    found = list(crossings(tree_of(text), "x", REAL, assuming({}), Workspace()))
    assert len(found) == len(places)
    for ball, place in zip(found, places, strict=True):
        assert float(ball.mid()) == pytest.approx(place, abs=1e-12)
        assert ball.rad() < arb("1e-12")


def test_no_more_than_six_are_named(tree_of, assuming):
    assert len(list(crossings(tree_of("sin(3x) = 0"), "x", REAL, assuming({}), Workspace()))) == 6


@pytest.mark.parametrize(
    "domain",
    [
        pytest.param("integer", id="whole numbers"),
        pytest.param("complex", id="complex numbers"),
        pytest.param("positive", id="half the line"),
        pytest.param("real in (0, 1)", id="a range"),
    ],
)
def test_only_the_whole_line_is_looked_at(domain: str, tree_of, assuming):
    assert not list(crossings(tree_of("x^3 = 2"), "x", parse_domain(domain), assuming({}), Workspace()))
