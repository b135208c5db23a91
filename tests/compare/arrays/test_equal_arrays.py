"""Array expressions: order matters, brackets do not; shapes that do not fit are a difference with its reason."""

import pytest

from fullmarks.compare.arrays.equal_arrays import why_unfit
from fullmarks.compare.comparison import EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.ratio import constant_ratio
from tests.compare.arrays.worlds import FILTERS, LAYERS, SQUARES, World

GRAM = "W (3 I - W^T W) / 2"


@pytest.mark.parametrize(
    "world, answer, expected",
    [
        pytest.param(LAYERS, "\\frac12 W (3I - W^\\top W)", GRAM, id="another spelling"),
        pytest.param(LAYERS, "(3 I - W W^T) W / 2", GRAM, id="the other Gram matrix on the other side"),
        pytest.param(LAYERS, "1.5 W - 0.5 W W^T W", GRAM, id="multiplied out"),
        pytest.param(LAYERS, "W (W^T W)", "(W W^T) W", id="brackets"),
        pytest.param(LAYERS, "W I", "W", id="the identity"),
        pytest.param(LAYERS, "I W I", "I_{d_out} W I_{d_in}", id="identities of both sizes"),
        pytest.param(LAYERS, "W I_{d_\\text{in}}", "W", id="an identity whose size is in words"),
        pytest.param(LAYERS, "3 I_{d_in} - W^T W", "3I - W^TW", id="the identity at its size"),
        pytest.param(LAYERS, "c W", "W c", id="numbers change places"),
        pytest.param(LAYERS, "W U^T W", "W (W^T U)^T", id="a transposed product"),
        pytest.param(LAYERS, "x^T W^T", "(W x)^T", id="a vector"),
        pytest.param(LAYERS, "y^T W x", "x^T W^T y", id="a number is its transpose"),
        pytest.param(LAYERS, "(y^T W x) U", "U y^T W x", id="a row times a column is a number"),
        pytest.param(LAYERS, "y x^T x", "(x^T x) y", id="a column times a number"),
        pytest.param(LAYERS, "x · x", "x^T x", id="two columns beside each other"),
        pytest.param(LAYERS, "\\|x\\|^2", "x^T x", id="the length of a vector"),
        pytest.param(LAYERS, "\\|W\\|_F^2", "trace(W^T W)", id="the Frobenius norm"),
        pytest.param(LAYERS, "\\sqrt{c} \\sqrt{c} W", "c W", id="roots"),
        pytest.param(LAYERS, "W/c - W/c", "0", id="zero is the zero matrix"),
        pytest.param(LAYERS, "W ⊙ U", "U ⊙ W", id="entry by entry"),
        pytest.param(LAYERS, "(W ⊗ x)^T", "W^T ⊗ x^T", id="Kronecker"),
        pytest.param(LAYERS, "c ⊙ W", "c W", id="every sign between a number and an array is the multiple"),
        pytest.param(LAYERS, "sign(-W)", "-sign(W)", id="signs of the entries"),
        pytest.param(LAYERS, "\\sum_{i=1}^{d_in} W_{1,i} x_i", "(\\sum_{j=1}^{d_in} x_j W_{1,j})", id="entries"),
        pytest.param(
            LAYERS, "\\sum_{i=1}^{d_in} w_{i,i}", "\\sum_{k=1}^{d_in} W_{k,k}", id="entries by a small letter"
        ),
        pytest.param(LAYERS, "W_t - c U", "W - c U", id="the array at a step"),
        pytest.param(LAYERS, "W_{old} - c U", "W - c U", id="an array that is marked by a word"),
        pytest.param(LAYERS, "diag(x) x", "x ⊙ x", id="a diagonal matrix"),
        pytest.param(SQUARES, "(B^T A^T)^T", "A B", id="transposed twice"),
        pytest.param(SQUARES, "A^2 + AB + BA + B^2", "(A + B)^2", id="a square of a sum"),
        pytest.param(SQUARES, "B^{-1} A^{-1}", "(AB)^{-1}", id="the inverse of a product"),
        pytest.param(SQUARES, "(A^T)^{-1}", "A^{-T}", id="the inverse of a transpose"),
        pytest.param(SQUARES, "A A^{-1}", "I", id="a product that is the identity"),
        pytest.param(SQUARES, "A^3 A^{-1} A^0", "A A", id="powers"),
        pytest.param(SQUARES, "(2 I)^{-1}", "I/2", id="the inverse of a multiple of the identity"),
        pytest.param(SQUARES, "tr(AB)", "tr(BA)", id="traces"),
        pytest.param(SQUARES, "|A B|", "det(A) det(B)", id="bars are the determinant of a square"),
        pytest.param(SQUARES, "A'", "A^T", id="a prime that nobody declared"),
        pytest.param(SQUARES, "e^{t} A", "A e^t", id="a number that is not rational"),
        pytest.param(SQUARES, "e^{A} + B", "B + e^A", id="an exponential of the same matrix"),
        pytest.param(SQUARES, "\\|A B\\|", "\\|(B^T A^T)^T\\|", id="a norm of the same matrix"),
        pytest.param(SQUARES, "\\sum_{i=1}^{3} i A", "6 A", id="a sum of arrays"),
        pytest.param(SQUARES, "\\prod_{i=1}^{3} A", "A^3", id="a product of arrays"),
        pytest.param(FILTERS, "dY * X", "X * dY", id="the smaller slides over the larger"),
        pytest.param(FILTERS, "eta*(X * dY)", "eta (X * dY)", id="a star between a number and an array"),
        pytest.param(FILTERS, "X * eta dY", "eta (X * dY)", id="a multiple inside"),
        pytest.param(FILTERS, "conv2d(X, dY)", "X * dY", id="as deep learning calls it"),
        pytest.param(FILTERS, "correlate2d(X, dY)", "X * dY", id="as SciPy calls it"),
        pytest.param(FILTERS, "rot180(correlate2d(dY, X))", "X * dY", id="the other way round, half a turn"),
        pytest.param(FILTERS, "convolve2d(X, flip(dY))", "X * dY", id="a convolution with a flipped kernel"),
        pytest.param(FILTERS, "X * \\frac{\\partial L}{\\partial Y}", "X * dY", id="a gradient as a derivative"),
        pytest.param(
            FILTERS,
            "\\sum_{i=1}^{m} \\frac{\\partial L}{\\partial y_{i,i}}",
            "\\sum_{i=1}^{m} dY_{i,i}",
            id="an entry of a gradient as a derivative",
        ),
        pytest.param(
            FILTERS,
            "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dY_{i,j} X_{i:i+k-1, j:j+k-1}",
            "X * dY",
            id="a sum of blocks",
        ),
        pytest.param(FILTERS, "X[1:k, 1:k] + w", "w + X[1:k, 1:k]", id="blocks"),
        pytest.param(FILTERS, "X[1:n, 2:2]^T X[1:n, 2:2]", "\\sum_{i=1}^n X_{i,2}^2", id="a column"),
        pytest.param(FILTERS, "X_{4/2, 1}", "X_{2, 1}", id="a quotient that is a place"),
        pytest.param(FILTERS, "w - \\eta\\,(dY * X)", "w - eta (X * dY)", id="a step"),
        pytest.param(
            FILTERS,
            "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1, j+l-1}",
            "\\sum_{p=1}^{n-k+1} \\sum_{q=1}^{n-k+1} X_{p+h-1, q+l-1} dY_{p,q}",
            id="sums of entries",
        ),
        pytest.param(
            FILTERS,
            "\\sum_{i=0}^{m-1} \\sum_{j=0}^{m-1} dy_{i+1,j+1} x_{i+h,j+l}",
            "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}",
            id="shifted bounds",
        ),
    ],
)
def test_equal(world: World, answer: str, expected: str):
    assert world.equal(answer, expected)
    assert world.equal(expected, answer)


@pytest.mark.parametrize(
    "world, answer, expected",
    [
        pytest.param(LAYERS, "W (3 I + W^T W) / 2", GRAM, id="a sign"),
        pytest.param(LAYERS, "W (3 I - W^T W)", GRAM, id="a factor"),
        pytest.param(LAYERS, "W W^T U", "U W^T W", id="another array of the same shape"),
        pytest.param(LAYERS, "W + 0.000001 U", "W", id="a small term"),
        pytest.param(LAYERS, "x^T W^T W x", "y^T W W^T y", id="numbers that differ"),
        pytest.param(LAYERS, "I_{d_out}", "I_{d_in}", id="identities of other sizes"),
        pytest.param(LAYERS, "W_{1,2}", "W_{2,1}", id="entries"),
        pytest.param(LAYERS, "W ⊙ W", "W ⊙ U", id="entry by entry"),
        pytest.param(LAYERS, "sign(W)", "W", id="signs"),
        pytest.param(LAYERS, "f(W)", "W", id="a letter in front, which is a number"),
        pytest.param(SQUARES, "B A", "A B", id="order"),
        pytest.param(SQUARES, "A^2 + 2AB + B^2", "(A + B)^2", id="a square of a sum"),
        pytest.param(SQUARES, "(A + B)(A - B)", "A^2 - B^2", id="a difference of squares"),
        pytest.param(SQUARES, "A^{-1} B^{-1}", "(AB)^{-1}", id="the inverse of a product"),
        pytest.param(SQUARES, "A^T B^T", "(AB)^T", id="the transpose of a product"),
        pytest.param(SQUARES, "0", "AB - BA", id="a commutator is not zero"),
        pytest.param(SQUARES, "tr(A) tr(B)", "tr(AB)", id="traces"),
        pytest.param(SQUARES, "A ⊗ B", "B ⊗ A", id="Kronecker"),
        pytest.param(SQUARES, "A e^t", "A", id="a number that is not rational"),
        pytest.param(SQUARES, "(A - A)^{-1} B", "B", id="the inverse of zero"),
        pytest.param(SQUARES, "A/(t - t)", "A", id="a division by zero"),
        pytest.param(SQUARES, "A", "2 I", id="a matrix for a multiple of the identity"),
        pytest.param(SQUARES, "2 I", "I", id="multiples of the identity"),
        pytest.param(FILTERS, "X * flip(dY)", "X * dY", id="a flipped kernel"),
        pytest.param(FILTERS, "convolve2d(X, dY)", "X * dY", id="a true convolution"),
        pytest.param(FILTERS, "correlate2d(dY, X)", "X * dY", id="half a turn"),
        pytest.param(FILTERS, "X * dY^T", "X * dY", id="a transposed kernel"),
        pytest.param(
            FILTERS,
            "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h,j+l}",
            "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}",
            id="an index that leaves the array",
        ),
        pytest.param(FILTERS, "X[1:k, 1:k]", "X[2:k+1, 2:k+1]", id="blocks"),
        pytest.param(FILTERS, "X[n:n+1, 1]", "X_{n, 1}", id="a block that leaves the array"),
        pytest.param(
            FILTERS,
            "\\sum_{i=1}^{m-1} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}",
            "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}",
            id="a sum that is too short",
        ),
    ],
)
def test_different(world: World, answer: str, expected: str):
    assert world.equal(answer, expected) is False
    assert world.equal(expected, answer) is False


@pytest.mark.parametrize(
    "world, answer, expected, sentence",
    [
        pytest.param(LAYERS, "W W", GRAM, "W·W cannot be multiplied: W is d_out × d_in.", id="an array times itself"),
        pytest.param(
            LAYERS,
            "(3 I - W^T W) W / 2",
            GRAM,
            "(3·I - Wᵀ·W)·W cannot be multiplied: (3·I - Wᵀ·W) is d_in × d_in, W is d_out × d_in.",
            id="factors in another order",
        ),
        pytest.param(
            LAYERS,
            "3 - W^T W",
            "3 I - W^T W",
            "3 and Wᵀ·W cannot be added: 3 is a number, Wᵀ·W is d_in × d_in.",
            id="a number and an array",
        ),
        pytest.param(
            LAYERS,
            "W - W^T",
            "W",
            "W and Wᵀ cannot be added: W is d_out × d_in, Wᵀ is d_in × d_out.",
            id="a sum of two shapes",
        ),
        pytest.param(
            LAYERS,
            "W I_{d_out}",
            "W",
            "W·I_{d_out} cannot be multiplied: W is d_out × d_in, I_{d_out} is d_out × d_out.",
            id="an identity of another size",
        ),
        pytest.param(
            LAYERS,
            "I + W",
            "W",
            "I and W cannot be added: I is a multiple of the identity, W is d_out × d_in.",
            id="an identity that fits nothing",
        ),
        pytest.param(LAYERS, "W^{-1}", "W^T", "W has no inverse: it is d_out × d_in.", id="an inverse"),
        pytest.param(LAYERS, "W^2", "W", "W cannot be raised to a power: it is d_out × d_in.", id="a power"),
        pytest.param(LAYERS, "tr(W)", "tr(W W^T)", "trace(W) cannot be formed: W is d_out × d_in.", id="a trace"),
        pytest.param(LAYERS, "W/U", "W", "Nothing can be divided by U, which is d_out × d_in.", id="a division"),
        pytest.param(
            LAYERS,
            "W ⊙ W^T",
            "W",
            "W ⊙ Wᵀ cannot be formed: W is d_out × d_in, Wᵀ is d_in × d_out.",
            id="entry by entry",
        ),
        pytest.param(
            LAYERS,
            "I_{c} W",
            "W",
            "I_c has no size here: c is not a size that is declared.",
            id="an identity without a size",
        ),
        pytest.param(
            FILTERS, "X dY", "X * dY", "X·dY cannot be multiplied: X is n × n, dY is m × m.", id="side by side"
        ),
        pytest.param(
            FILTERS,
            "w - eta dY",
            "w - eta (X * dY)",
            "w and eta·dY cannot be added: w is k × k, eta·dY is m × m.",
            id="a step of another shape",
        ),
        pytest.param(FILTERS, "X_{h,l} * dY", "2", None, id="a number times an array fits"),
    ],
)
def test_what_does_not_fit_is_said(world: World, answer: str, expected: str, sentence: str | None):
    found = world.compared(answer, expected)
    assert found.comparison.equal is False
    assert found.unfit == sentence


@pytest.mark.parametrize(
    "world, answer, expected, shapes",
    [
        pytest.param(LAYERS, "W^T", "W", ("d_in × d_out", "d_out × d_in"), id="transposed"),
        pytest.param(LAYERS, "x^T x", "x", ("a number", "d_in × 1"), id="a number"),
        pytest.param(LAYERS, "I", "W", ("a multiple of the identity", "d_out × d_in"), id="the identity"),
        pytest.param(FILTERS, "X * w", "X * dY", ("m × m", "k × k"), id="sizes that are defined by others"),
        pytest.param(
            World({"X": "n by n", "w": "k by k"}, star="valid correlation"),
            "X * w",
            "w",
            ("3 × 3 where k is 2, n is 4", "k × k"),
            id="a size that has no name",
        ),
    ],
)
def test_other_shapes(world: World, answer: str, expected: str, shapes: tuple[str, str]):
    found = world.compared(answer, expected)
    assert found.comparison.equal is False
    assert found.shapes == shapes
    assert found.comparison.evidence.note == f"The answer is {shapes[0]}, the key {shapes[1]}."


@pytest.mark.parametrize(
    "world, answer, expected",
    [
        pytest.param(SQUARES, "\\|A\\|", "\\|B\\|", id="norms of different matrices"),
        pytest.param(SQUARES, "\\|A^T\\|", "\\|A\\|", id="norms that are equal for a reason"),
        pytest.param(SQUARES, "e^{A} e^{B}", "e^{A + B}", id="exponentials of matrices"),
        pytest.param(SQUARES, "A^{1/2} A^{1/2}", "A", id="the root of a matrix"),
        pytest.param(SQUARES, "((A^{64})^{64})^{64}", "A", id="numbers past the limits"),
        pytest.param(SQUARES, "i A", "A", id="complex numbers"),
        pytest.param(FILTERS, "w_{3}", "w", id="a place that is no place of a matrix"),
    ],
)
def test_undecided(world: World, answer: str, expected: str):
    assert world.equal(answer, expected) is None


def test_a_key_that_has_no_value_decides_nothing():
    found = LAYERS.compared("W", "W W").comparison
    assert found.equal is None
    assert found.evidence.note == "The key has no value: W·W cannot be multiplied: W is d_out × d_in."
    assert why_unfit(LAYERS.tree("W W"), LAYERS.assumptions()) == "W·W cannot be multiplied: W is d_out × d_in."
    assert why_unfit(LAYERS.tree(GRAM), LAYERS.assumptions()) is None


@pytest.mark.parametrize(
    "answer, expected, entry, is_equal",
    [
        pytest.param("w_{h,l} - eta dw_{h,l}", "w - eta dw", ("h", "l"), True, id="entry by entry"),
        pytest.param("w_{l,h} - eta dw_{l,h}", "w - eta dw", ("h", "l"), False, id="the other way round"),
        pytest.param("w_{i,j} - eta dw_{i,j}", "w - eta dw", ("i", "j"), True, id="the letter i is an index"),
        pytest.param("w_{h,l} - eta dw_{h,l}", "w - eta dw", (), False, id="nobody said which indices"),
        pytest.param("w - eta dw", "w - eta dw", ("h", "l"), True, id="whole arrays all the same"),
        pytest.param("w_{h,l} - eta dw", "w - eta dw", ("h", "l"), False, id="an entry and an array"),
    ],
)
def test_a_general_entry(answer: str, expected: str, entry: tuple[str, ...], is_equal: bool):
    world = World({"w": "k by k", "dw": "k by k"}, {"eta": "positive"})
    assert world.equal(answer, expected, entry) is is_equal


def test_the_gradient_of_a_kernel_entry_by_entry():
    answer = "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}"
    assert FILTERS.equal(answer, "X * dY", ("h", "l"))
    assert FILTERS.equal(answer, "X * dY", ("l", "h")) is False


class TestEvidence:
    def test_the_same_tree_is_identical(self):
        assert SQUARES.compared("A B", "AB").comparison.evidence.kind is EvidenceKind.IDENTICAL

    def test_agreement_says_at_how_many_points_and_that_it_is_exact(self):
        found = SQUARES.compared("(B^T A^T)^T", "A B").comparison.evidence
        assert (found.kind, found.points, found.bits) == (EvidenceKind.AGREED, 4, None)
        assert found.note == "Exact, at arrays of random whole numbers."

    def test_agreement_of_numbers_that_are_not_rational_has_bits(self):
        assert SQUARES.compared("\\sqrt{2} A \\sqrt{2} B", "2 A B").comparison.evidence.bits == 96

    def test_a_difference_says_where(self):
        found = LAYERS.compared("2 c W", "c W").comparison.evidence
        assert found.kind is EvidenceKind.COUNTEREXAMPLE
        assert [name for name, _ in found.at] == ["c", "d_in", "d_out"]
        assert found.note == "The entry in row 1, column 1, for arrays of random whole numbers."
        assert found.values is not None
        assert found.values[0] != found.values[1]


class TestThroughEqual:
    """The door to all comparing knows arrays where they are declared, and leaves other things alone."""

    @pytest.mark.parametrize(
        "answer, expected, is_equal",
        [
            pytest.param("B A", "A B", False, id="order"),
            pytest.param("(B^T A^T)^T", "A B", True, id="transposed twice"),
            pytest.param("t n + n t", "2 n t", True, id="numbers alone"),
            pytest.param("A B = B A", "B A = A B", True, id="an equation turned"),
            pytest.param("2 A B = 2 B A", "A B = B A", True, id="an equation times a number"),
            pytest.param("A B = I", "B A = I", None, id="equations that are not one up to a factor"),
            pytest.param("rank(A)", "n", None, id="a rank, of which random arrays say nothing"),
            pytest.param("(A, B)", "(A, B)", True, id="a pair"),
            pytest.param("(B A, A)", "(A B, A)", False, id="a pair of expressions"),
            pytest.param("[[1, 2], [3, 4]] A", "A [[1, 2], [3, 4]]", False, id="a matrix that is written out"),
        ],
    )
    def test_equal(self, answer: str, expected: str, is_equal: bool | None):
        found = equal(SQUARES.tree(answer), SQUARES.tree(expected), SQUARES.assumptions())
        assert found.equal is is_equal

    @pytest.mark.parametrize(
        "answer, expected, ratio",
        [
            pytest.param("2 A B", "A B", 2, id="twice"),
            pytest.param("2 B A", "A B", None, id="twice, turned"),
            pytest.param("-A", "A", -1, id="the negative"),
            pytest.param("A + B", "A", None, id="a sum"),
            pytest.param("3 tr(A)", "tr(A)", 3, id="a number"),
            pytest.param("A - A", "A", None, id="zero"),
            pytest.param("2 I", "I", 2, id="the identity"),
        ],
    )
    def test_ratio(self, answer: str, expected: str, ratio: int | None):
        assert constant_ratio(SQUARES.tree(answer), SQUARES.tree(expected), SQUARES.assumptions()) == ratio
