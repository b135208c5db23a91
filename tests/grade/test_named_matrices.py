"""Matrices by their names beside a key that is one."""

import pytest

from fullmarks import check

IDENTITY, ZEROS, ONES = "[[1, 0], [0, 1]]", "[[0, 0, 0], [0, 0, 0]]", "[[1, 1, 1], [1, 1, 1]]"
CASES = {
    IDENTITY: (
        [
            *(
                "I",
                "I_2",
                r"\mathbf{I}_2",
                "E",
                "E_2",
                r"\mathrm{Id}_2",
                "eye(2)",
                "np.eye(2)",
                "identity(2)",
                "diag(1, 1)",
            ),
            *("the identity matrix", "identity matrix", "the 2x2 identity matrix", "identity matrix of order 2"),
        ],
        ["I_3", "eye(3)", "-I", "2I", "3x3 identity matrix", "1", "the zero matrix", "diag(1, 2)", "ones(2, 2)"],
    ),
    ZEROS: (
        ["0", r"\mathbf{0}", "O", "zeros(2, 3)", "np.zeros((2, 3))", "the zero matrix", "2x3 zero matrix"],
        ["zeros(3, 2)", "zeros(2, 2)", "ones(2, 3)", "1", "3x2 zero matrix", "the identity matrix"],
    ),
    ONES: (["ones(2, 3)", "np.ones((2, 3))"], ["ones(3, 2)", "zeros(2, 3)", "1"]),
    "[[3, 0], [0, 5]]": (["diag(3, 5)", r"\operatorname{diag}(3, 5)", "3I + diag(0, 2)"], ["diag(5, 3)", "diag(3)"]),
    "3 I_{2×2}": (["3I_2", "[[3, 0], [0, 3]]"], ["I_2", "3"]),
    r"\frac{1}{10}\begin{pmatrix} 6 & -7 \\ -2 & 4 \end{pmatrix}": (
        ["[[0.6, -0.7], [-0.2, 0.4]]", r"\begin{pmatrix} 3/5 & -7/10 \\ -1/5 & 2/5 \end{pmatrix}"],
        ["[[6, -7], [-2, 4]]", r"\frac{1}{10}\begin{pmatrix} 4 & -7 \\ -2 & 6 \end{pmatrix}"],
    ),
}


@pytest.mark.parametrize(
    "key, answer",
    [pytest.param(key, answer, id=f"{key} {answer}") for key, (right, _) in CASES.items() for answer in right],
)
def test_right(key: str, answer: str):
    assert check(key, answer).verdict == "correct"


@pytest.mark.parametrize(
    "key, answer",
    [pytest.param(key, answer, id=f"{key} {answer}") for key, (_, wrong) in CASES.items() for answer in wrong],
)
def test_wrong(key: str, answer: str):
    assert check(key, answer).verdict == "incorrect"


def test_a_declared_name_is_no_matrix():
    assert check(IDENTITY, "I", symbols={"I": "real"}).verdict == "incorrect"
