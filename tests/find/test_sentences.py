"""Sentences by their places."""

import pytest

from fullmarks.errors import Span
from fullmarks.find.sentences import is_question, sentences


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("One. Two? Three!", ["One.", "Two?", "Three!"], id="three"),
        pytest.param("It is 1.5 m long. So", ["It is 1.5 m long.", "So"], id="decimal"),
        pytest.param("Take one, e.g. this one. Then", ["Take one, e.g. this one.", "Then"], id="abbreviation"),
        pytest.param("see fig. 3 and eq. 4", ["see fig. 3 and eq. 4"], id="figures"),
        pytest.param("**Bold.** Next", ["**Bold.**", "Next"], id="bold"),
        pytest.param("x = 1\nY = 2", ["x = 1", "Y = 2"], id="a line that begins anew"),
        pytest.param("better\nto spread", ["better\nto spread"], id="a line that goes on"),
        pytest.param("1. first", ["1. first"], id="a number at the start"),
        pytest.param("...", ["..."], id="dots"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]):
    assert [text[one.start : one.end] for one in sentences(text, Span(0, len(text)))] == expected


def test_many_stops_are_passed_in_one_go():
    text = "." * 100_000 + "x"
    assert [one.end for one in sentences(text, Span(0, len(text)))] == [len(text)]


@pytest.mark.parametrize(
    "sentence, asks",
    [
        pytest.param("What should c be?", True, id="question mark"),
        pytest.param("**Growing or shrinking?**", True, id="in bold"),
        pytest.param("Which constant keeps the spread", True, id="question word"),
        pytest.param("What we need is 2n.", False, id="a statement that begins like one"),
        pytest.param("It is 2n.", False, id="statement"),
    ],
)
def test_a_question_is_told_from_a_statement(sentence: str, asks: bool):
    assert is_question(sentence) is asks
