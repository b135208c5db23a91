"""Functions between bounds, unions by a letter, and answers that say that there is no value."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\left[\frac{x^2}{2}\right]_0^1", "1^2/2 - 0^2/2", id="square brackets"),
        pytest.param(r"x^2 \Big|_0^1", "1^2 - 0^2", id="a bar"),
        pytest.param(
            r"\left. x^2 + x \right|_{x=0}^{x=1}", "(1^2 + 1) - (0^2 + 0)", id="a bar for all terms, with names"
        ),
        pytest.param(r"[a x]_{-1}^{1}", "a*1 - a*(-1)", id="x among letters"),
        pytest.param(r"x^2 |_{x=3}", "3^2", id="one place"),
        pytest.param("(-oo, 0) U (0, 1]", "(-infinity, 0) ∪ (0, 1]", id="the letter U"),
        pytest.param("U (1, 2)", "U*(1, 2)", id="a letter U that joins nothing"),
        pytest.param(r"\left\{\begin{pmatrix}1\\2\end{pmatrix}\right\}", "{[[1], [2]]}", id="a set of a column"),
        pytest.param(
            r"\lim_{x \to 0} f(x) \text{ does not exist}", "lim_{x->0} f(x) = undefined", id="a limit without a value"
        ),
        pytest.param(r"\text{DNE}", "undefined", id="an abbreviation"),
        pytest.param("no limit exists", "undefined", id="no limit"),
        pytest.param("the limit is negative infinity", "-infinity", id="infinity in words"),
        pytest.param(r"\hat{\imath}", "i_hat", id="a unit vector"),
    ],
)
def test_read(text: str, expected: str):
    assert plain(read(text).tree) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a b]_0^1", id="no name for the bounds"),
        pytest.param("y |_{x=2}", id="a name that is not there"),
        pytest.param("[x]_0", id="one bound"),
        pytest.param("[1, 2]_0^1", id="a list"),
    ],
)
def test_refused(text: str):
    with pytest.raises(ReadError):
        read(text)


def test_bounds_in_bounds_do_not_grow_past_the_limit():
    text = "x"
    for _ in range(40):
        text = f"[{text} + x]_0^{{x}}"
    with pytest.raises(ReadError):
        read(text)
