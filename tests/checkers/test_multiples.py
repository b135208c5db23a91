"""Directions: vectors up to a factor, in a tuple, a matrix and a set."""

import pytest


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param("(2, 4)", "correct", None, id="twice"),
        pytest.param("(-1, -2)", "correct", None, id="turned round"),
        pytest.param("(1/√5, 2/√5)", "correct", None, id="of length 1"),
        pytest.param("t(1, 2)", "correct", None, id="a letter before it"),
        pytest.param("i + 2j", "correct", None, id="in unit vectors"),
        pytest.param(r"2\hat{x} + 4\hat{y}", "correct", None, id="in other unit vectors"),
        pytest.param(r"\begin{pmatrix}3\\6\end{pmatrix}", "correct", None, id="a column"),
        pytest.param("(i, 2i)", "correct", None, id="a complex factor"),
        pytest.param("(0, 0)", "incorrect", "zero_vector", id="zero"),
        pytest.param("(2, 1)", "incorrect", None, id="exchanged"),
        pytest.param("(1, 2.001)", "incorrect", None, id="nearly"),
        pytest.param("(1, 2, 0)", "incorrect", "wrong_shape", id="longer"),
        pytest.param("5", "incorrect", "wrong_kind", id="a number"),
    ],
)
@pytest.mark.parametrize(
    "kind, key", [pytest.param("tuple", "(1, 2)", id="tuple"), pytest.param("matrix", ["1", "2"], id="matrix")]
)
def test_up_to_a_factor(mark, kind: str, key: object, answer: str, verdict: str, code: str | None):
    outcome = mark(kind, key, answer, up_to="factor")
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_with_a_tolerance_the_factor_is_that_of_the_largest_entry(mark):
    assert mark("tuple", "(0.6, 0.8)", "(3.01, 4)", up_to="factor", relative="1%").verdict == "correct"
    assert mark("tuple", "(0.6, 0.8)", "(3.1, 4)", up_to="factor", relative="1%").verdict == "incorrect"


def test_a_zero_in_the_key_is_a_zero_in_the_answer(mark):
    assert mark("tuple", "(1, 0)", "(2, 1)", up_to="factor").verdict == "incorrect"
    assert mark("tuple", "(0, 1)", "(0, -7)", up_to="factor").verdict == "correct"


def test_a_matrix_up_to_a_factor(mark):
    assert mark("matrix", [["1", "2"], ["3", "4"]], "[[2, 4], [6, 8]]", up_to="factor").verdict == "correct"


def test_entries_that_are_not_algebraic_are_compared_crosswise(mark):
    outcome = mark("tuple", "(sin(1), 1)", "(2 sin(1), 2)", up_to="factor")
    assert outcome.verdict == "correct"


@pytest.mark.parametrize("kind", ["set", "list"])
@pytest.mark.parametrize(
    "answer, share, code",
    [
        pytest.param("(1, 1), (1, -1)", 1, None, id="the key"),
        pytest.param(
            r"\begin{pmatrix}2\\-2\end{pmatrix}, \begin{pmatrix}-1\\-1\end{pmatrix}",
            1,
            None,
            id="multiples in another order",
        ),
        pytest.param("v_1 = (3, 3), v_2 = (-1, 1)", 1, None, id="named"),
        pytest.param("(1, 1), (0, 0)", 0, "zero_vector", id="one of them zero"),
        pytest.param("(1, 1), (1, 2)", 0, None, id="another"),
        pytest.param("(1, 1, 0), (1, -1, 0)", 0, None, id="longer"),
    ],
)
def test_several(mark, kind: str, answer: str, share: int, code: str | None):
    outcome = mark(kind, ["(1, 1)", "(1, -1)"], answer, up_to="factor")
    assert (outcome.share, outcome.diagnosis and outcome.diagnosis.code) == (share, code)


def test_one_vector_alone_is_a_set_of_one(mark):
    assert mark("set", "{(1, 1)}", "(2, 2)", up_to="factor").verdict == "correct"
