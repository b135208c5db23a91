"""Single names of units: what they are worth, which words are none, and that Pint stays behind its door."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import pytest

from fullmarks.compare.units.names import named

LENGTH, TIME, MASS = (("meter", 1),), (("second", 1),), (("gram", 1),)
ENERGY = (("gram", 1), ("meter", 2), ("second", -2))


@pytest.mark.parametrize(
    "name, dimensions, factor",
    [
        pytest.param("m", LENGTH, "1", id="metre"),
        pytest.param("km", LENGTH, "1000", id="prefix"),
        pytest.param("kilometres", LENGTH, "1000", id="prefix and plural, written out"),
        pytest.param("μm", LENGTH, "1e-6", id="micro as the Greek letter"),
        pytest.param("µm", LENGTH, "1e-6", id="micro as its own sign"),
        pytest.param("in", LENGTH, "0.0254", id="inch"),
        pytest.param("feet", LENGTH, "0.3048", id="a plural of its own"),
        pytest.param("mi", LENGTH, "1609.344", id="mile"),
        pytest.param("light_year", LENGTH, "9460730472580800", id="light year"),
        pytest.param("g", MASS, "1", id="gram"),
        pytest.param("lbs", MASS, "453.59237", id="pounds"),
        pytest.param("min", TIME, "60", id="minute, not milli-inch"),
        pytest.param("h", TIME, "3600", id="hour, not Planck's constant"),
        pytest.param("ms", TIME, "1/1000", id="millisecond, not metres"),
        pytest.param("year", TIME, "31557600", id="year of 365.25 days"),
        pytest.param("acres", (("meter", 2),), "4046.8564224", id="acre by the international foot"),
        pytest.param("L", (("meter", 3),), "0.001", id="litre"),
        pytest.param("N", (("gram", 1), ("meter", 1), ("second", -2)), "1000", id="newton"),
        pytest.param("kWh", ENERGY, "3.6e9", id="kilowatt-hour"),
        pytest.param("eV", ENERGY, "1.602176634e-16", id="electron volt, exactly"),
        pytest.param("MB", (("bit", 1),), "8e6", id="megabyte"),
        pytest.param("$", (("dollar", 1),), "1", id="dollar"),
        pytest.param("cents", (("dollar", 1),), "0.01", id="cents"),
        pytest.param("Hz", (("cycle", 1), ("second", -1)), "1", id="hertz counts cycles"),
        pytest.param("Hours", TIME, "3600", id="capital"),
        pytest.param("KG", MASS, "1000", id="capitals"),
    ],
)
def test_a_unit(name, dimensions, factor):
    unit = named(name)
    assert (unit.dimensions, unit.factor, unit.pi, unit.zero) == (dimensions, Fraction(factor), 0, 0)


@pytest.mark.parametrize(
    "name, factor, pi",
    [
        pytest.param("rad", 1, 0, id="radian"),
        pytest.param("°", Fraction(1, 180), 1, id="degree by its sign"),
        pytest.param("degrees", Fraction(1, 180), 1, id="degrees"),
        pytest.param("arcmin", Fraction(1, 10_800), 1, id="minute of arc"),
    ],
)
def test_an_angle_is_exact(name, factor, pi):
    unit = named(name)
    assert (unit.dimensions, unit.factor, unit.pi) == ((("radian", 1),), factor, pi)


@pytest.mark.parametrize(
    "name, factor, zero",
    [
        pytest.param("K", 1, 0, id="kelvin"),
        pytest.param("°C", 1, Fraction("273.15"), id="Celsius"),
        pytest.param("celsius", 1, Fraction("273.15"), id="Celsius in words"),
        pytest.param("°F", Fraction(5, 9), Fraction("459.67") * 5 / 9, id="Fahrenheit"),
        pytest.param("delta_degC", 1, 0, id="a difference"),
    ],
)
def test_a_temperature_has_its_zero(name, factor, zero):
    unit = named(name)
    assert (unit.dimensions, unit.factor, unit.zero) == ((("kelvin", 1),), factor, zero)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("apples", id="word"),
        pytest.param("cat", id="a hundredth of a technical atmosphere to Pint"),
        pytest.param("units", id="micronits to Pint"),
        pytest.param("c", id="speed of light to Pint"),
        pytest.param("k", id="Boltzmann's constant to Pint"),
        pytest.param("e", id="elementary charge to Pint"),
        pytest.param("a", id="year to Pint"),
        pytest.param("pi", id="number"),
        pytest.param("percent", id="percent"),
        pytest.param("dB", id="logarithm"),
        pytest.param("Ns", id="one letter has no plural"),
        pytest.param("km/h", id="two names"),
        pytest.param("m**9**9", id="formula"),
        pytest.param("__class__", id="Python's own"),
        pytest.param("m" * 10_000, id="long"),
        pytest.param("", id="nothing"),
        pytest.param("x", id="letter"),
        pytest.param("ｍ", id="full-width letter"),
    ],
)
def test_no_unit(name):
    assert named(name) is None


def test_names_are_looked_up_by_many_threads_at_once():
    names = [
        f"{prefix}{unit}" for prefix in ("k", "M", "m", "n", "p") for unit in ("Pa", "W", "V", "J", "F", "T", "Wb")
    ]
    with ThreadPoolExecutor(8) as threads:
        assert None not in list(threads.map(named, names * 4))


PROGRAM = "import sys, fullmarks; fullmarks.check({key!r}, {answer!r}); print('pint' in sys.modules)"


@pytest.mark.parametrize(
    "key, answer, loaded",
    [
        pytest.param("x + 1", "1 + x", "False", id="no unit"),
        pytest.param("5", "5 cm", "False", id="a unit that is set aside"),
        pytest.param("5 cm", "5 cm", "False", id="the same words"),
        pytest.param("5 cm", "50 mm", "True", id="other words"),
    ],
)
def test_pint_is_loaded_for_those_who_need_it(key, answer, loaded):
    command = [sys.executable, "-I", "-c", PROGRAM.format(key=key, answer=answer)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() == [loaded]
