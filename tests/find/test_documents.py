"""Texts as blocks: every kind, its span and its body, and markup that is none."""

import pytest

from fullmarks.find.blocks import COVER
from fullmarks.find.documents import LONGEST_TEXT, MOST_LINES, page


def blocks(text: str) -> list[tuple[str, str]]:
    read = page(text)
    return [(block.kind.value, read.said(block.body)) for block in read.blocks]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("# A\n\ntext", [("heading", "A"), ("paragraph", "text")], id="heading"),
        pytest.param("**A:**\n\ntext", [("title", "**A:**"), ("paragraph", "text")], id="bold line"),
        pytest.param("**A** and **B**", [("paragraph", "**A** and **B**")], id="bold words are no line"),
        pytest.param("- a\n- b", [("item", "a"), ("item", "b")], id="bullets"),
        pytest.param("2. a\n3. b", [("item", "a"), ("item", "b")], id="numbers"),
        pytest.param("> a", [("quote", "a")], id="quotation"),
        pytest.param("```\na\n```", [("code", "```\na\n```")], id="code"),
        pytest.param("a\n\n---\n\nb", [("paragraph", "a"), ("rule", "---"), ("paragraph", "b")], id="rule"),
        pytest.param("|a|b|\n|-|-|\n|1|2|", [("table", "|a|b|\n|-|-|\n|1|2|")], id="table"),
        pytest.param("so\n\n$$x$$", [("paragraph", "so"), ("formula", "$$x$$")], id="display"),
        pytest.param(
            "so $$x$$ and",
            [("paragraph", "so"), ("formula", "$$x$$"), ("paragraph", "and")],
            id="display in a sentence",
        ),
        pytest.param("- so\n  $$x$$", [("item", "so"), ("formula", "$$x$$")], id="display in an item"),
        pytest.param(
            "$$\na\n+ b\n- c\n$$", [("formula", "$$\na\n+ b\n- c\n$$")], id="signs at line starts are no bullets"
        ),
        pytest.param("$$\na\n===\n$$", [("formula", "$$\na\n===\n$$")], id="nor underlines"),
        pytest.param("(a) x\n(b) y", [("paragraph", "(a) x"), ("paragraph", "(b) y")], id="lines that name parts"),
        pytest.param("one line\ngoes on", [("paragraph", "one line\ngoes on")], id="lines that go on"),
        pytest.param("It is 3.\n---", [("paragraph", "It is 3.")], id="a sentence is no heading by a line below it"),
        pytest.param("Title\n-----\n\ntext", [("heading", "Title"), ("paragraph", "text")], id="underlined title"),
        pytest.param("    x = 1", [("paragraph", "x = 1")], id="indented text is text"),
        pytest.param("[1a]: 5 is mine", [("paragraph", "[1a]: 5 is mine")], id="no link definition"),
        pytest.param("<b>x</b>", [("paragraph", "x")], id="HTML only frames"),
        pytest.param(r"\section*{Problem 1}", [("heading", "Problem 1}")], id="LaTeX heading"),
        pytest.param(
            "\\begin{enumerate}\n\\item a\n\\item b\n\\end{enumerate}",
            [("paragraph", "\\item a"), ("paragraph", "\\item b")],
            id="LaTeX items",
        ),
        pytest.param("a\r\n\r\nb\rc", [("paragraph", "a"), ("paragraph", "b\rc")], id="line ends of other systems"),
        pytest.param(
            "import numpy as np\nx = np.array([[1, 2]])",
            [("code", "import numpy as np\nx = np.array([[1, 2]])")],
            id="a program without a fence",
        ),
        pytest.param(
            "We import the usual tools for that.",
            [("paragraph", "We import the usual tools for that.")],
            id="a sentence about one",
        ),
        pytest.param(
            "so ```python\nx\n\n```\n\nend",
            [("paragraph", "so ```python\nx"), ("paragraph", "end")],
            id="a fence that begins within a line",
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_text_is_read_as_blocks(text: str, expected: list[tuple[str, str]]):
    assert blocks(text) == expected


def test_a_block_in_the_middle_of_a_paragraph_is_joined_to_it():
    assert [block.joined for block in page("so $$x$$ and\n\n$$y$$").blocks] == [False, True, True, False]


def test_headings_and_items_have_levels():
    assert [block.level for block in page("# a\n\n### b\n\n- c\n  - d").blocks] == [1, 3, 1, 2]


def test_the_covered_text_hides_formulas_and_keeps_every_place():
    read = page("so $x$ and `y`.")
    assert read.covered == f"so {COVER * 3} and {COVER * 3}."


def test_text_that_is_nested_too_deep_is_not_lost():
    deep = "\n".join("  " * level + f"- line {level}" for level in range(100))
    read = page(deep)
    assert all(any(f"line {level}" in read.said(block.span) for block in read.blocks) for level in range(100))


@pytest.mark.parametrize(
    "text, read",
    [
        pytest.param("x" * (LONGEST_TEXT + 5), LONGEST_TEXT, id="long line"),
        pytest.param("x\n" * (MOST_LINES + 5), 2 * MOST_LINES, id="many lines"),
    ],
)
def test_what_stands_past_the_bounds_is_not_read(text: str, read: int):
    assert len(page(text).text) == read
