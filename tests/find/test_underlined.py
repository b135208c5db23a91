"""Headings underlined with signs that Markdown does not know."""

import pytest

from fullmarks.find.written_out import written_out


@pytest.mark.parametrize(
    "said, seen",
    [
        pytest.param("Problem 2\n~~~~~~~~~\nO(n)\n", "Problem 2\n---------\nO(n)\n", id="tildes"),
        pytest.param("Part a\n++++++\n4\n", "Part a\n------\n4\n", id="plus signs"),
        pytest.param(
            "see the program\n~~~\nx = 1\n~~~\n", "see the program\n~~~\nx = 1\n~~~\n", id="a program in a fence"
        ),
        pytest.param("\n~~~~\nabc\n~~~~\n", "\n~~~~\nabc\n~~~~\n", id="nothing above"),
    ],
)
def test_lines_as_long_as_their_titles_make_headings(said: str, seen: str):
    assert written_out(said).text == seen
