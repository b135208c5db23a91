"""Python's values as the text that stands for them."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fullmarks.grade.written import TOO_LONG, is_row, written_answer, written_key


@pytest.mark.parametrize(
    "key, text",
    [
        pytest.param("2x", "2x", id="text"),
        pytest.param(5, "5", id="int"),
        pytest.param(0.1, "0.1", id="float: the shortest decimal that it is"),
        pytest.param(1e-30, "1e-30", id="small float"),
        pytest.param(Fraction(-1, 3), "-1/3", id="fraction"),
        pytest.param([1, "x"], "[1, x]", id="list"),
        pytest.param((1, 2.5), "(1, 2.5)", id="tuple"),
        pytest.param([[1, 2], [3, 4]], "[[1, 2], [3, 4]]", id="rows"),
        pytest.param(10**5_000, f"1{'0' * 5_000}", id="more digits than Python writes at once"),
        pytest.param(-(10**4_500), f"-1{'0' * 4_500}", id="the same below zero"),
        pytest.param(float("-inf"), "-infinity", id="infinity"),
    ],
)
def test_keys(key, text):
    assert written_key(key) == text


@pytest.mark.parametrize(
    "answer, text",
    [
        pytest.param(None, "", id="None"),
        pytest.param(" 2x ", " 2x ", id="text as it is"),
        pytest.param(True, "True", id="bool"),
        pytest.param(b"2x", "2x", id="bytes"),
        pytest.param(b"\xff", "\ufffd", id="bytes of no text"),
        pytest.param(2 + 3j, "(2.0) + (3.0) i", id="complex"),
        pytest.param(Decimal("1.50"), "1.50", id="Decimal keeps its digits"),
        pytest.param([1, [2, "x"]], "[1, [2, x]]", id="nested"),
        pytest.param({2, 1}, "{1, 2}", id="set"),
        pytest.param(np.array([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]", id="array"),
        pytest.param(np.float64(0.5), "0.5", id="number of an array"),
        pytest.param("a" * 50_000, "a" * TOO_LONG, id="cut where the reader stops anyway"),
        pytest.param(10**50_000, "9" * TOO_LONG, id="an integer of more digits than are read"),
    ],
)
def test_answers(answer, text):
    assert written_answer(answer) == text


def test_lists_that_never_end():
    endless = []
    endless.append(endless)
    assert len(written_answer(endless)) <= TOO_LONG


@pytest.mark.parametrize(
    "key, expected",
    [
        pytest.param([1, 2], True, id="list"),
        pytest.param((1, "x"), True, id="tuple"),
        pytest.param([[1, 2]], False, id="rows"),
        pytest.param("[1, 2]", False, id="text"),
    ],
)
def test_rows(key, expected):
    assert is_row(key) is expected


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
)


@settings(max_examples=60)
@given(values)
def test_anything_has_a_text(answer):
    assert len(written_answer(answer)) <= TOO_LONG
