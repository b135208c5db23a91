"""Words of AsciiMath and Typst, which are letters side by side as well."""

import pytest


@pytest.mark.parametrize(
    "text, names, expected",
    [
        pytest.param("x le 3", "", "x <= 3", id="at most"),
        pytest.param("x ne 3", "", "x != 3", id="not equal"),
        pytest.param("2 xx 3", "", "2*3", id="times"),
        pytest.param("2 cdot 3", "", "2*3", id="a dot"),
        pytest.param("(0, 1) uu (2, 3)", "", "(0, 1) ∪ (2, 3)", id="a union"),
        pytest.param("(0, 2) nn (1, 3)", "", "(0, 2) ∩ (1, 3)", id="an intersection"),
        pytest.param("x in RR", "", "x ∈ reals", id="the real numbers"),
        pytest.param("root(3)(x)", "", "root(x, 3)", id="a root's degree first"),
        pytest.param("v + gt", "", "v + g*t", id="letters at the end are a product"),
        pytest.param("2 gt t", "g t", "2*g*t*t", id="declared letters are a product"),
        pytest.param("frac{1}{2}", "", "1/2", id="a fraction in braces"),
        pytest.param("frac(1, 2)", "", "1/2", id="a fraction in brackets"),
        pytest.param("mat(1, 2; 3, 4)", "", "[[1, 2], [3, 4]]", id="a matrix"),
        pytest.param("vec(1, 2)", "", "[[1], [2]]", id="a column"),
    ],
)
def test_read_as(read_as, text, names, expected):
    assert read_as(text, symbols=names) == expected
