from fractions import Fraction

import pytest

from fullmarks.checkers.tolerance import Tolerance, shown, within


@pytest.mark.parametrize(
    "answer, key, absolute, relative, inside",
    [
        pytest.param("1.1", "1", "0.1", "0", True, id="border"),
        pytest.param("1.1000000001", "1", "0.1", "0", False, id="past the border"),
        pytest.param("sqrt(2)", "1.41421356", "1e-8", "0", True, id="irrational"),
        pytest.param("1 + i", "1", "1", "0", True, id="distance of complex numbers"),
        pytest.param("2 pi", "pi", "0", "1", True, id="irrational border"),
        pytest.param("10", "8", "1", "1/4", True, id="the wider one"),
        pytest.param("9^9^9", "9^9^9 + 1", "1/100", "0", None, id="giants, whose distance is lost"),
        pytest.param("9^9^9", "9^9^9 + 1", "1/100", "1/100", True, id="giants, within a share of their size"),
        pytest.param(
            "10^200 sqrt(2) + 1", "10^200 sqrt(2)", "1/100", "0", None, id="a distance below what can be seen"
        ),
        pytest.param("10^200 sqrt(2) + 1", "10^200 sqrt(2)", "0", "1/100", True, id="the same, within a share"),
        pytest.param("1/0", "8", "1", "0", None, id="no value"),
        pytest.param("x", "8", "1", "0", None, id="a symbol"),
    ],
)
def test_within(tree, answer: str, key: str, absolute: str, relative: str, inside: bool | None):
    assert within(tree(answer), tree(key), Tolerance(Fraction(absolute), Fraction(relative))) is inside


@pytest.mark.parametrize(
    "number, text",
    [
        pytest.param("1/3", "0.33333333", id="fraction"),
        pytest.param("1200", "1200", id="whole number"),
        pytest.param("1e20", "1E+20", id="large"),
        pytest.param("1/3000000000", "3.3333333E-10", id="small"),
        pytest.param("0", "0", id="zero"),
        pytest.param("-5/2", "-2.5", id="negative"),
    ],
)
def test_numbers_are_shown_to_eight_digits(number: str, text: str):
    assert shown(Fraction(number)) == text


def test_a_tolerance_in_words():
    assert [Tolerance(Fraction("0.5")).sentence(), Tolerance(Fraction(0), Fraction("0.01")).sentence()] == [
        "0.5 is allowed",
        "1 % of the key is allowed",
    ]
