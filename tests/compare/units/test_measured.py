"""Which formulas are one value with one unit, and which letters are a unit."""

import pytest

from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.letters import by_letters
from fullmarks.compare.units.measured import measured
from fullmarks.compare.values import rational


@pytest.mark.parametrize(
    "text, value, unit",
    [
        pytest.param("5 cm", "5", "cm", id="number"),
        pytest.param(r"-5\text{ cm}", "-5", "cm", id="negative"),
        pytest.param(r"2 \cdot 5\text{ cm}", "10", "cm", id="product with a number"),
        pytest.param(r"2\text{ N} \cdot 3\text{ m}", "6", "J", id="product"),
        pytest.param(r"\frac{6\text{ m}}{2\text{ s}}", "3", "m/s", id="quotient"),
        pytest.param(r"\frac{6}{2\text{ s}}", "3", "1/s", id="quotient of a number"),
        pytest.param(r"(2\text{ m})^{3}", "8", "m^3", id="power"),
        pytest.param(r"(2\text{ m})^{-1}", "1/2", "1/m", id="negative power"),
        pytest.param(r"1\text{ m} + 20\text{ cm}", "1.2", "m", id="sum in the first unit"),
        pytest.param(r"1\text{ m} - 20\text{ cm}", "0.8", "m", id="difference"),
        pytest.param(r"2 \cdot 10\text{ °C}", "20", "°C", id="a temperature that is worked out"),
        pytest.param(r"5\text{ ft }4\text{ in}", "16/3", "ft", id="feet and inches"),
        pytest.param(r"-2\text{ h }30\text{ min}", "-2.5", "h", id="negative hours and minutes"),
        pytest.param(r"1\text{ day }12\text{ hours }36\text{ minutes}", "1.525", "day", id="three units"),
        pytest.param(r"2\text{ hours and }30\text{ minutes}", "2.5", "h", id="and between them"),
        pytest.param("25° Celsius", "25", "°C", id="degrees of a scale"),
    ],
)
def test_one_value(tree_of, text, value, unit):
    found = measured(tree_of(text))
    assert rational(found.value) == rational(tree_of(value))
    assert found.unit.is_same(unit_of(unit))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5", id="no unit"),
        pytest.param("5 m", id="letters"),
        pytest.param(r"1\text{ m} + 2\text{ s}", id="sum of unlike things"),
        pytest.param(r"1 + 2\text{ s} + 3\text{ s}^2", id="sum with a number"),
        pytest.param(r"2^{3\text{ m}}", id="exponent"),
        pytest.param(r"(2\text{ m})^{1/2}", id="root"),
        pytest.param(r"\sqrt{4\text{ m}^2}", id="root as a function"),
        pytest.param(r"20\text{ °C} + 10\text{ K}", id="sum of temperatures"),
        pytest.param(r"x = 5\text{ m}", id="equation"),
        pytest.param(r"(1\text{ m}, 2\text{ m})", id="pair"),
    ],
)
def test_no_one_value(tree_of, text):
    assert measured(tree_of(text)) is None


@pytest.mark.parametrize(
    "text, value, unit",
    [
        pytest.param("5 m", "5", "m", id="one letter"),
        pytest.param("5 m/s", "5", "m/s", id="quotient"),
        pytest.param("5 m s^-2", "5", "m/s^2", id="power"),
        pytest.param("-3 * 10^2 N m", "-300", "J", id="product"),
        pytest.param("5 W/(m^2 K)", "5", "W/(m^2*K)", id="brackets"),
        pytest.param("(m/s)^2 / 2", "1/2", "m^2/s^2", id="number below"),
        pytest.param("25 °C", "25", "°C", id="a temperature"),
    ],
)
def test_letters_that_are_a_unit(tree_of, text, value, unit):
    tree = tree_of(text)
    found = measured(tree) or by_letters(tree, ())
    assert rational(found.value) == rational(tree_of(value))
    assert found.unit.is_same(unit_of(unit))


@pytest.mark.parametrize(
    "text, declared",
    [
        pytest.param("5", (), id="no letter"),
        pytest.param("m", (), id="no number"),
        pytest.param("5 x", (), id="a letter that is no unit"),
        pytest.param("5 m x", (), id="one of two"),
        pytest.param("5 m", ("m",), id="declared"),
        pytest.param("5 m + 3 m", (), id="sum"),
        pytest.param("5^m", (), id="exponent"),
        pytest.param("5 m^x", (), id="a letter as exponent"),
        pytest.param("sin(m)", (), id="function"),
        pytest.param("5 c", (), id="a constant of nature"),
    ],
)
def test_letters_that_are_none(tree_of, text, declared):
    assert by_letters(tree_of(text), declared) is None
