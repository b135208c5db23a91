"""Texts as YAML that reads back to the same texts."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fullmarks.authoring.yaml_values import comment, value
from fullmarks.errors import RubricError
from fullmarks.rubric.written import data
from fullmarks.rubric.yaml_text import read_yaml


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("2 c d_out^2", "2 c d_out^2", id="a formula"),
        pytest.param(r"\frac12", r"\frac12", id="a backslash"),
        pytest.param("{1, 2}", "'{1, 2}'", id="a set"),
        pytest.param("(1, 2)", "'(1, 2)'", id="a comma, which would end a value in braces"),
        pytest.param("it's", "it's", id="an apostrophe inside"),
        pytest.param("'tis: so", """'''tis: so'""", id="apostrophes between quotes"),
        pytest.param("2*x > 3", "2*x > 3", id="signs that mean something only in front"),
        pytest.param("a: b", "'a: b'", id="a colon"),
        pytest.param("null", "'null'", id="nothing"),
        pytest.param("", "''", id="empty"),
        pytest.param("-3", "'-3'", id="a sign in front"),
        pytest.param("a\nb", "a b", id="a line end"),
    ],
)
def test_a_value(text, written):
    assert value(text) == written


@given(st.text())
def test_a_value_reads_back(text):
    line = value(text)
    try:
        read = data(read_yaml(f"a: {line}\nb: {{c: {line}, d: [{line}, {line}]}}\n{line}: 1\n", "x"))
    except RubricError:
        read = None
    assume(read is not None or not text.isprintable())
    if read is not None:
        once = " ".join(text.split()) if text.split() else text.strip()
        assert " ".join(read["a"].split()) == once
        assert read["a"] == read["b"]["c"] == read["b"]["d"][0] == list(read)[2]


def test_a_comment_is_one_line():
    assert comment("a\nb  c") == "# a b c"
