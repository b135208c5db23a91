"""Matrices: sums, multiples, products and transposes worked out, then entry by entry."""

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.compare.matrices import as_matrix, shape

TWO = "[[1, 2], [3, 4]]"
EYE = "[[1, 0], [0, 1]]"


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param(TWO, TWO, id="the same"),
        pytest.param("[1, 2; 3, 4]", TWO, id="rows by semicolons"),
        pytest.param("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", TWO, id="an environment"),
        pytest.param("[[2/2, 6/3], [sqrt(9), 2^2]]", TWO, id="entries written otherwise"),
        pytest.param("[[a + b, 0], [0, a b]]", "[[b + a, 0], [0, b a]]", id="entries with symbols"),
        pytest.param("[[sin(x)^2 + cos(x)^2, 0], [0, 1]]", EYE, id="entries that agree"),
        pytest.param(f"2 {TWO}", "[[2, 4], [6, 8]]", id="a multiple"),
        pytest.param(f"{TWO} 2", "[[2, 4], [6, 8]]", id="a multiple from the right"),
        pytest.param("(1/2) [[2, 4], [6, 8]]", TWO, id="a fraction of it"),
        pytest.param("[[2, 4], [6, 8]]/2", TWO, id="a quotient"),
        pytest.param(f"-{TWO}", "[[-1, -2], [-3, -4]]", id="the negative"),
        pytest.param(f"{TWO} + {EYE}", "[[2, 2], [3, 5]]", id="a sum"),
        pytest.param(f"{TWO} - {EYE}", "[[0, 2], [3, 3]]", id="a difference"),
        pytest.param(f"{TWO} {EYE}", TWO, id="times the identity"),
        pytest.param(f"{TWO} {TWO}", "[[7, 10], [15, 22]]", id="a square"),
        pytest.param("[[1, 2], [3, 4]] [[0, 1], [1, 0]]", "[[2, 1], [4, 3]]", id="a product in its order"),
        pytest.param("[[1, 2, 3]] [[1], [2], [3]]", "[[14]]", id="a row times a column"),
        pytest.param("[[1], [2]] [[3, 4]]", "[[3, 4], [6, 8]]", id="a column times a row"),
        pytest.param(f"{TWO}^T", "[[1, 3], [2, 4]]", id="a transpose"),
        pytest.param("[[1, 2, 3]]^T", "[[1], [2], [3]]", id="a column as a transposed row"),
        pytest.param(f"({TWO} + {EYE}) {TWO}", f"{TWO} {TWO} + {TWO}", id="the distributive law"),
        pytest.param(f"{TWO}^2", "[[7, 10], [15, 22]]", id="a power"),
        pytest.param(f"{TWO}^(-1)", "[[-2, 1], [3/2, -1/2]]", id="a power of minus one"),
        pytest.param(f"inverse({TWO})", "[[-2, 1], [3/2, -1/2]]", id="an inverse"),
        pytest.param(f"a {TWO} b", "[[a b, 2 a b], [3 a b, 4 a b]]", id="symbols on both sides"),
    ],
)
def test_equal(compare, answer, expected):
    assert compare(answer, expected).equal


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("[[1, 2], [3, 5]]", TWO, id="one entry"),
        pytest.param("[[1, 3], [2, 4]]", TWO, id="transposed"),
        pytest.param("[[3, 4], [1, 2]]", TWO, id="rows in another order"),
        pytest.param("[[2, 1], [4, 3]]", TWO, id="columns in another order"),
        pytest.param("[[1, 2, 3, 4]]", TWO, id="another shape"),
        pytest.param("[[1], [2], [3]]", "[[1, 2, 3]]", id="a column for a row"),
        pytest.param("[[1, 2, 0], [3, 4, 0]]", TWO, id="a column more"),
        pytest.param("[[0, 1], [1, 0]] [[1, 2], [3, 4]]", "[[1, 2], [3, 4]] [[0, 1], [1, 0]]", id="a product turned"),
        pytest.param("1", "[[1]]", id="a number for a matrix of one entry"),
        pytest.param("{1, 2}", "[[1, 2]]", id="a set for a row"),
        pytest.param("[[1, 2, 3]] [[1, 2, 3]]", "[[1, 4, 9]]", id="a product whose sizes do not fit"),
        pytest.param(f"{TWO} + [[1, 2, 3]]", TWO, id="a sum whose sizes do not fit"),
        pytest.param(f"{TWO} + 1", "[[2, 3], [4, 5]]", id="a number added to a matrix"),
        pytest.param("[[x, 1e-400], [0, x]]", "[[x, 0], [0, x]]", id="a small entry"),
        pytest.param("[[sin(11), 0], [0, 1]]", "[[-1, 0], [0, 1]]", id="an entry that nearly agrees"),
    ],
)
def test_different(compare, answer, expected):
    assert compare(answer, expected).equal is False


@pytest.mark.parametrize(
    "answer, expected, sentence",
    [
        ("[[1, 2, 3, 4]]", TWO, "1×4, not 2×2"),
        ("7", TWO, "not a matrix"),
        (TWO, "7", "a matrix"),
    ],
)
def test_a_difference_of_form_is_said(tree_of, answer, expected, sentence):
    assert equal(tree_of(answer), tree_of(expected), Assumptions()).evidence.note == sentence


def test_the_weakest_entry_says_how_all_is_known(compare):
    assert (
        compare("[[asin(x) + acos(x), 0], [0, x + x]]", "[[pi/2, 0], [0, 2x]]", {"x": "real in (-1, 1)"}).evidence.kind
        == "agreed"
    )
    assert compare("[[x + x, 0], [0, 1]]", "[[2x, 0], [0, 1]]").evidence.kind == "exact"


def test_one_entry_that_nobody_can_decide_leaves_the_matrix_open(compare):
    assert compare("[[x, 1], [1, x + 2^(-10^12)]]", "[[x, 1], [1, x]]").equal is None


def test_one_different_entry_decides_whatever_the_others_are(compare):
    assert compare("[[x + 2^(-10^12), 1], [1, 2x]]", "[[x, 1], [1, x]]").equal is False


@pytest.mark.parametrize(
    "text, expected",
    [
        (TWO, (2, 2)),
        ("[[1, 2, 3]]", (1, 3)),
        ("[[1], [2], [3]]", (3, 1)),
        (f"{TWO} [[1], [2]]", (2, 1)),
        ("[[1, 2, 3]]^T", (3, 1)),
    ],
)
def test_shapes(tree_of, text, expected):
    assert shape(as_matrix(tree_of(text))) == expected


@pytest.mark.parametrize(
    "text", ["7", "x + 1", "{1, 2}", "[[1, 2]] [[1, 2]]", f"{TWO} + 1", f"{TWO}/{TWO}", f"sin({TWO})"]
)
def test_what_is_no_matrix(tree_of, text):
    assert as_matrix(tree_of(text)) is None
