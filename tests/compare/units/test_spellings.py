"""Spellings of units as the grammar has them, and single words by their usual names."""

import pytest

from fullmarks.compare.units.spellings import plainer, singular, usual_name


@pytest.mark.parametrize(
    "text, plain",
    [
        pytest.param(r"\text{m}/\text{s}", "m / s", id="words of LaTeX"),
        pytest.param(r"\mathrm{kg}\cdot\mathrm{m}^{2}", "kg * m ^(2)", id="a product and a power"),
        pytest.param(r"\frac{\text{m}}{\text{s}}", "frac ( m )( s )", id="a fraction"),
        pytest.param("m s⁻²", "m s^-2", id="raised digits"),
        pytest.param("m2", "m^2", id="a digit right behind"),
        pytest.param("m s-1", "m s^-1", id="a negative one"),
        pytest.param("kilowatt-hours", "kilowatt hours", id="a hyphen between words"),
        pytest.param("m**2", "m^2", id="stars"),
        pytest.param("kg·m", "kg*m", id="a dot"),
        pytest.param("m ÷ s", "m / s", id="an obelus"),
        pytest.param(r"^\circ\text{C}", "°C", id="degrees in LaTeX"),
        pytest.param("degrees Celsius", "°C", id="degrees in words"),
        pytest.param("° Fahrenheit", "°F", id="another scale"),
        pytest.param("degrees K", "K", id="kelvin have no degrees"),
        pytest.param(r"\mu m", "µm", id="micro in LaTeX"),
        pytest.param("k Ω", "kΩ", id="a prefix apart"),
        pytest.param(r"\$", "dollar", id="money"),
        pytest.param("pounds per square inch", "psi", id="words for a pressure"),
        pytest.param("foot-pounds", "ft_lb", id="words for an energy"),
        pytest.param("pounds of force", "lbf", id="words for a force"),
        pytest.param("light years", "light_years", id="two words for one unit"),
        pytest.param("feet tall", "feet", id="what it measures"),
        pytest.param("grams of salt", "grams", id="what it is of"),
        pytest.param("hours and", "hours", id="an and at the end"),
        pytest.param("  km   per  h ", "km per h", id="spaces"),
    ],
)
def test_plainer(text: str, plain: str):
    assert plainer(text) == plain


@pytest.mark.parametrize(
    "name, usual",
    [
        pytest.param("Nm", "N*m", id="two in one"),
        pytest.param("kmh", "km/h", id="a quotient"),
        pytest.param("Khz", "kHz", id="capitals"),
        pytest.param("Cal", "kcal", id="a large calorie"),
        pytest.param("children", "child", id="a plural of its own"),
        pytest.param("mN", "mN", id="what is usual already"),
    ],
)
def test_usual_name(name: str, usual: str):
    assert usual_name(name) == usual


@pytest.mark.parametrize(
    "word, one",
    [
        pytest.param("Boxes", "box", id="es"),
        pytest.param("inches", "inch", id="ches"),
        pytest.param("candies", "candy", id="ies"),
        pytest.param("pies", "pie", id="a short word in ies"),
        pytest.param("meters", "meter", id="s"),
        pytest.param("glass", "glass", id="ss"),
        pytest.param("bus", "bus", id="a short word in s"),
        pytest.param("m", "m", id="a letter"),
    ],
)
def test_singular(word: str, one: str):
    assert singular(word) == one
