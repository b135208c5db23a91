import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.evaluation.files import rows
from fullmarks.evaluation.files.fields import Asked, Fields
from fullmarks.evaluation.files.rows import BadRow, Row, rows_of, samples_of

FIRST = b'{"output": "3", "gold": "3"}\n'


def read(text, asked=Asked()):  # noqa: B008 - a frozen record
    return list(rows_of(io.BytesIO(text), asked))


def test_a_row():
    line = {"problem": {"b": 1, "a": "½"}, "level": 3, "gold": ["1/2", "0.5"], "outputs": ["a", "<think>b</think>c"]}
    fields, row = read(json.dumps(line).encode())
    assert fields == Fields("outputs", "gold", "problem", ("level",))
    assert (row.number, row.problem, row.groups, row.gold.keys, row.samples) == (
        1,
        r'{"a": "\u00bd", "b": 1}',
        ("3",),
        ("1/2", "0.5"),
        ("a", "c"),
    )


@pytest.mark.parametrize(
    "line, why",
    [
        pytest.param(b"{", "This line is no JSON: Expecting property name", id="broken"),
        pytest.param(b"[1]", "This line is no JSON object.", id="a list"),
        pytest.param(b"\xff\xfe{}", "This line is no JSON: ", id="no text"),
        pytest.param(b"[" * 100_000, "This line is nested too deep.", id="nested"),
        pytest.param(b'{"output": ' + b"9" * 5000 + b"}", "This line is no JSON: Exceeds the limit", id="digits"),
        pytest.param(b'{"output": "3"}', "This line has no field “gold”.", id="no key"),
        pytest.param(b'{"gold": "3"}', "This line has no field “output”.", id="no output"),
        pytest.param(b'{"output": "3", "gold": null}', "The field “gold” holds no key.", id="a key that is null"),
        pytest.param(b'{"output": [], "gold": "3"}', "The field “output” is an empty list.", id="no outputs"),
    ],
)
def test_a_bad_line_stops_no_other(line, why):
    _, first, bad, last = read(FIRST + line + b"\n\n" + FIRST)
    assert isinstance(bad, BadRow)
    assert bad.why.startswith(why)
    assert (first.number, bad.number, last.number) == (1, 2, 4)
    assert first.digest == last.digest != bad.digest


def test_bad_lines_before_the_first_good_one():
    kinds = [type(item) for item in read(b"{\n1\n" + FIRST)]
    assert kinds == [BadRow, BadRow, Fields, Row]


def test_a_line_that_is_too_long(monkeypatch):
    monkeypatch.setattr(rows, "LONGEST_LINE", 100)
    _, first, long, last = read(FIRST + b'{"output": "' + b"x" * 250 + b'"}\n' + FIRST)
    assert (first.number, long.number, last.number) == (1, 2, 3)
    assert long.why == "This line is longer than 100 bytes."


def test_too_many_outputs(monkeypatch):
    monkeypatch.setattr(rows, "MOST_SAMPLES", 2)
    _, bad = read(b'{"output": ["1", "2", "3"], "gold": "3"}')
    assert bad.why == "This line has more than 2 outputs."


@pytest.mark.parametrize(
    "value, samples",
    [
        pytest.param("3", ("3",), id="a text"),
        pytest.param(3.5, ("3.5",), id="a number"),
        pytest.param(False, ("false",), id="a truth value"),
        pytest.param(1e22, ("1e+22",), id="a large number"),
        pytest.param(None, ("",), id="null"),
        pytest.param(["3", "4"], ("3", "4"), id="texts"),
        pytest.param([["3"], ["4"]], ("3", "4"), id="lists of lists"),
        pytest.param([{"role": "user", "content": "?"}, {"role": "assistant", "content": "3"}], ("3",), id="a chat"),
        pytest.param(
            [[{"role": "assistant", "content": "3"}], [{"role": "assistant", "content": "4"}]], ("3", "4"), id="chats"
        ),
    ],
)
def test_samples(value, samples):
    assert samples_of(value) == samples


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@given(JSON, JSON, st.binary(max_size=40))
def test_any_line_is_a_row_or_says_why_not(output, gold, noise):
    text = json.dumps({"output": output, "gold": gold, "level": output, "problem": gold}).encode()
    found = read(FIRST + text + b"\n" + noise.replace(b"\n", b"") + b"\n" + FIRST)
    assert isinstance(found[0], Fields)
    assert all(isinstance(item, Row | BadRow) for item in found[1:])
    assert isinstance(found[-1], Row)
