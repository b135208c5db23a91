"""Units as people write them: each text beside a plain one that must say the same, or must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.units.grammar import unit_of
from fullmarks.compare.units.unit import Unit


@pytest.mark.parametrize(
    "text, plain",
    [
        pytest.param("kg m/s^2", "kg*m/s^2", id="side by side"),
        pytest.param("kg·m·s⁻²", "kg*m/s^2", id="raised digits"),
        pytest.param("kg⋅m/s²", "kg*m/s^2", id="another dot"),
        pytest.param(r"\text{ kg}\cdot\text{m}/\text{s}^2", "kg*m/s^2", id="LaTeX"),
        pytest.param(r"\mathrm{kg\,m\,s^{-2}}", "kg*m/s^2", id="LaTeX in one piece"),
        pytest.param(r"\frac{\text{kg}\,\text{m}}{\text{s}^2}", "kg*m/s^2", id="fraction"),
        pytest.param("N", "kg*m/s^2", id="a unit made of others"),
        pytest.param("m s^-1", "m/s", id="negative exponent"),
        pytest.param("m s-1", "m/s", id="negative exponent without a sign for it"),
        pytest.param("m^(1)/s^{1}", "m/s", id="brackets around exponents"),
        pytest.param("cm ^ 2", "cm*cm", id="spaces"),
        pytest.param("m2", "m^2", id="digit right behind"),
        pytest.param("m**2", "m^2", id="two stars"),
        pytest.param("metres per second per second", "m/s^2", id="per, twice"),
        pytest.param("miles an hour", "mi/h", id="an hour"),
        pytest.param("square meters", "m^2", id="square"),
        pytest.param("cubic feet per minute", "ft^3/min", id="cubic"),
        pytest.param("meters squared", "m^2", id="squared"),
        pytest.param("sq. ft.", "ft^2", id="points"),
        pytest.param("W/m^2 K", "W/(m^2*K)", id="side by side binds closest"),
        pytest.param("W/m^2*K", "W*K/m^2", id="a sign does not"),
        pytest.param("L/100 km", "L/(100*km)", id="number"),
        pytest.param("1/s", "s^-1", id="one"),
        pytest.param("kilowatt-hours", "kWh", id="hyphen"),
        pytest.param("N-m", "J", id="hyphen between letters"),
        pytest.param("Nm", "N*m", id="newton-metre in one"),
        pytest.param("kmh", "km/h", id="in one"),
        pytest.param("mph", "mi/h", id="miles per hour"),
        pytest.param("light-years", "light_year", id="two words"),
        pytest.param("nautical miles", "nmi", id="two words of which one is a unit"),
        pytest.param("degrees Celsius", "°C", id="Celsius in words"),
        pytest.param(r"^\circ\text{C}", "°C", id="Celsius in LaTeX"),
        pytest.param(r"\mu\text{m}", "µm", id="micro in LaTeX"),
        pytest.param(r"\text{k}\Omega", "kohm", id="ohm in LaTeX"),
        pytest.param("feet tall", "ft", id="how high"),
        pytest.param("litres of water", "L", id="of what"),
        pytest.param("inches in length", "in", id="in what"),
        pytest.param("Apples", "apple", id="a word and its plural"),
        pytest.param("boxes", "box", id="another plural"),
        pytest.param("cherries", "cherry", id="a third"),
        pytest.param("people per square mile", "person/mi^2", id="a word among units"),
        pytest.param("square units", "units^2", id="units of no name"),
    ],
)
def test_two_spellings_of_a_unit(text, plain):
    assert unit_of(text) == unit_of(plain)


@pytest.mark.parametrize(
    "text, other",
    [
        pytest.param("m/s", "m/s^2", id="another exponent"),
        pytest.param("m/s", "s/m", id="inverted"),
        pytest.param("m", "m^2", id="squared"),
        pytest.param("mm", "Mm", id="milli and mega"),
        pytest.param("apples", "pears", id="words"),
        pytest.param("light years", "years", id="light years are no years"),
        pytest.param("pounds of force", "pounds", id="force is no mass"),
        pytest.param("dollars", "euros", id="no rate of exchange"),
        pytest.param("red apples", "apples", id="of which kind"),
        pytest.param("degrees", "°C", id="angle and temperature"),
    ],
)
def test_two_units(text, other):
    assert not unit_of(text).is_same(unit_of(other))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("since x > 0", id="remark"),
        pytest.param("m//s", id="two strokes"),
        pytest.param("m^", id="no exponent"),
        pytest.param("m^(1/2)", id="a root"),
        pytest.param("m^0.5", id="a decimal exponent"),
        pytest.param("m^9999", id="a large exponent"),
        pytest.param("m^-9**9", id="a tower"),
        pytest.param("(m", id="an open bracket"),
        pytest.param("((((((((m))))))))", id="many brackets"),
        pytest.param("m " * 90, id="many factors"),
        pytest.param("m" * 5_000, id="long"),
        pytest.param("1000000000", id="a large number"),
        pytest.param("5 m 1234567", id="a large number behind a name"),
        pytest.param("__import__('os')", id="code"),
    ],
)
def test_a_text_outside_the_grammar_is_a_unit_of_its_own(text):
    unit = unit_of(text)
    assert len(unit.dimensions) == 1
    assert unit == Unit(unit.dimensions)
    assert unit.is_same(unit_of(f" {text.upper()} "))


@given(st.text("mskgN/*^()- °2·µ\\{}a", max_size=220) | st.text(max_size=60))
def test_any_text_is_a_unit(text):
    unit = unit_of(text)
    assert unit.is_same(unit)
    assert unit.factor > 0
