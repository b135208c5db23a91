"""Signs of algebra systems and programs that mathematics writes otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.read.systems import in_usual_signs


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x.^2", "x^2", id="MATLAB's power"),
        pytest.param("x.*y./z", "x*y/z", id="MATLAB's product and quotient"),
        pytest.param("[1 2; 3 4]'", "[[1, 3], [2, 4]]", id="MATLAB's transpose"),
        pytest.param("[1 2 3].'", "[[1], [2], [3]]", id="MATLAB's other transpose"),
        pytest.param("'diff(y, x)", "diff(y, x, 1)", id="Maxima's derivative that is not worked out"),
        pytest.param("x=1 nounor x=2", "x = 1 or x = 2", id="Maxima's or"),
        pytest.param("x # 0", "x != 0", id="Maxima's not equal"),
        pytest.param("a #pm# b", "a ± b", id="Maxima's plus or minus"),
        pytest.param(r"Cos[\[Theta]]", "cos(theta)", id="Mathematica's letter"),
        pytest.param(r"x \[Element] Reals", "x ∈ reals", id="Mathematica's element"),
        pytest.param("1.5*^3", "1.5e03", id="Mathematica's power of ten"),
        pytest.param("1.5*^-3", "1.5e-03", id="Mathematica's negative power of ten"),
        pytest.param("x == 2 || x == 3", "x = 2 or x = 3", id="Mathematica's or"),
        pytest.param("(x > 1) & (x < 5)", "x > 1 and x < 5", id="SymPy's and"),
        pytest.param("(x < 1) | (x > 5)", "x < 1 or x > 5", id="SymPy's or"),
        pytest.param("|x - 1| | x + 2|", "abs(x - 1)*abs(x + 2)", id="bars that join no statements"),
        pytest.param("|x| < 1", "abs(x) < 1", id="bars around a value"),
        pytest.param("{x | x > 0}", "{x | x > 0}", id="a bar before a condition"),
        pytest.param("x => 3", "x >= 3", id="at least, the other way round"),
        pytest.param(r"a\*b", "a*b", id="Markdown's star"),
        pytest.param("f'(x)", "f'(x)", id="a prime is no mark of Maxima's"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


PIECES = st.sampled_from(
    [
        "x",
        "3",
        " ",
        "|",
        "&",
        "||",
        "<",
        ">",
        "=",
        "#",
        "#pm#",
        "*^",
        ".^",
        "'",
        "diff(",
        r"\[",
        "Theta]",
        "(",
        ")",
        "\\*",
        "nounor",
        "=>",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_place_moves(text):
    assert len(in_usual_signs(text)) == len(text)
