"""Arithmetic of units, and values taken from one into another."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.unit import NOTHING, converted
from fullmarks.compare.values import rational
from fullmarks.expr.nodes import Number
from fullmarks.expr.plain import plain

NAMES = ["m", "km", "in", "s", "h", "kg", "N", "°", "rad", "Hz", "rpm", "L", "apples"]


@pytest.mark.parametrize(
    "value, unit, other, expected",
    [
        pytest.param("36", "km/h", "m/s", "10", id="speed"),
        pytest.param("1", "in", "cm", "2.54", id="length"),
        pytest.param("1", "ft^2", "in^2", "144", id="area"),
        pytest.param("25", "°C", "K", "298.15", id="Celsius to kelvin"),
        pytest.param("77", "°F", "°C", "25", id="Fahrenheit to Celsius"),
        pytest.param("-40", "°C", "°F", "-40", id="where the scales meet"),
        pytest.param("5", "J/K", "J/°C", "5", id="a step of a kelvin is one of Celsius"),
        pytest.param("1", "rev/min", "Hz", "1/60", id="turns and hertz"),
        pytest.param("10^400", "km", "m", "10^403", id="large"),
    ],
)
def test_a_value_in_another_unit(tree_of, value, unit, other, expected):
    assert rational(converted(tree_of(value), unit_of(unit), unit_of(other))) == rational(tree_of(expected))


@pytest.mark.parametrize(
    "value, unit, other, shown",
    [
        pytest.param("180", "°", "rad", "1*pi^1", id="degrees are exact"),
        pytest.param("x", "cm", "m", "(1/100)*x", id="symbol"),
        pytest.param("x", "°C", "K", "x + 273.15", id="symbol and zero"),
        pytest.param("(1, x)", "km", "m", "(1000, 1000*x)", id="list"),
        pytest.param("[[1], [2]]", "km", "m", "[[1000], [2000]]", id="matrix"),
        pytest.param("x", "rad", "rad/1", "x", id="the same"),
    ],
)
def test_a_value_stays_a_formula(tree_of, compare, value, unit, other, shown):
    found = plain(converted(tree_of(value), unit_of(unit), unit_of(other)))
    assert compare(found, shown).equal


@pytest.mark.parametrize(
    "unit, other, like, same",
    [
        pytest.param("m", "km", True, False, id="lengths"),
        pytest.param("N m", "J", True, True, id="energy by two names"),
        pytest.param("m", "s", False, False, id="length and time"),
        pytest.param("m", "m^2", False, False, id="length and area"),
        pytest.param("rad/s", "1/s", True, True, id="a radian may be left out"),
        pytest.param("Hz", "1/s", True, True, id="and a cycle"),
        pytest.param("Hz", "rad/s", True, False, id="but a cycle is 2π radians"),
        pytest.param("Hz", "rpm", True, False, id="cycles a second and a minute"),
        pytest.param("rad^2", "rad", False, False, id="solid angles are no angles"),
        pytest.param("°C", "K", True, False, id="other zeros"),
        pytest.param("°C", "°C", True, True, id="the same zero"),
    ],
)
def test_what_units_measure(unit, other, like, same):
    for one, another in ((unit, other), (other, unit)):
        assert unit_of(one).measures_like(unit_of(another)) is like
        assert unit_of(one).is_same(unit_of(another)) is same


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(-3, 3))
def test_products_and_powers(one, other, power):
    first, second = unit_of(one), unit_of(other)
    assert first * second == second * first
    assert (first * second) ** power == first**power * second**power
    assert first**power * first**-power == NOTHING


@given(st.fractions(), st.sampled_from(["°C", "°F", "K"]), st.sampled_from(["°C", "°F", "K"]))
def test_there_and_back(value, unit, other):
    there = converted(Number(value), unit_of(unit), unit_of(other))
    assert rational(converted(there, unit_of(other), unit_of(unit))) == value


def test_fractions_stay_exact():
    assert unit_of("km/h").worth_in(unit_of("m/s")) == (Fraction(5, 18), 0)
