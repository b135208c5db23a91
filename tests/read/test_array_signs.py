"""Signs between arrays: what is an operation of its own, what a product, and how tightly they hold together."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.domains import REAL
from fullmarks.expr.latex import latex
from fullmarks.expr.nodes import Call, Multiply, Operation, Symbol, Text
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

NAMES = dict.fromkeys(("A", "B", "C", "eta"), REAL)
USUAL = Vocabulary(NAMES)
STAR = Vocabulary(NAMES, operators={"*": "valid correlation"}, functions=frozenset({"conv2d", "rot180"}))
A, B, C, ETA = (Symbol(name) for name in NAMES)


@pytest.mark.parametrize(
    "text, tree",
    [
        pytest.param("A ⊙ B", Operation("⊙", A, B), id="entry by entry"),
        pytest.param("A \\odot B", Operation("⊙", A, B), id="the same in LaTeX"),
        pytest.param("A \\otimes B", Operation("⊗", A, B), id="Kronecker"),
        pytest.param("A @ B", Multiply((A, B)), id="the matrix product of Python"),
        pytest.param("A * B", Multiply((A, B)), id="a star that nobody declared"),
        pytest.param("A \\star B", Multiply((A, B)), id="another star that nobody declared"),
        pytest.param("A B ⊙ C", Operation("⊙", Multiply((A, B)), C), id="a product to the left"),
        pytest.param("A ⊙ B C", Operation("⊙", A, Multiply((B, C))), id="a product to the right"),
        pytest.param("A ⊙ B ⊙ C", Operation("⊙", Operation("⊙", A, B), C), id="from left to right"),
        pytest.param("A^⊤ B", Multiply((Call("transpose", (A,)), B)), id="the sign of the transpose"),
        pytest.param("A^\\intercal", Call("transpose", (A,)), id="another one in LaTeX"),
    ],
)
def test_signs(text: str, tree: object):
    assert read(text, USUAL).tree == tree
    assert read(plain(read(text, USUAL).tree), USUAL).tree == tree
    assert read(latex(read(text, USUAL).tree), USUAL).tree == tree


@pytest.mark.parametrize(
    "text, tree",
    [
        pytest.param("A * B", Operation("*", A, B), id="the declared star"),
        pytest.param("A \\ast B", Operation("*", A, B), id="in LaTeX"),
        pytest.param("A ⋆ B", Operation("*", A, B), id="another star, which is not declared"),
        pytest.param("A * eta B", Operation("*", A, Multiply((ETA, B))), id="a multiple to the right"),
        pytest.param("eta A * B", Operation("*", Multiply((ETA, A)), B), id="a multiple to the left"),
        pytest.param("A \\cdot B", Multiply((A, B)), id="a dot is a product"),
        pytest.param("A \\circledast B", Operation("*", A, B), id="a star in a circle"),
        pytest.param("A *_{\\text{valid}} B", Operation("*", A, B), id="valid below the sign"),
        pytest.param("A *_{full} B", Operation("*_full", A, B), id="full below the sign"),
        pytest.param("conv2d(A, B, 'full')", Call("conv2d", (A, B, Text("full"))), id="a word in quotes"),
        pytest.param("conv2d(A, B)", Call("conv2d", (A, B)), id="a name with a digit inside"),
        pytest.param("\\text{rot180}(A)", Call("rot180", (A,)), id="a name with digits at its end"),
    ],
)
def test_declared_signs(text: str, tree: object):
    assert read(text, STAR).tree == tree


def test_what_stands_below_a_sign_is_written_back():
    tree = read(r"A *_{\text{full}} B", STAR).tree
    assert (plain(tree), latex(tree)) == ("A *_full B", r"A *_{\text{full}} B")
    assert read(plain(tree), STAR).tree == read(latex(tree), STAR).tree == tree


def test_other_words_below_a_sign_are_refused():
    with pytest.raises(ReadError) as refused:
        read(r"A *_{\text{same}} B", STAR)
    assert refused.value.sentence == "Below a sign one of valid, full is expected here."


def test_a_star_of_its_own():
    other = Vocabulary(NAMES, operators={"⋆": "valid correlation"})
    assert read("A ⋆ B", other).tree == read("A \\star B", other).tree == Operation("⋆", A, B)
    assert read("A * B", other).tree == Multiply((A, B))


@pytest.mark.parametrize("arrow", ["←", "\\leftarrow", "\\gets", ":="])
def test_an_assignment_is_read_as_an_equation(arrow: str):
    assert read(f"A {arrow} A - eta B", USUAL).tree == read("A = A - eta B", USUAL).tree
