from fractions import Fraction

import pytest

from fullmarks.checkers.figures import Figures, figures, half_place, half_unit


@pytest.mark.parametrize(
    "text, counted",
    [
        pytest.param("3.14", Figures(3, 3, 2), id="decimal"),
        pytest.param("0.0010", Figures(2, 2, 4), id="leading zeros"),
        pytest.param(".5", Figures(1, 1, 1), id="no leading zero"),
        pytest.param("100.", Figures(3, 3, 0), id="point at the end"),
        pytest.param("100", Figures(1, 3, 0), id="trailing zeros"),
        pytest.param("120", Figures(2, 3, 0), id="one trailing zero"),
        pytest.param("1,200", Figures(2, 4, 0), id="thousands"),
        pytest.param("1.20e3", Figures(3, 3, 0), id="power of ten"),
        pytest.param("12e1", Figures(2, 2, 0), id="power of ten without a point"),
        pytest.param("1.20e-3", Figures(3, 3, 5), id="negative power of ten"),
        pytest.param("1.20 \\cdot 10^3", Figures(3, 3, 0), id="product"),
        pytest.param("1.20 \\times 10^{-3}", Figures(3, 3, 5), id="product with a negative power"),
        pytest.param("-2.50", Figures(3, 3, 2), id="negative"),
        pytest.param("0", Figures(1, 1, 0), id="zero"),
        pytest.param("0.00", Figures(2, 2, 2), id="zero with places"),
        pytest.param("1/3", None, id="fraction"),
        pytest.param("pi", None, id="constant"),
        pytest.param("2 * 3", None, id="product of numbers"),
    ],
)
def test_figures_of_a_number_as_written(tree, text: str, counted: Figures | None):
    assert figures(tree(text)) == counted


@pytest.mark.parametrize(
    "key, asked, half",
    [
        pytest.param("3.14159", 3, "0.005", id="decimal"),
        pytest.param("1234", 2, "50", id="whole number"),
        pytest.param("-0.00123", 2, "0.00005", id="small and negative"),
        pytest.param("sqrt(2)", 4, "0.0005", id="irrational"),
        pytest.param("999.9", 1, "50", id="below a power of ten"),
        pytest.param("1000", 1, "500", id="a power of ten"),
        pytest.param("1e-300", 1, "5e-301", id="very small"),
        pytest.param("0", 3, None, id="zero"),
        pytest.param("i", 2, "0.05", id="imaginary"),
    ],
)
def test_half_a_unit_of_a_figure(tree, key: str, asked: int, half: str | None):
    assert half_unit(tree(key), asked) == (half and Fraction(half))


def test_half_a_unit_of_a_place():
    assert [half_place(places) for places in (0, 2)] == [Fraction(1, 2), Fraction(1, 200)]
