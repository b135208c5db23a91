"""Rows of a display that begin with the names of parts."""

import pytest

from fullmarks.find.written_out import written_out


@pytest.mark.parametrize(
    "said, seen",
    [
        pytest.param(
            r"$$\boxed{\begin{aligned}\text{2(a)}&: x^2\\ \text{2(b) mean}&: 5\end{aligned}}$$",
            "**2(a)** $x^2$\n\n**2(b)** mean: $5$",
            id="a box with all answers",
        ),
        pytest.param(
            r"\[\begin{aligned}\text{(a)} &\quad x \\ \text{(b)} &\quad \begin{bmatrix}1\\2\end{bmatrix}\end{aligned}\]",
            "**(a)** $x$\n\n**(b)** $\\begin{bmatrix}1\\\\2\\end{bmatrix}$",
            id="a matrix within a row",
        ),
        pytest.param(
            r"$$\begin{aligned}y &= x\\ &= 2\end{aligned}$$",
            r"$$\begin{aligned}y &= x\\ &= 2\end{aligned}$$",
            id="a derivation",
        ),
        pytest.param(
            r"$$\begin{aligned}\text{(a)}&: x\end{aligned}$$",
            r"$$\begin{aligned}\text{(a)}&: x\end{aligned}$$",
            id="one row",
        ),
    ],
)
def test_each_row_becomes_a_line(said: str, seen: str):
    assert written_out(said).text.strip() == seen
