"""What signs and functions do to arrays. An operation gives None where the shapes do not fit.

Convolution and correlation as in signal processing: a correlation slides the kernel as it is, a convolution turns it by half a
turn first. ``conv2d`` is what deep learning calls so, a valid correlation; ``convolve2d`` is the true one. ``correlate2d(A, B)``
slides B over A: where B is the larger one, the result is that of sliding A over B, turned by half a turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flint import fmpq

from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.compare.arrays.values import Table, entries, multiplied, rows_of, shape, table
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import BeyondError

Operate = Callable[[Table, Table], Table | None]
Change = Callable[[Table], Table | None]
_MOST_PRODUCTS = 20_000
_ZERO = fmpq(0)


def _slide(image: Table, kernel: Table) -> Table | None:
    """The kernel at every place where it lies wholly in the image: the sums of products."""
    (rows, columns), (height, width) = shape(image), shape(kernel)
    down, across = rows - height + 1, columns - width + 1
    if down < 1 or across < 1:
        return None
    if down * across * height * width > _MOST_PRODUCTS:
        raise BeyondError
    whole, weights = entries(image), entries(kernel)
    steps = [row * columns + column for row in range(height) for column in range(width)]
    pairs = [(step, weight) for step, weight in zip(steps, weights, strict=True) if weight != 0]
    return table(
        down,
        across,
        (_weighted(whole, row * columns + column, pairs) for row in range(down) for column in range(across)),
    )


def _weighted(whole: list[Value], corner: int, pairs: list[tuple[int, Value]]) -> Value:
    total: Value = _ZERO
    for step, weight in pairs:
        total = total + whole[corner + step] * weight
    return total


def half_turn(matrix: Table) -> Table:
    """Rows and columns in the opposite order."""
    return table(*shape(matrix), reversed(entries(matrix)))


def _rows_reversed(matrix: Table) -> Table:
    return table(*shape(matrix), (entry for row in reversed(rows_of(matrix)) for entry in row))


def _columns_reversed(matrix: Table) -> Table:
    return table(*shape(matrix), (entry for row in rows_of(matrix) for entry in reversed(row)))


def valid_correlation(first: Table, second: Table) -> Table | None:
    """The smaller one slides over the larger one, whichever is written first."""
    found = _slide(first, second)
    return _slide(second, first) if found is None else found


def valid_convolution(first: Table, second: Table) -> Table | None:
    """The smaller one, turned, slides over the larger one."""
    found = _slide(first, half_turn(second))
    return _slide(second, half_turn(first)) if found is None else found


def _correlate2d(first: Table, second: Table) -> Table | None:
    found = _slide(first, second)
    if found is not None:
        return found
    turned = _slide(second, first)
    return None if turned is None else half_turn(turned)


def _surrounded(image: Table, height: int, width: int) -> Table:
    """The image with so many rows and columns of zeros around it that a kernel of that shape may hang over by all but one."""
    columns = image.ncols() + 2 * (width - 1)
    side = [_ZERO] * (width - 1)
    above = [_ZERO] * (columns * (height - 1))
    middle = [entry for row in rows_of(image) for entry in (*side, *row, *side)]
    return table(image.nrows() + 2 * (height - 1), columns, (*above, *middle, *above))


def full_correlation(first: Table, second: Table) -> Table | None:
    """The second one slides over the first one and its surroundings."""
    return _slide(_surrounded(first, *shape(second)), second)


def full_convolution(first: Table, second: Table) -> Table | None:
    """The second one, turned, slides over the first one and its surroundings; the same the other way round."""
    return full_correlation(first, half_turn(second))


def kronecker(first: Table, second: Table) -> Table:
    """Each entry of the first one times the whole second one."""
    (rows, columns), (height, width) = shape(first), shape(second)
    one, other = rows_of(first), rows_of(second)
    return table(
        rows * height,
        columns * width,
        (
            one[row // height][column // width] * other[row % height][column % width]
            for row in range(rows * height)
            for column in range(columns * width)
        ),
    )


def hadamard(first: Table, second: Table) -> Table | None:
    """Entry by entry."""
    if shape(first) != shape(second):
        return None
    return table(*shape(first), (a * b for a, b in zip(entries(first), entries(second), strict=True)))


def matrix_product(first: Table, second: Table) -> Table | None:
    """Rows times columns."""
    return multiplied(first, second) if first.ncols() == second.nrows() else None


def _inner(first: Table, second: Table) -> Table | None:
    """The sum of products of two vectors; of matrices, their product."""
    if first.ncols() == second.ncols() == 1:
        return matrix_product(first.transpose(), second)
    return matrix_product(first, second)


def _outer(first: Table, second: Table) -> Table | None:
    return multiplied(first, second.transpose()) if first.ncols() == second.ncols() == 1 else None


def _diagonal(matrix: Table) -> Table:
    """The square matrix with a vector on its diagonal, or the diagonal of a matrix as a vector."""
    rows, columns = shape(matrix)
    if columns == 1:
        listed = entries(matrix)
        return table(
            rows, rows, (listed[row] if row == column else _ZERO for row in range(rows) for column in range(rows))
        )
    size = min(rows, columns)
    return table(size, 1, (matrix[place, place] for place in range(size)))


def _stacked(matrix: Table) -> Table:
    """The columns below each other."""
    rows, columns = shape(matrix)
    return table(rows * columns, 1, entries(matrix.transpose()))


BY_MEANING: Mapping[Meaning, Operate] = {
    Meaning.VALID_CORRELATION: valid_correlation,
    Meaning.VALID_CONVOLUTION: valid_convolution,
    Meaning.FULL_CORRELATION: full_correlation,
    Meaning.FULL_CONVOLUTION: full_convolution,
    Meaning.KRONECKER: kronecker,
    Meaning.MATRIX_PRODUCT: matrix_product,
    Meaning.HADAMARD: hadamard,
}
"""What a sign does."""

AS_THE_SIGN = "conv"
OF_TWO: Mapping[str, Operate] = {
    "conv2d": valid_correlation,
    "convolve2d": valid_convolution,
    "correlate2d": _correlate2d,
    "kron": kronecker,
    "outer": _outer,
    "dot": _inner,
    "matmul": matrix_product,
}
"""Functions of two arrays."""

SAME_AS: Mapping[str, str] = {
    **dict.fromkeys(("Conv2d", "Conv2D", "conv2D", "Conv2"), "conv2d"),
    **dict.fromkeys(("correlate", "corr", "corr2d", "xcorr", "xcorr2d", "correlate2D"), "correlate2d"),
    **dict.fromkeys(("Conv", "convolve", "convolution", "conv2", "correlation"), "conv"),
}
"""Further names of functions of two arrays. ``conv`` does what the sign ``*`` does, where a rubric says what that is."""

IN_FULL: Mapping[str, Operate] = {
    "conv2d": full_correlation,
    "convolve2d": full_convolution,
    "correlate2d": full_correlation,
}
"""The same with the mode ``full``."""

OF_ONE: Mapping[str, Change] = {
    "transpose": lambda matrix: matrix.transpose(),
    "flip": half_turn,
    "rot180": half_turn,
    "flipud": _rows_reversed,
    "fliplr": _columns_reversed,
    "diag": _diagonal,
    "vec": _stacked,
}
"""Functions of one array that give one."""

FUNCTIONS = frozenset({*OF_TWO, *OF_ONE, *SAME_AS, AS_THE_SIGN} - {"transpose"})
"""The names that mean something where arrays are declared, and nothing elsewhere."""
