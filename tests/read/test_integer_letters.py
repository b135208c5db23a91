"""What is said at the end of an answer about the letter that counts."""

import pytest

from fullmarks.expr.plain import plain
from fullmarks.read.reader import read

SAID = "x = 2*k*pi, k ∈ integers"


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(", k integer", id="short"),
        pytest.param(", k is an integer", id="a sentence"),
        pytest.param(", where k is any integer", id="where"),
        pytest.param(" where k is an integer.", id="where, without a comma"),
        pytest.param(" for integer k", id="for"),
        pytest.param(" for any integer k", id="for any"),
        pytest.param(" for all integers k", id="for all"),
        pytest.param(", for integer values of k", id="values of"),
        pytest.param(" (k an integer)", id="in brackets"),
        pytest.param(", k ∈ Z", id="a letter for the integers"),
        pytest.param(", k in Z", id="in words"),
        pytest.param(", k ∈ ℤ", id="the sign for the integers"),
    ],
)
def test_the_letter_counts(end: str):
    assert plain(read(f"x = 2k pi{end}").tree) == SAID


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"x = 2k\pi \text{ where } k \text{ is an integer}", id="words in commands"),
        pytest.param(r"x = 2k\pi, \quad k \in \mathbf{Z}", id="a bold letter"),
        pytest.param(r"$x = 2k\pi$ for any integer $k$", id="dollar signs"),
    ],
)
def test_in_latex(text: str):
    assert plain(read(text).tree) == SAID


@pytest.mark.parametrize(
    "text, reading",
    [
        pytest.param("integer", "integer", id="a word alone"),
        pytest.param("n in Z", "n ∈ Z", id="nothing before it"),
        pytest.param("x = 5", "x = 5", id="nothing of the kind"),
    ],
)
def test_nothing_is_said(text: str, reading: str):
    assert plain(read(text).tree).strip('"') == reading
