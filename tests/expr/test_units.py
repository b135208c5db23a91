"""The one spelling of a unit."""

import pytest

from fullmarks.expr.units import is_unit_name, unit_spelling


@pytest.mark.parametrize(
    "text, unit",
    [
        pytest.param("cm", "cm", id="a word"),
        pytest.param(" cm ", "cm", id="spaces"),
        pytest.param("m", "m", id="a letter"),
        pytest.param("m/s", "m/s", id="quotient"),
        pytest.param("m / s", "m/s", id="quotient with spaces"),
        pytest.param("m per s", "m/s", id="per"),
        pytest.param("m s^-1", "m/s", id="a negative power"),
        pytest.param("m·s^{-1}", "m/s", id="a negative power in braces"),
        pytest.param("m s^{-2}", "m/s^2", id="a negative square"),
        pytest.param("kg*m/s^2", "kg*m/s^2", id="product and quotient"),
        pytest.param("kg m/s²", "kg*m/s^2", id="side by side and raised"),
        pytest.param("J/kg/K", "J/kg/K", id="two quotients"),
        pytest.param("cm^2", "cm^2", id="square"),
        pytest.param("cm²", "cm^2", id="raised square"),
        pytest.param("m^3", "m^3", id="cube"),
        pytest.param("square feet", "feet^2", id="square in words"),
        pytest.param("cubic cm", "cm^3", id="cubic in words"),
        pytest.param("meters squared", "meters^2", id="squared in words"),
        pytest.param("meters per second squared", "meters/second^2", id="per and squared"),
        pytest.param("kg per cubic meter", "kg/meter^3", id="per and cubic"),
        pytest.param("Hours", "Hours", id="a capital"),
        pytest.param("apples", None, id="no unit"),
        pytest.param("x", None, id="a letter that is none"),
        pytest.param("cm apples", None, id="a unit and a word"),
        pytest.param("/s", None, id="nothing above"),
        pytest.param("s^-1", None, id="nothing above a negative power"),
        pytest.param("square", None, id="the square of nothing"),
        pytest.param("5 cm", None, id="a number"),
        pytest.param("m^0", "m^0", id="a power of nothing"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_spelling(text, unit):
    assert unit_spelling(text) == unit


@pytest.mark.parametrize("text", ["kg*m/s^2", "m/s", "J/kg/K", "feet^2", "meters/second^2"])
def test_the_spelling_of_a_spelling_is_itself(text):
    assert unit_spelling(text) == text


@pytest.mark.parametrize(
    "name, known",
    [
        pytest.param("km", True, id="a word"),
        pytest.param("N", True, id="a letter"),
        pytest.param("Meters", True, id="a capital"),
        pytest.param("x", False, id="another letter"),
        pytest.param("apples", False, id="another word"),
    ],
)
def test_names(name, known):
    assert is_unit_name(name) is known
