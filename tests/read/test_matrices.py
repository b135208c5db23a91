"""Matrices and vectors in every spelling; transposes."""

import pytest

TWO_BY_TWO = [
    pytest.param(r"\begin{matrix}1&2\\3&4\end{matrix}", id="matrix"),
    pytest.param(r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", id="pmatrix"),
    pytest.param(r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", id="bmatrix"),
    pytest.param(r"\begin{Bmatrix}1&2\\3&4\end{Bmatrix}", id="Bmatrix"),
    pytest.param(r"\begin{smallmatrix}1&2\\3&4\end{smallmatrix}", id="smallmatrix"),
    pytest.param(r"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]", id="array in brackets"),
    pytest.param(r"\left(\begin{array}{cc}1&2\\3&4\end{array}\right)", id="array in round brackets"),
    pytest.param(r"\begin{array}{c|c}1&2\\\hline 3&4\end{array}", id="array with lines"),
    pytest.param("\\begin{bmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{bmatrix}", id="over several lines"),
    pytest.param(r"\begin{bmatrix}1&2\\3&4\\\end{bmatrix}", id="a row end at the end"),
    pytest.param(r"\begin{bmatrix}1&2\\[2pt]3&4\end{bmatrix}", id="a row end with a distance"),
    pytest.param("$$\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}$$", id="displayed"),
    pytest.param("[[1,2],[3,4]]", id="nested lists"),
    pytest.param("[[1, 2],\n [3, 4]]", id="nested lists over two lines"),
    pytest.param("[1,2;3,4]", id="rows between semicolons"),
    pytest.param("[1, 2; 3, 4]", id="rows between semicolons with spaces"),
    pytest.param("(1,2;3,4)", id="rows between semicolons in round brackets"),
    pytest.param("[1 2; 3 4]", id="entries between spaces"),
    pytest.param("(1 2; 3 4)", id="entries between spaces in round brackets"),
    pytest.param("{{1,2},{3,4}}", id="nested braces"),
    pytest.param("Matrix([[1,2],[3,4]])", id="SymPy"),
    pytest.param("np.array([[1,2],[3,4]])", id="NumPy"),
    pytest.param("array([[1,2],[3,4]])", id="NumPy's own writing"),
]


@pytest.mark.parametrize("text", TWO_BY_TWO)
def test_spellings_of_one_matrix(read_as, text):
    assert read_as(text) == "[[1, 2], [3, 4]]"


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\begin{pmatrix}1\\2\\3\end{pmatrix}", "[[1], [2], [3]]", id="column"),
        pytest.param("[1;2;3]", "[[1], [2], [3]]", id="column between semicolons"),
        pytest.param(r"\begin{bmatrix}1&2&3\end{bmatrix}", "[[1, 2, 3]]", id="row as a matrix"),
        pytest.param("[1, 2, 3]", "[1, 2, 3]", id="row as a list"),
        pytest.param("[1 2 3]", "[1, 2, 3]", id="row between spaces"),
        pytest.param("[-1 2 -3]", "[-1, 2, -3]", id="row between spaces with signs"),
        pytest.param("[[1],[2]]", "[[1], [2]]", id="column of lists"),
        pytest.param("[[5]]", "[[5]]", id="one entry"),
        pytest.param("(a b; c d)", "[[a, b], [c, d]]", id="letters between spaces and semicolons"),
        pytest.param("[[a+b, 0], [0, -c]]", "[[a + b, 0], [0, -c]]", id="sums and signs as entries"),
        pytest.param(r"\begin{bmatrix}\frac12&0\\0&x^2\end{bmatrix}", "[[1/2, 0], [0, x^2]]", id="LaTeX entries"),
        pytest.param("[[1,2],[3]]", "[[1, 2], [3]]", id="lists of two lengths are no matrix"),
        pytest.param("[[1,2],3]", "[[1, 2], 3]", id="a list and a number are no matrix"),
        pytest.param("[[0.5, 1e-3], [1/2, -1]]", "[[0.5, 1e-3], [1/2, -1]]", id="numbers as written"),
        pytest.param(r"A = \begin{bmatrix}1&0\\0&1\end{bmatrix}", "A = [[1, 0], [0, 1]]", id="behind an equals sign"),
        pytest.param(r"2\begin{bmatrix}1&0\\0&1\end{bmatrix}", "2*[[1, 0], [0, 1]]", id="a factor before"),
        pytest.param(r"\begin{vmatrix}1&2\\3&4\end{vmatrix}", "det([[1, 2], [3, 4]])", id="bars are a determinant"),
        pytest.param(r"\det\begin{pmatrix}1&2\\3&4\end{pmatrix}", "det([[1, 2], [3, 4]])", id="det of a matrix"),
        pytest.param("<1, 2, 3>", "(1, 2, 3)", id="angles"),
        pytest.param(r"\langle 1, 2, 3\rangle", "(1, 2, 3)", id="angles in LaTeX"),
        pytest.param("⟨1, 2⟩", "(1, 2)", id="angle signs"),
        pytest.param("v = <1, 2>", "v = (1, 2)", id="angles behind an equals sign"),
        pytest.param("(1, 2, 3)", "(1, 2, 3)", id="tuple"),
        pytest.param("(1,)", "(1,)", id="tuple of one"),
        pytest.param("()", "()", id="empty tuple"),
        pytest.param("[]", "[]", id="empty list"),
        pytest.param("((1, 2), (3, 4))", "((1, 2), (3, 4))", id="tuple of tuples"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("A^T", "transpose(A)", id="T above a capital"),
        pytest.param(r"A^\top", "transpose(A)", id="top"),
        pytest.param(r"x^\top", "transpose(x)", id="top above a small letter"),
        pytest.param(r"A^{\top}", "transpose(A)", id="top in braces"),
        pytest.param(r"A^{\mathsf T}", "transpose(A)", id="sans serif"),
        pytest.param(r"A^{\text{T}}", "transpose(A)", id="text"),
        pytest.param("Aᵀ", "transpose(A)", id="a raised T"),
        pytest.param("A⊤", "A*top", id="the sign beside a letter is a name"),
        pytest.param("(AB)^T", "transpose(A*B)", id="of a product"),
        pytest.param("(A+B)^T", "transpose(A + B)", id="of a sum"),
        pytest.param("dW^T", "d*transpose(W)", id="of the last letter"),
        pytest.param("WW^T", "W*transpose(W)", id="in a product"),
        pytest.param("A^TB", "transpose(A)*B", id="before a letter"),
        pytest.param("[1,2,3]^T", "[[1], [2], [3]]", id="of a list"),
        pytest.param("(1,2)^T", "[[1], [2]]", id="of a tuple"),
        pytest.param("[[1,2],[3,4]]^T", "[[1, 3], [2, 4]]", id="of a matrix"),
        pytest.param(r"[0,0.8,0]^\top", "[[0], [0.8], [0]]", id="of a list in LaTeX"),
        pytest.param("x^T", "x^T", id="above a small letter T is an exponent"),
        pytest.param("2^T", "2^T", id="above a number T is an exponent"),
        pytest.param("transpose(A)", "transpose(A)", id="function"),
        pytest.param("A^{-1}", "A^(-1)", id="an inverse is a power"),
    ],
)
def test_transposes(read_as, text, expected):
    assert read_as(text) == expected


def test_a_declared_t_is_an_exponent(read_as):
    assert read_as("A^T", symbols="A T") == "A^T"


def test_of_a_declared_family_the_transpose_is_one(read_as):
    assert read_as("x^T", indexed="x") == "transpose(x)"
