"""Rows and tables written as one matrix."""

import pytest

from fullmarks.find.matrices import matrix_of_rows, matrix_without_commas


@pytest.mark.parametrize(
    "text, formula",
    [
        pytest.param("-4 5\n6 7", "[[-4, 5], [6, 7]]", id="spaces"),
        pytest.param("| 1 | 2 |\n|---|---|\n| 3 | 4 |", "[[1, 2], [3, 4]]", id="table"),
        pytest.param("| $1$ | **2** |", "[[1, 2]]", id="decorated entries"),
        pytest.param("1, 2\n3, 4", "[[1, 2], [3, 4]]", id="commas"),
        pytest.param("1 2\n3", "", id="rows of different lengths"),
        pytest.param("|---|", "", id="no rows"),
    ],
)
def test_rows_become_a_matrix(text: str, formula: str):
    assert matrix_of_rows(text) == formula


@pytest.mark.parametrize(
    "text, formula",
    [
        pytest.param("[[1 2]\n [3 4]]", "[[1, 2], [3, 4]]", id="as printed"),
        pytest.param("[[1, 2], [3, 4]]", "", id="with commas it can be read as it stands"),
        pytest.param("[1 2]", "", id="one bracket"),
    ],
)
def test_printed_arrays_get_their_commas(text: str, formula: str):
    assert matrix_without_commas(text) == formula
