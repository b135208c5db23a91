"""Numbers in words; what is not one stays words."""

from fractions import Fraction

import pytest

from fullmarks.expr.nodes import Number, Text
from fullmarks.read.number_words import number_in_words
from fullmarks.read.reader import read


@pytest.mark.parametrize(
    "words, value",
    [
        pytest.param("zero", 0, id="nothing"),
        pytest.param("Five", 5, id="one word"),
        pytest.param("twenty-five", 25, id="a hyphen"),
        pytest.param("two hundred and fifty", 250, id="hundreds"),
        pytest.param("a hundred", 100, id="a hundred"),
        pytest.param("twenty one hundred", 2100, id="hundreds past ten"),
        pytest.param("three million two hundred thousand and six", 3_200_006, id="scales"),
        pytest.param("a dozen", 12, id="a dozen"),
        pytest.param("half", Fraction(1, 2), id="half"),
        pytest.param("one half", Fraction(1, 2), id="one half"),
        pytest.param("a third", Fraction(1, 3), id="a third"),
        pytest.param("two thirds", Fraction(2, 3), id="two thirds"),
        pytest.param("three quarters", Fraction(3, 4), id="quarters"),
        pytest.param("third", None, id="a place in a row"),
        pytest.param("five six", None, id="two numbers"),
        pytest.param("two and five", None, id="two numbers and a word"),
        pytest.param("fifty twelve", None, id="tens and teens"),
        pytest.param("hundred", None, id="a scale alone"),
        pytest.param("one of them", None, id="a phrase"),
        pytest.param("and", None, id="no number"),
        pytest.param("a", None, id="an article"),
        pytest.param("half half", None, id="two halves"),
        pytest.param("one " * 13, None, id="too many words"),
    ],
)
def test_a_number(words, value):
    assert number_in_words(words) == value


@pytest.mark.parametrize(
    "text, plain",
    [
        pytest.param("3.5 million", 3_500_000, id="a scale behind digits"),
        pytest.param(r"2\text{ thousand}", 2000, id="in a text command"),
        pytest.param("twelve", 12, id="words"),
    ],
)
def test_an_answer(text, plain):
    assert read(text).tree == Number(Fraction(plain))


def test_words_stay_words():
    assert read("I have five").tree == Text("I have five")
