"""Entities and tags of web pages around and in an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.read.markup import without_markup


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x &ge; 3", "x >= 3", id="a sign by name"),
        pytest.param("x &#62; 1", "x > 1", id="a sign by number"),
        pytest.param("x &#x3E; 1", "x > 1", id="a sign by hexadecimal number"),
        pytest.param("2&pi;", "2*pi", id="a letter by name"),
        pytest.param("&frac12;", "1/2", id="a fraction by name"),
        pytest.param("&minus;3", "-3", id="a minus by name"),
        pytest.param("5&nbsp;cm", "5 cm", id="a space by name"),
        pytest.param("x<sup>2</sup>", "x^2", id="a raised number"),
        pytest.param("x<sup>n+1</sup>", "x^(n + 1)", id="a raised sum"),
        pytest.param("10<sup>-3</sup>", "10^(-3)", id="a raised sign"),
        pytest.param("d<sub>out</sub>", "d_out", id="a lowered word"),
        pytest.param("<b>5</b>", "5", id="bold"),
        pytest.param("<p>x = 2</p>", "x = 2", id="a paragraph"),
        pytest.param("<answer>5</answer>", "5", id="a tag that a model writes"),
        pytest.param("<code>x**2 + 1</code>", "x^2 + 1", id="code"),
        pytest.param("5<br>", "5", id="a line's end"),
        pytest.param("a<b", "a < b", id="an inequality is no tag"),
        pytest.param("a<b and b>c", "a < b and b > c", id="two inequalities are no tag"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


def test_an_alignment_mark_is_no_entity():
    text = r"\begin{matrix} 1 &lt; 2 \end{matrix}"
    assert without_markup(text) == text


PIECES = st.sampled_from(
    ["<", ">", "/", "b", "sup", "</b>", "<sup>", "&", ";", "ge", "#", "62", " ", "x", "<math>", "<mn>", "</mn>"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_place_moves(text):
    assert len(without_markup(text)) == len(text)


@pytest.mark.parametrize("text", ["&rlm;5", "&#8238;5", "&zwj;5"])
def test_what_is_refused_does_not_come_in_by_name(text):
    assert without_markup(text) == text
