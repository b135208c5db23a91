"""Text that Markdown shows and does not obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from fullmarks.report.markdown_text import block, code, prose
from fullmarks.report.shown import shown
from tests.report.hostile import HOSTILE

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def line(text):
    return " ".join(shown(text).split())


def inline(markdown):
    """The pieces of a paragraph, text beside text put together."""
    (_, content, _) = MARKDOWN.parse(markdown)
    pieces = []
    for token in content.children or []:
        kind = "text" if token.type in ("text", "text_special") else token.type
        if kind == "text" and pieces and pieces[-1][0] == "text":
            pieces[-1] = ("text", pieces[-1][1] + token.content)
        else:
            pieces.append((kind, token.content))
    return pieces


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("Check the signs.", "Check the signs.", id="a sentence stays as it is"),
        pytest.param("d_in^2 * x", r"d\_in^2 \* x", id="signs"),
        pytest.param("<b>", r"\<b\>", id="an element"),
        pytest.param("a\nb", "a b", id="a line end"),
        pytest.param("http://x.example", r"http\://x.example", id="an address"),
        pytest.param("WWW.x.example", r"WWW\.x.example", id="an address without http"),
        pytest.param("@staff", r"\@staff", id="a name behind an at sign"),
    ],
)
def test_prose(text, written):
    assert prose(text) == written


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("x", "`x`", id="a word"),
        pytest.param("a `b` c", "``a `b` c``", id="ticks inside"),
        pytest.param("`b`", "`` `b` ``", id="ticks at the ends"),
        pytest.param("", "` `", id="nothing"),
        pytest.param("a\r\n b", "`a b`", id="a line end"),
    ],
)
def test_code(text, written):
    assert code(text) == written


def test_a_block_is_longer_fenced_than_what_is_in_it():
    assert block("```\nx", indent="  ") == "  ````\n  ```\n  x\n  ````"


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_handed_in_is_only_shown(text):
    assert inline(f"about: {prose(text)}") == [("text", f"about: {line(text)}".strip())]
    (label, found) = inline(f"answer: {code(text)}")
    assert (label, found[0]) == (("text", "answer: "), "code_inline")
    assert found[1].strip() == line(text)


@given(st.text())
def test_any_text_is_shown_in_a_paragraph(text):
    assert inline(f"about: {prose(text)}") == [("text", f"about: {line(text)}".strip())]


@given(st.text(alphabet=st.sampled_from("`\\ab \n<&|*_[]()!")))
def test_any_text_is_shown_as_code(text):
    assert inline(f"answer: {code(text)}")[1:] == [("code_inline", line(text) or " ")]


@given(st.text(alphabet=st.sampled_from("`~\\ab \n\t#->")))
def test_any_text_is_shown_as_a_block(text):
    (token,) = MARKDOWN.parse(block(text))
    assert token.type == "fence"
    assert token.content.rstrip("\n").split("\n") == "\n".join(one.rstrip() for one in text.split("\n")).rstrip(
        "\n"
    ).split("\n")
