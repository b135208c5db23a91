"""Keys as somebody lists them: what each line gives, and what is told of lines that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.authoring.listed_keys import MOST_KEYS, listed_keys
from fullmarks.errors import RubricError


def found(text, *, is_table=False):
    """``id | key | points`` of every key."""
    listed = listed_keys(text, "keys", is_table=is_table)
    return [" | ".join(filter(None, (key.id, key.key, key.points, key.kind, key.title))) for key in listed.keys]


@pytest.mark.parametrize(
    "line, key",
    [
        pytest.param("1a.runtime: 2 c d", "1a.runtime | 2 c d", id="part and item"),
        pytest.param("1a: 5", "1a.answer | 5", id="a part alone"),
        pytest.param("- 1a.x: 5", "1a.x | 5", id="a bullet"),
        pytest.param("12. 1a.x: 5", "1a.x | 5", id="a number"),
        pytest.param("1.x: 5", "1.x | 5", id="a part that looks like a number"),
        pytest.param("`1a.x`: `x + 1`", "1a.x | x + 1", id="code"),
        pytest.param("**1a.x**: $x$", "1a.x | $x$", id="bold"),
        pytest.param("1a.x: 5 (2 points)", "1a.x | 5 | 2", id="points"),
        pytest.param("1a.x: f(2) (1/2 pt)", "1a.x | f(2) | 1/2", id="half a point"),
        pytest.param("1a.x: f(2)", "1a.x | f(2)", id="a bracket that holds no points"),
        pytest.param("1a.x: y = 2: or so", "1a.x | y = 2: or so", id="a colon in the key"),
    ],
)
def test_a_line(line, key):
    assert found(line) == [key]


def test_headings_name_parts():
    text = "# Sheet 1\n\n## 1a Cost\nruntime: 2\n3b: 4\n### Part (2):\nx: 1\n## Problem 2: Size\nx: 5\n1: 6\n## Remarks\n4: 7\n"
    listed = listed_keys(text, "keys", is_table=False)
    assert [key.id for key in listed.keys] == ["1a.runtime", "3b.answer", "x.answer", "2.x", "2.1", "4.answer"]
    assert (listed.title, listed.parts) == ("Sheet 1", {"1a": "Cost", "2": "Size"})


def test_a_table_of_markdown():
    text = "| item | asks for | key | points | kind |\n|---|---|---|---|---|\n| `1a.x` | Cost | a \\| b | 2 | set |\n| 1b | | 5 | | |\n"
    assert found(text) == ["1a.x | a | b | 2 | set | Cost", "1b.answer | 5"]


@pytest.mark.parametrize(
    "text, keys",
    [
        pytest.param("item,key,points\n1a.x,2 c,3\n", ["1a.x | 2 c | 3"], id="with its columns"),
        pytest.param('Key;Item\n"(1, 2)";1a\n', ["1a.answer | (1, 2)"], id="semicolons, another order"),
        pytest.param("1a.x,2 c\n1b,5,2\n", ["1a.x | 2 c", "1b.answer | 5 | 2"], id="without columns"),
        pytest.param("item,key\n\n1a,5\n", ["1a.answer | 5"], id="an empty line"),
        pytest.param("student,1a.x,1b\nKey,2 c,5\nann,9,9\n", ["1a.x | 2 c", "1b.answer | 5"], id="a row of keys"),
        pytest.param(
            "Name;email;1a.x;1b\nann;a@b.c;9;9\npoints;;2;\nsolution;;2 c;5\n",
            ["1a.x | 2 c | 2", "1b.answer | 5"],
            id="a row of keys and one of points",
        ),
        pytest.param("student,1a.x,1b\nkey,2 c,\n", ["1a.x | 2 c"], id="a row of keys with a gap"),
    ],
)  # fmt: skip
def test_csv(text, keys):
    assert found(text, is_table=True) == keys


@pytest.mark.parametrize(
    "text, note",
    [
        pytest.param("1a: 5\nSome words.", "2: No key is in this line: “Some words.”", id="words"),
        pytest.param("1a: 5\n1b:", "2: No key is in this line: “1b:”", id="an empty key"),
        pytest.param("1a: 5\n| a | b |", "2: This table has no columns “item” and “key”.", id="another table"),
        pytest.param(
            "| item | key |\n|---|---|\n| 1a | 5 |\n| 1b | |",
            "4: No key is in this line: its item or its key is empty.",
            id="an empty cell",
        ),
    ],
)
def test_what_is_no_key_is_noted(text, note):
    listed = listed_keys(text, "keys", is_table=False)
    assert [f"{one.line}: {one.sentence}" for one in listed.notes] == [note]
    assert [key.id for key in listed.keys] == ["1a.answer"]


def test_comments_are_not_noted():
    assert listed_keys("<!-- for staff -->\n1a: 5\n", "keys", is_table=False).notes == ()


@pytest.mark.parametrize(
    "text, is_table, told",
    [
        pytest.param("", False, "keys:1:1: There is no key here. Write one a line: 1a.runtime: 2 c d", id="nothing"),
        pytest.param("words", False, "keys:1:1: There is no key here. Write one a line: 1a.runtime: 2 c d", id="no key"),
        pytest.param("1a: 5\n1a: 6", False, "keys:2:1: The item 1a.answer is listed twice. Keep one of them.", id="twice"),
        pytest.param(
            "item,key\n?,5", True, "keys:2:1: “?” cannot be an item. Write part and item: 1a.runtime.", id="a bad name"
        ),
        pytest.param(
            "x" * 1_000_001, False, "keys:1:1: The file has 1,000,001 characters; a list of keys may have 1,000,000.", id="too long"
        ),
        pytest.param(
            "".join(f"{number}.x: 1\n" for number in range(MOST_KEYS + 1)),
            False,
            "keys:1001:1: More than 1,000 keys are listed.",
            id="too many",
        ),
        pytest.param(
            'item,key\n1a,"' + "x" * 200_000,
            True,
            "keys:2:1: This is no CSV: field larger than field limit (131072).",
            id="a cell without an end",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_used(text, is_table, told):
    with pytest.raises(RubricError) as caught:
        listed_keys(text, "keys", is_table=is_table)
    assert caught.value.sentence == told


@given(st.text(alphabet=st.sampled_from("1a.x:|,;\n\"'#-*`( )points\r\t\x00é")), st.booleans())
def test_any_text_gives_keys_or_is_told(text, is_table):
    try:
        found = listed_keys(text, "keys", is_table=is_table).keys
    except RubricError as error:
        found = error.problems
    assert found
