"""Values with units, percent and degrees."""

import pytest

from fullmarks.expr.nodes import Quantity


@pytest.mark.parametrize(
    "text, value, unit",
    [
        pytest.param("5 cm", "5", "cm", id="a word"),
        pytest.param("5cm", "5", "cm", id="a word right behind"),
        pytest.param(r"5\text{ cm}", "5", "cm", id="text"),
        pytest.param(r"5\,\mathrm{cm}", "5", "cm", id="roman"),
        pytest.param(r"5\,\text{m}", "5", "m", id="a letter in text is a unit"),
        pytest.param(r"5\mathrm{m}", "5", "m", id="a roman letter is a unit"),
        pytest.param(r"5 \textrm{ kg}", "5", "kg", id="textrm"),
        pytest.param("18 km/h", "18", "km/h", id="a quotient that begins with a word"),
        pytest.param("18 km / h", "18", "km/h", id="a quotient with spaces"),
        pytest.param("5 cm/s", "5", "cm/s", id="a quotient of a word and a letter"),
        pytest.param(r"36\text{ km/h}", "36", "km/h", id="a quotient in text"),
        pytest.param(r"10\text{ m/s}", "10", "m/s", id="a quotient of letters in text"),
        pytest.param(r"10\,\frac{\text{m}}{\text{s}}", "10", "m/s", id="a fraction of texts"),
        pytest.param(r"10\,\frac{\mathrm{m}}{\mathrm{s}^2}", "10", "m/s^2", id="a fraction with a power"),
        pytest.param(r"10\text{ m}\cdot\text{s}^{-1}", "10", "m/s", id="a negative power"),
        pytest.param(r"10\text{ m/s}^2", "10", "m/s^2", id="a power behind the text"),
        pytest.param(r"10\text{ m/s^2}", "10", "m/s^2", id="a power in the text"),
        pytest.param(r"6\text{ kg}\cdot\text{m}/\text{s}^2", "6", "kg*m/s^2", id="several texts"),
        pytest.param("6 kg*m/s^2", "6", "kg*m/s^2", id="stars and slashes"),
        pytest.param("6 kg·m/s²", "6", "kg*m/s^2", id="characters"),
        pytest.param("20 cm^2", "20", "cm^2", id="a power"),
        pytest.param("20 cm²", "20", "cm^2", id="a raised power"),
        pytest.param(r"20\text{ cm}^2", "20", "cm^2", id="a power behind a text"),
        pytest.param("5 square feet", "5", "feet^2", id="square"),
        pytest.param(r"36\text{ cubic inches}", "36", "inches^3", id="cubic"),
        pytest.param("5 meters per second", "5", "meters/second", id="per"),
        pytest.param("5 meters per second squared", "5", "meters/second^2", id="per and squared"),
        pytest.param("12 hours", "12", "hours", id="a word of time"),
        pytest.param("5 min", "5", "min", id="minutes, not the function"),
        pytest.param("30 sec", "30", "sec", id="seconds, not the function"),
        pytest.param("5 in", "5", "in", id="inches, not a membership"),
        pytest.param("5 dollars", "5", "dollars", id="money"),
        pytest.param("€5", "5", "€", id="a sign of money before"),
        pytest.param("5 €", "5", "€", id="a sign of money behind"),
        pytest.param("£2.50", "2.50", "£", id="pounds"),
        pytest.param("2.5e3 kg", "2.5e3", "kg", id="an exponent"),
        pytest.param(r"3\times10^8\text{ m/s}", "3*10^8", "m/s", id="a product"),
        pytest.param("1/2 km", "1/2", "km", id="a quotient before the unit"),
        pytest.param(r"\frac{10}{2}\text{ m}", "10/2", "m", id="a fraction"),
        pytest.param(r"10\sqrt2\text{ cm}", "10*sqrt(2)", "cm", id="a root"),
        pytest.param(r"2+\sqrt3\text{ cm}", "2 + sqrt(3)", "cm", id="of a sum of bare numbers, all of it"),
        pytest.param(r"36\pi\text{ cm}^3", "36*pi", "cm^3", id="a constant"),
        pytest.param("-5 cm", "-5", "cm", id="a sign"),
        pytest.param("5 ± 0.1 cm", "5 ± 0.1", "cm", id="plus minus"),
        pytest.param("2x cm", "2*x", "cm", id="a letter"),
        pytest.param(r"\boxed{25\text{ cm}}", "25", "cm", id="in a box"),
        pytest.param(r"\boxed{25}\text{ cm}", "25", "cm", id="behind a box"),
        pytest.param(r"15\text{ apples}", "15", "apples", id="a word that counts"),
        pytest.param('15 "apples"', "15", "apples", id="a word in quotes"),
        pytest.param("25°C", "25", "°C", id="a temperature"),
        pytest.param(r"25^\circ\text{C}", "25", "°C", id="a temperature in LaTeX"),
        pytest.param("(2 + 3) cm", "2 + 3", "cm", id="a bracket"),
    ],
)
def test_quantities(tree, read_as, text, value, unit):
    found = tree(text)
    assert isinstance(found, Quantity)
    assert found.unit == unit
    assert found.value == tree(value)
    read_as(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("5 m/s", "5*m/s", id="letters beside a number are symbols"),
        pytest.param("5 m", "5*m", id="one letter"),
        pytest.param("3 cm + 5 cm", "3 cm + 5 cm", id="a sum of lengths"),
        pytest.param("5 cm * 3", "(5 cm)*3", id="a product with a length"),
        pytest.param("x = 25 cm", "x = 25 cm", id="behind an equals sign"),
        pytest.param(r"v = 5\text{ m/s}", 'v = 5 "m/s"', id="a unit of letters is written in quotes"),
        pytest.param("3 cm, 5 cm", "3 cm, 5 cm", id="a list"),
        pytest.param("(3 cm, 5 cm)", "(3 cm, 5 cm)", id="a pair"),
        pytest.param("2 < x < 3 cm", "2 < x < 3 cm", id="a chain"),
        pytest.param("cm", '"cm"', id="a unit without a value is a word"),
        pytest.param("x cm", "x cm", id="a letter with a unit"),
        pytest.param("50%", "50%", id="percent"),
        pytest.param(r"50\%", "50%", id="percent in LaTeX"),
        pytest.param("50 percent", "50%", id="percent in words"),
        pytest.param("12.5%", "12.5%", id="percent of a decimal"),
        pytest.param(r"\frac12\%", "(1/2)%", id="percent of a fraction"),
        pytest.param("5% x", "5%*x", id="percent of a letter"),
        pytest.param("90°", "degrees(90)", id="degrees"),
        pytest.param(r"90^\circ", "degrees(90)", id="degrees in LaTeX"),
        pytest.param(r"90^{\circ}", "degrees(90)", id="degrees in braces"),
        pytest.param("90 degrees", "degrees(90)", id="degrees in words"),
        pytest.param("sin(30°)", "sin(degrees(30))", id="degrees in a function"),
        pytest.param(r"\sin 30^\circ", "sin(degrees(30))", id="degrees without brackets"),
        pytest.param("degrees(90)", "degrees(90)", id="degrees as a function"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, symbols, expected",
    [
        pytest.param("5 kg", "k g", "5*k*g", id="declared letters spell the unit"),
        pytest.param("5 cm", "cm", "5*cm", id="the unit is declared"),
        pytest.param(r"5\text{ m}", "m", "5*m", id="the letter is declared"),
        pytest.param(r"25^\circ C", "C", "degrees(25)*C", id="the letter of the scale is declared"),
    ],
)
def test_declared_names_are_no_units(read_as, text, symbols, expected):
    assert read_as(text, symbols=symbols) == expected
