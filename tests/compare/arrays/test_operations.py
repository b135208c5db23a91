"""What signs and functions do to arrays, against sums written out and against arrays worked out by hand."""

import pytest
from flint import arb, arb_mat, fmpq, fmpq_mat

from fullmarks.compare.arrays.operations import BY_MEANING, IN_FULL, OF_ONE, OF_TWO
from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.compare.arrays.values import Identity, identity, multiple, plus, times
from fullmarks.compare.evaluation.undefined import BeyondError

SMALL = fmpq_mat([[1, 2], [3, 4]])
WIDE = fmpq_mat([[1, 2, 3], [4, 5, 6]])
SQUARE = fmpq_mat([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
KERNEL = fmpq_mat([[1, 0], [0, -1]])
COLUMN = fmpq_mat([[1], [2]])


@pytest.mark.parametrize(
    "meaning, first, second, made",
    [
        (Meaning.VALID_CORRELATION, SQUARE, KERNEL, [[-4, -4], [-4, -4]]),
        (Meaning.VALID_CORRELATION, KERNEL, SQUARE, [[-4, -4], [-4, -4]]),
        (Meaning.VALID_CONVOLUTION, SQUARE, KERNEL, [[4, 4], [4, 4]]),
        (Meaning.VALID_CONVOLUTION, KERNEL, SQUARE, [[4, 4], [4, 4]]),
        (Meaning.VALID_CORRELATION, SQUARE, SMALL, [[37, 47], [67, 77]]),
        (Meaning.VALID_CONVOLUTION, SQUARE, SMALL, [[23, 33], [53, 63]]),
        (Meaning.FULL_CORRELATION, SMALL, KERNEL, [[-1, -2, 0], [-3, -3, 2], [0, 3, 4]]),
        (Meaning.FULL_CONVOLUTION, SMALL, KERNEL, [[1, 2, 0], [3, 3, -2], [0, -3, -4]]),
        (Meaning.FULL_CONVOLUTION, KERNEL, SMALL, [[1, 2, 0], [3, 3, -2], [0, -3, -4]]),
        (Meaning.KRONECKER, KERNEL, COLUMN, [[1, 0], [2, 0], [0, -1], [0, -2]]),
        (Meaning.HADAMARD, SMALL, KERNEL, [[1, 0], [0, -4]]),
        (Meaning.MATRIX_PRODUCT, SMALL, WIDE, [[9, 12, 15], [19, 26, 33]]),
    ],
)
def test_a_sign(meaning: Meaning, first: fmpq_mat, second: fmpq_mat, made: list[list[int]]):
    assert BY_MEANING[meaning](first, second) == fmpq_mat(made)


@pytest.mark.parametrize(
    "meaning, first, second",
    [
        (Meaning.VALID_CORRELATION, WIDE, fmpq_mat([[1], [2], [3]])),
        (Meaning.VALID_CONVOLUTION, WIDE, fmpq_mat([[1], [2], [3]])),
        (Meaning.HADAMARD, SMALL, WIDE),
        (Meaning.MATRIX_PRODUCT, WIDE, SMALL),
    ],
)
def test_shapes_that_do_not_fit(meaning: Meaning, first: fmpq_mat, second: fmpq_mat):
    assert BY_MEANING[meaning](first, second) is None


def test_every_meaning_does_something():
    assert set(BY_MEANING) == set(Meaning)


@pytest.mark.parametrize(
    "functions, name, first, second, made",
    [
        (OF_TWO, "conv2d", SQUARE, SMALL, [[37, 47], [67, 77]]),
        (OF_TWO, "convolve2d", SQUARE, SMALL, [[23, 33], [53, 63]]),
        (OF_TWO, "correlate2d", SQUARE, SMALL, [[37, 47], [67, 77]]),
        (OF_TWO, "correlate2d", SMALL, SQUARE, [[77, 67], [47, 37]]),
        (OF_TWO, "kron", COLUMN, COLUMN, [[1], [2], [2], [4]]),
        (OF_TWO, "outer", COLUMN, COLUMN, [[1, 2], [2, 4]]),
        (OF_TWO, "dot", COLUMN, COLUMN, [[5]]),
        (OF_TWO, "dot", SMALL, COLUMN, [[5], [11]]),
        (OF_TWO, "matmul", SMALL, KERNEL, [[1, -2], [3, -4]]),
        (IN_FULL, "convolve2d", SMALL, KERNEL, [[1, 2, 0], [3, 3, -2], [0, -3, -4]]),
    ],
)
def test_a_function_of_two(functions, name: str, first: fmpq_mat, second: fmpq_mat, made: list[list[int]]):
    assert functions[name](first, second) == fmpq_mat(made)


@pytest.mark.parametrize(
    "name, first, second", [("outer", SMALL, COLUMN), ("correlate2d", WIDE, COLUMN.transpose() * 0)]
)
def test_a_function_of_two_that_does_not_fit(name: str, first: fmpq_mat, second: fmpq_mat):
    second = fmpq_mat([[1], [2], [3]]) if name == "correlate2d" else second
    assert OF_TWO[name](first, second) is None


@pytest.mark.parametrize(
    "name, made",
    [
        ("transpose", [[1, 4], [2, 5], [3, 6]]),
        ("flip", [[6, 5, 4], [3, 2, 1]]),
        ("rot180", [[6, 5, 4], [3, 2, 1]]),
        ("flipud", [[4, 5, 6], [1, 2, 3]]),
        ("fliplr", [[3, 2, 1], [6, 5, 4]]),
        ("diag", [[1], [5]]),
        ("vec", [[1], [4], [2], [5], [3], [6]]),
    ],
)
def test_a_function_of_one(name: str, made: list[list[int]]):
    assert OF_ONE[name](WIDE) == fmpq_mat(made)


def test_a_vector_on_the_diagonal():
    assert OF_ONE["diag"](COLUMN) == fmpq_mat([[1, 0], [0, 2]])


def test_a_zero_result_is_a_result():
    zero = SMALL - SMALL
    assert BY_MEANING[Meaning.VALID_CORRELATION](SQUARE, zero) == zero
    assert OF_TWO["correlate2d"](SQUARE, zero) == zero


def test_too_much_work_is_refused():
    large = fmpq_mat(64, 64, [1] * 4096)
    with pytest.raises(BeyondError):
        BY_MEANING[Meaning.VALID_CORRELATION](large, fmpq_mat(20, 20, [1] * 400))
    with pytest.raises(BeyondError):
        BY_MEANING[Meaning.KRONECKER](large, SMALL)


ONE, TWO, ZERO = fmpq(1), fmpq(2), fmpq(0)


@pytest.mark.parametrize(
    "first, second, total",
    [
        pytest.param(ONE, TWO, fmpq(3), id="numbers"),
        pytest.param(ZERO, WIDE, WIDE, id="zero is the zero matrix"),
        pytest.param(SMALL, KERNEL, fmpq_mat([[2, 2], [3, 3]]), id="one shape"),
        pytest.param(SMALL, WIDE, None, id="two shapes"),
        pytest.param(ONE, SMALL, None, id="a number and a matrix"),
        pytest.param(Identity(TWO), SMALL, fmpq_mat([[3, 2], [3, 6]]), id="the identity fits a square"),
        pytest.param(Identity(TWO), WIDE, None, id="the identity fits nothing else"),
        pytest.param(Identity(TWO), Identity(ONE), Identity(fmpq(3)), id="identities"),
        pytest.param(Identity(TWO), ONE, None, id="an identity and a number"),
        pytest.param(fmpq_mat([[-1]]), fmpq_mat([[3]]), fmpq(2), id="one entry is a number"),
    ],
)
def test_sums(first, second, total):
    assert plus(first, second) == total
    assert plus(second, first) == total


@pytest.mark.parametrize(
    "first, second, product",
    [
        pytest.param(TWO, SMALL, 2 * SMALL, id="a number and a matrix"),
        pytest.param(WIDE, TWO, 2 * WIDE, id="a matrix and a number"),
        pytest.param(SMALL, WIDE, SMALL * WIDE, id="matrices"),
        pytest.param(WIDE, SMALL, None, id="matrices that do not fit"),
        pytest.param(Identity(TWO), WIDE, 2 * WIDE, id="the identity from the left"),
        pytest.param(WIDE, Identity(TWO), 2 * WIDE, id="the identity from the right"),
        pytest.param(Identity(TWO), Identity(TWO), Identity(fmpq(4)), id="identities"),
        pytest.param(COLUMN.transpose(), COLUMN, fmpq(5), id="a row times a column is a number"),
    ],
)
def test_products(first, second, product):
    assert times(first, second) == product


def test_a_matrix_of_balls():
    root = arb(2).sqrt()
    scaled = multiple(SMALL, root)
    assert isinstance(scaled, arb_mat)
    assert isinstance(plus(scaled, SMALL), arb_mat)
    assert isinstance(times(SMALL, scaled), arb_mat)
    assert identity(2, TWO) == fmpq_mat([[2, 0], [0, 2]])
