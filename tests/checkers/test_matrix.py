from fractions import Fraction

import pytest

from fullmarks.errors import UnusableKeyError

SQUARE = [[1, 2], [3, 4]]
COLUMN = ["0", "0.8", "0"]


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param(SQUARE, "[[1,2],[3,4]]", "correct", id="brackets of brackets"),
        pytest.param(SQUARE, "\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}", "correct", id="LaTeX"),
        pytest.param(SQUARE, "[1,2;3,4]", "correct", id="semicolons"),
        pytest.param(SQUARE, "1/2 [[2,4],[6,8]]", "correct", id="scalar in front"),
        pytest.param("[[x, y]]", "[[x + 0, y]]", "correct", id="symbols"),
        pytest.param(SQUARE, "[[1,2],[3,5]]", "incorrect", id="one entry wrong"),
        pytest.param(SQUARE, "[[1,3],[2,4]]", "incorrect", id="transposed"),
        pytest.param(SQUARE, "x", "incorrect", id="no matrix"),
        pytest.param(COLUMN, "[0, 0.8, 0]^T", "correct", id="a row transposed"),
        pytest.param(COLUMN, "\\begin{pmatrix}0\\\\0.8\\\\0\\end{pmatrix}", "correct", id="a column"),
        pytest.param(COLUMN, "(0, 0.8, 0)", "correct", id="a list in round brackets"),
        pytest.param(COLUMN, "[0, 0.8, 0]", "correct", id="a list in square brackets"),
        pytest.param("[0, 0.8, 0]", "[0, 4/5, 0]^T", "correct", id="a list as the key"),
        pytest.param([[1, 2]], "(1, 2)", "correct", id="a list for a row"),
        pytest.param(COLUMN, "[[0, 0.8, 0]]", "incorrect", id="a row for a column"),
        pytest.param(SQUARE, "{1, 2}", "incorrect", id="a set"),
    ],
)
def test_matrices(mark, key: object, answer: str, verdict: str):
    assert mark("matrix", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, code, sentence",
    [
        pytest.param(
            SQUARE, "[[1,2,3],[3,4,5]]", "wrong_shape", "This is a 2×3 matrix; a 2×2 matrix is expected.", id="shape"
        ),
        pytest.param(
            COLUMN,
            "[[0, 0.8, 0]]",
            "wrong_shape",
            "This is a 1×3 matrix; a 3×1 matrix is expected. A row is not a column.",
            id="row for column",
        ),
        pytest.param(COLUMN, "(0, 0.8)", "wrong_shape", "This is a list of 2; a 3×1 matrix is expected.", id="list"),
        pytest.param(SQUARE, "5", "wrong_kind", "This is one expression; a matrix is expected.", id="number"),
        pytest.param(
            SQUARE,
            "[[1,2],[3]]",
            "wrong_kind",
            "This is a list of 2 things in square brackets; a matrix is expected.",
            id="ragged",
        ),
    ],
)
def test_what_has_another_shape_is_explained(mark, key: object, answer: str, code: str, sentence: str):
    diagnosis = mark("matrix", key, answer).diagnosis
    assert (diagnosis.code, diagnosis.student) == (code, sentence)


@pytest.mark.parametrize(
    "credit, verdict, share",
    [
        pytest.param("all", "incorrect", "0", id="all"),
        pytest.param("each entry", "partial", "3/4", id="each entry"),
        pytest.param("each row", "partial", "1/2", id="each row"),
    ],
)
def test_credit(mark, credit: str, verdict: str, share: str):
    outcome = mark("matrix", SQUARE, "[[1,2],[3,5]]", credit=credit)
    assert (outcome.verdict, outcome.share) == (verdict, Fraction(share))


def test_entries_have_their_places(mark):
    entries = mark("matrix", SQUARE, "[[1,2],[3,2+3]]").entries
    assert [(entry.place, entry.verdict, entry.answer) for entry in entries] == [
        ((1, 1), "correct", "1"),
        ((1, 2), "correct", "2"),
        ((2, 1), "correct", "3"),
        ((2, 2), "incorrect", "2 + 3"),
    ]


@pytest.mark.parametrize(
    "options, answer, verdict",
    [
        pytest.param({"relative": "1%"}, "[[0.333, 2]]", "correct", id="relative"),
        pytest.param({"absolute": "0.0001"}, "[[0.333, 2]]", "incorrect", id="absolute"),
        pytest.param({"either_orientation": True}, "[[1/3],[2]]", "correct", id="either orientation"),
    ],
)
def test_options(mark, options: dict[str, object], answer: str, verdict: str):
    assert mark("matrix", [["1/3", 2]], answer, **options).verdict == verdict


def test_a_ragged_key(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("matrix", [[1, 2], [3]], "5")
    assert str(error.value) == "The rows of the key have different lengths."


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("2(1, 1, 0)", "correct", id="a multiple of a list"),
        pytest.param(r"2\mathbf{i} + 2\mathbf{j}", "correct", id="unit vectors"),
        pytest.param("(2, 2)", "incorrect", id="shorter"),
        pytest.param("2", "incorrect", id="a number"),
    ],
)
def test_a_column_that_is_calculated(mark, answer: str, verdict: str):
    assert mark("matrix", ["2", "2", "0"], answer).verdict == verdict


def test_in_one_dimension_i_is_a_number(mark):
    assert mark("matrix", [["3"]], "3 i").verdict == "incorrect"
