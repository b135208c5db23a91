"""Structured answers come out as they went in, numbers and lists written out."""

import pytest

from fullmarks.errors import Span
from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import parse_submission

PARTS = tuple(
    SoughtPart(part, "", (), (Sought(f"{part}.x", part, wants, "", (), None, (), frozenset()),))
    for part, wants in (("1a", "matrix"), ("1b", "words"))
)


@pytest.mark.parametrize(
    "value, text, span",
    [
        pytest.param("  2n ", "2n", Span(2, 4), id="text without the spaces around it"),
        pytest.param(12, "12", Span(0, 2), id="integer"),
        pytest.param(0.5, "0.5", Span(0, 3), id="float"),
        pytest.param([[1, 2], [3, "1/2"]], "[[1, 2], [3, 1/2]]", Span(0, 18), id="lists"),
    ],
)
def test_a_value_is_the_answer(value: object, text: str, span: Span):
    (attempt,) = find(parse_submission({"answers": {"1a": value}}, PARTS), PARTS).attempts
    (answer,) = attempt.answers
    assert (attempt.part, attempt.turn, attempt.hints) == ("1a", None, 0)
    assert (answer.item, answer.text, answer.span) == ("1a.x", text, span)
    assert answer.why == "It was handed in as the answer to this item."


def test_an_empty_text_answers_nothing():
    found = find(parse_submission({"answers": {"1a": "  ", "1b": "why not"}}, PARTS), PARTS)
    assert [attempt.part for attempt in found.attempts] == ["1b"]


def sought(wants: str) -> tuple[SoughtPart, ...]:
    return (SoughtPart("1a", "", (), (Sought("1a.x", "1a", wants, "", (), None, (), frozenset("n")),)),)


@pytest.mark.parametrize(
    "wants, value, text",
    [
        pytest.param("expression", "The cost is $2n$.", "2n", id="a sentence"),
        pytest.param("expression", "at most sqrt(n)", "sqrt(n)", id="a bound in words"),
        pytest.param("expression", "sqrt(n), where n is the width", "sqrt(n)", id="with its explanation"),
        pytest.param("expression", "it should be \\boxed{n^2}", "n^2", id="a box"),
        pytest.param("expression", "y = 2n", "y = 2n", id="an equation stays"),
        pytest.param("number", "5 meters per second", "5 meters per second", id="a unit in words stays"),
        pytest.param("number", "it does not exist", "it does not exist", id="no formula in it"),
        pytest.param("words", "because n is small", "because n is small", id="words stay"),
        pytest.param("piecewise", "it is 0 if n < 0, 1 otherwise", "it is 0 if n < 0, 1 otherwise", id="cases stay"),
    ],
)
def test_of_a_sentence_the_formula_is_taken(wants: str, value: str, text: str):
    parts = sought(wants)
    (attempt,) = find(parse_submission({"answers": {"1a": value}}, parts), parts).attempts
    (answer,) = attempt.answers
    assert answer.text == text
    assert value[answer.span.start : answer.span.end] == text
