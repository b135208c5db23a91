"""Matrices up to row operations, and their forms."""

import pytest

KEY = [["1", "2", "0"], ["0", "0", "1"]]


@pytest.mark.parametrize(
    "answer, form, code",
    [
        pytest.param("[[1, 2, 0], [0, 0, 1]]", "reduced echelon", None, id="the key"),
        pytest.param("[[2, 4, 7], [0, 0, 3]]", "echelon", None, id="another echelon form"),
        pytest.param("[[1, 2, 5], [0, 0, 1]]", "reduced echelon", "not_reduced", id="an entry above a leading one"),
        pytest.param("[[1, 2, 0], [0, 0, 3]]", "reduced echelon", "not_reduced", id="a leading three"),
        pytest.param("[[0, 0, 1], [1, 2, 0]]", "echelon", "not_echelon", id="rows exchanged"),
        pytest.param("[[1, 2, 1], [1, 2, 0]]", "echelon", "not_echelon", id="an entry below a leading one"),
        pytest.param("[[0, 0, 1], [1, 2, 0]]", None, None, id="no form asked for"),
        pytest.param("[[1, 2, 0], [0, 1, 1]]", "echelon", "not_row_equivalent", id="a wrong row"),
        pytest.param("[[1, 2, 0], [0, 0, 0]]", "echelon", "not_row_equivalent", id="a row lost"),
        pytest.param("[[1, 2, 0]]", "echelon", "wrong_shape", id="a row left out"),
        pytest.param("2", "echelon", "wrong_kind", id="the rank"),
    ],
)
def test_row_operations(mark, answer: str, form: str | None, code: str | None):
    outcome = mark("matrix", KEY, answer, up_to="row operations", form=form)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == ("incorrect" if code else "correct", code)


def test_a_row_of_zeros_stands_last(mark):
    key = [["1", "0"], ["0", "0"]]
    assert (
        mark("matrix", key, "[[0, 0], [5, 0]]", up_to="row operations", form="echelon").diagnosis.code == "not_echelon"
    )


def test_a_form_without_row_operations(mark):
    assert mark("matrix", KEY, "[[1, 2, 0], [0, 0, 1]]", form="reduced echelon").verdict == "correct"
    assert mark("matrix", KEY, "[[2, 4, 0], [0, 0, 1]]", form="reduced echelon").verdict == "incorrect"
