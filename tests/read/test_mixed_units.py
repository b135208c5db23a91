"""One amount in two or three units, and what only looks like one."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read


@pytest.mark.parametrize(
    "text, reading",
    [
        pytest.param("5'6\"", "11/2 ft", id="feet and inches"),
        pytest.param("5' 6\"", "11/2 ft", id="with a space"),
        pytest.param("5′6″", "11/2 ft", id="signs of their own"),
        pytest.param("18°30'", "degrees(37/2)", id="minutes of an angle"),
        pytest.param("18°30'36\"", "degrees(1851/100)", id="and seconds"),
        pytest.param(r"18^\circ 30'", "degrees(37/2)", id="degrees in LaTeX"),
        pytest.param(r"18^{\circ}30'", "degrees(37/2)", id="degrees in braces"),
        pytest.param("2 h 30 min", '(2 "h")*30 "min"', id="hours and minutes"),
        pytest.param("2h 30m", '(2 "h")*30 "min"', id="letters alone"),
        pytest.param("2 hours and 30 minutes", "(2 hours)*30 minutes", id="an and"),
        pytest.param("2 hours, 30 minutes", "(2 hours)*30 minutes", id="a comma"),
        pytest.param("5 lb 4 oz", '(5 "lb")*4 "oz"', id="pounds and ounces"),
        pytest.param("f'(3)", "f'(3)", id="a derivative"),
        pytest.param("y'' + y = 0", "y'' + y = 0", id="primes of a name"),
        pytest.param("3 m or 20 cm", '3*m or 20 "cm"', id="one or the other"),
        pytest.param("3 kg, 5 cm", '3 "kg", 5 "cm"', id="units of two kinds"),
        pytest.param("30 min, 2 hours", '30 "min", 2 hours', id="the smaller one first"),
    ],
)
def test_mixed_units(text: str, reading: str):
    assert plain(read(text).tree) == plain(read(reading).tree)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5'", id="a prime alone"),
        pytest.param('6"', id="two primes alone"),
        pytest.param("18°70'", id="more than sixty minutes"),
    ],
)
def test_a_lone_prime_is_not_read(text: str):
    with pytest.raises(ReadError):
        read(text)
