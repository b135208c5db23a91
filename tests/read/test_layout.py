"""LaTeX's layout, delimiters, line ends and alignment: none of it changes what is said."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("$x$", "x", id="dollars"),
        pytest.param("$$x$$", "x", id="two dollars"),
        pytest.param(r"\(x\)", "x", id="round delimiters"),
        pytest.param(r"\[x\]", "x", id="square delimiters"),
        pytest.param("\\[\nx = 5\n\\]", "x = 5", id="square delimiters on lines of their own"),
        pytest.param(r"The answer is \(x^2\)", "x^2", id="round delimiters behind words"),
        pytest.param("$x$ and $y$", "x and y", id="two formulas"),
        pytest.param("$x$, $y$", "x, y", id="two formulas in a list"),
        pytest.param(r"\displaystyle x", "x", id="displaystyle"),
        pytest.param(r"x \quad y", "x*y", id="quad"),
        pytest.param(r"x\;+\;y", "x + y", id="spaces of LaTeX"),
        pytest.param(r"x\hspace{1em}y", "x*y", id="hspace"),
        pytest.param(r"x = 5 \tag{1}", "x = 5", id="tag"),
        pytest.param(r"\color{red}{x}", "x", id="color"),
        pytest.param(r"\left(\frac{x}{2}\right)", "x/2", id="left and right"),
        pytest.param(r"\left.\frac{x}{2}\right.", "x/2", id="left and right of nothing"),
        pytest.param(r"\Big( x \Big)", "x", id="Big"),
        pytest.param(r"\bigl[ x, y \bigr]", "[x, y]", id="bigl and bigr"),
        pytest.param(r"\underbrace{x+1}_{\text{two terms}}", "x + 1", id="underbrace"),
        pytest.param(r"\underline{x}", "x", id="underline"),
        pytest.param(r"\overline{x+1}", "conjugate(x + 1)", id="a bar over a sum is a conjugate"),
        pytest.param(r"\begin{aligned} f &= a \\ &= b \end{aligned}", "f = a = b", id="aligned chain"),
        pytest.param(r"\begin{align*} f &= a + b \\ &= c \end{align*}", "f = a + b = c", id="align"),
        pytest.param(r"\begin{equation} x = 5 \end{equation}", "x = 5", id="equation"),
        pytest.param(r"f = a \\ = b", "f = a = b", id="a line that begins with a relation"),
        pytest.param(r"f = \\ a", "f = a", id="a line that ends with a relation"),
        pytest.param("f = a\n= b", "f = a = b", id="lines of plain text"),
        pytest.param("f = a\n  + b", "f = a + b", id="a line that begins with a sign"),
        pytest.param("a +\nb", "a + b", id="a line that ends with a sign"),
        pytest.param("x = 1\ny = 2", "x = 1, y = 2", id="two statements on two lines"),
        pytest.param("x = 1\n\n\ny = 2", "x = 1, y = 2", id="empty lines between"),
        pytest.param(r"\begin{gathered} x = 1 \\ y = 2 \end{gathered}", "x = 1, y = 2", id="gathered"),
        pytest.param("[1,\n 2]", "[1, 2]", id="a line end in a bracket"),
        pytest.param("x = 5\n", "x = 5", id="a line end at the end"),
        pytest.param("x = 5\\\\", "x = 5", id="a row end at the end"),
        pytest.param("x\t+\t1", "x + 1", id="tabs"),
        pytest.param(r"x^{2}{}", "x^2", id="an empty group"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected
