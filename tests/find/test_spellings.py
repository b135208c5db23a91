"""How parts are named: every row of the table reads its own example, and what only looks like a name is none."""

import pytest

from fullmarks.find.part_name import Name
from fullmarks.find.spellings import SPELLINGS, spelled_anywhere, spelled_at


@pytest.mark.parametrize("spelling", [pytest.param(spelling, id=spelling.what) for spelling in SPELLINGS])
def test_each_row_reads_its_example_before_any_other_row(spelling):
    found = spelled_at(spelling.example, 0, heading=True)
    assert found.spelling is spelling


@pytest.mark.parametrize(
    "said, name, rest",
    [
        pytest.param("2e", Name("2", "e"), "", id="id alone"),
        pytest.param("1a: 4", Name("1", "a"), ": 4", id="id and colon"),
        pytest.param("2.a) t", Name("2", "a"), ") t", id="dotted id"),
        pytest.param("Q2(a)", Name("2", "a"), "", id="Q"),
        pytest.param("Problem IV", Name("4"), "", id="roman question"),
        pytest.param("Problem two", Name("2"), "", id="question in words"),
        pytest.param("Problem II (B)", Name("2", "b"), "", id="roman question, capital letter"),
        pytest.param("Part a of question 2", Name("2", "a"), "", id="part of question"),
        pytest.param("Question 2: A trolley", Name("2"), ": A trolley", id="an article after the question"),
        pytest.param("Problem 2 A trolley", Name("2"), " A trolley", id="an article right after the question"),
        pytest.param("(a) and (b)", Name("", "a"), " and (b)", id="the first of two"),
        pytest.param("B. Next", Name("", "b"), " Next", id="capital letter"),
        pytest.param("3. Convolutions", Name("3"), " Convolutions", id="numbered title"),
        pytest.param("Exercise 1.a. Find", Name("1", "a"), ". Find", id="dots all over"),
    ],
)
def test_a_name_is_read_with_what_follows_it(said: str, name: Name, rest: str):
    found = spelled_at(said, 0)
    assert (found.name, said[found.end :]) == (name, rest)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("2e-5 is small", id="a number"),
        pytest.param("3d convolution", id="three dimensions"),
        pytest.param("3D Convolution", id="three dimensions, in capitals"),
        pytest.param("a trolley", id="an article"),
        pytest.param("Part of the sum", id="part of"),
        pytest.param("1.55e3 metres", id="a decimal"),
        pytest.param("2. Then we are in case (a)", id="a step that speaks of a case"),
    ],
)
def test_what_only_looks_like_a_name_gives_no_letter(said: str):
    found = spelled_at(said, 0)
    assert found is None or not found.name.letter


def test_sure_names_are_found_within_a_sentence():
    said = "Solve problem 3(b) and #2d, then part c of question 1."
    assert [str(found.name) for found in spelled_anywhere(said)] == ["3b", "2d", "1c"]
