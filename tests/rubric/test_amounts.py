"""Points, shares and yes or no, as authors write them."""

from fractions import Fraction

import pytest

from fullmarks.rubric.amounts import parse_flag, parse_points, parse_share, percent, quoted, written


@pytest.mark.parametrize(
    "text, points",
    [
        pytest.param("2", Fraction(2), id="whole"),
        pytest.param("0", Fraction(0), id="none"),
        pytest.param("0.1", Fraction(1, 10), id="decimal, exact"),
        pytest.param("1/3", Fraction(1, 3), id="fraction"),
        pytest.param("007", Fraction(7), id="leading zeros"),
    ],
)
def test_points(text: str, points: Fraction):
    assert parse_points(text) == points


@pytest.mark.parametrize(
    "text", ["", " 2", "2 ", "-1", "+1", "1/0", "1/2/3", "1.", ".5", "1e3", "½", "٣", "50%", "inf", "nan", "1_000"]
)
def test_what_is_no_number_of_points(text: str):
    with pytest.raises(ValueError) as caught:
        parse_points(text)
    assert str(caught.value) == f"“{text}” is not a number of points. Write 2, 0.5 or 1/2."


@pytest.mark.parametrize(
    "text, share",
    [
        pytest.param("50%", Fraction(1, 2), id="percent"),
        pytest.param("12.5 %", Fraction(1, 8), id="percent with a point and a space"),
        pytest.param("1/3", Fraction(1, 3), id="fraction"),
        pytest.param("0.25", Fraction(1, 4), id="decimal"),
        pytest.param("100%", Fraction(1), id="all"),
        pytest.param("0%", Fraction(0), id="nothing"),
    ],
)
def test_shares(text: str, share: Fraction):
    assert parse_share(text) == share


@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("101%", "“101%” is more than all the points. Write a share from 0% to 100%.", id="more than all"),
        pytest.param("3/2", "“3/2” is more than all the points. Write a share from 0% to 100%.", id="three halves"),
        pytest.param("half", "“half” is not a share of the points. Write 50%, 0.5 or 1/2.", id="a word"),
        pytest.param(["1"], "A list is not a share of the points. Write 50%, 0.5 or 1/2.", id="a list"),
        pytest.param({"a": "1"}, "A mapping is not a share of the points. Write 50%, 0.5 or 1/2.", id="a mapping"),
    ],
)
def test_what_is_no_share(text: object, sentence: str):
    with pytest.raises(ValueError) as caught:
        parse_share(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("text, flag", [("yes", True), ("true", True), ("no", False), ("false", False)])
def test_flags(text: str, flag: bool):
    assert parse_flag(text) is flag


@pytest.mark.parametrize("text", ["Yes", "on", "1", "y", ""])
def test_what_is_neither_yes_nor_no(text: str):
    with pytest.raises(ValueError) as caught:
        parse_flag(text)
    assert str(caught.value) == f"“{text}” is neither yes nor no."


@pytest.mark.parametrize(
    "amount, text",
    [
        pytest.param(Fraction(2), "2", id="whole"),
        pytest.param(Fraction(1, 2), "0.5", id="decimal"),
        pytest.param(Fraction(1, 3), "1/3", id="fraction"),
        pytest.param(Fraction(0), "0", id="nothing"),
        pytest.param(Fraction(100), "100", id="its zeros are not cut"),
        pytest.param(Fraction(1, 10**7), "1/10000000", id="too small for six places"),
    ],
)
def test_amounts_are_written_exactly(amount: Fraction, text: str):
    assert written(amount) == text
    assert Fraction(text) == amount


def test_a_long_text_is_cut_where_it_is_quoted():
    assert quoted("x" * 61) == f"“{'x' * 60}…”"


@pytest.mark.parametrize(
    "share, text",
    [
        pytest.param(Fraction(1, 4), "25%", id="hundredths"),
        pytest.param(Fraction(1, 8), "12.5%", id="less"),
        pytest.param(Fraction(1, 3), "1/3", id="no percentage"),
        pytest.param(Fraction(0), "0%", id="nothing"),
    ],
)
def test_a_share_as_a_percentage(share: Fraction, text: str):
    assert percent(share) == text
