"""Gradients and moments of arrays in many spellings, as the names that are declared."""

import pytest

from fullmarks.compare.arrays.spellings import as_declared
from fullmarks.expr.plain import plain
from tests.compare.arrays.worlds import FILTERS, LAYERS, World

KERNELS = World(
    {"X": "n by n", "dY": "m by m", "w": "k by k", "dw": "k by k", "where": "m = n - k + 1"},
    {"eta": "positive"},
    "valid correlation",
)


@pytest.mark.parametrize(
    "text, declared",
    [
        pytest.param(r"\frac{\partial L}{\partial w}", "dw", id="a partial derivative"),
        pytest.param(r"\frac{dL}{dw}", "dw", id="a derivative"),
        pytest.param(r"\frac{d\mathcal{L}}{dw_{h,l}}", "dw_{h, l}", id="of an entry"),
        pytest.param(r"\frac{\partial L}{\partial y_{i,j}}", "dy_{i, j}", id="of an entry by its small letter"),
        pytest.param(r"\nabla_w L", "dw", id="nabla"),
        pytest.param(r"\eta \nabla_w L", "eta*dw", id="nabla in a product"),
        pytest.param(r"X * \nabla_Y L", "X * dY", id="nabla behind a sign"),
        pytest.param(r"d\mathbf{w}", "dw", id="a d beside the name"),
        pytest.param(r"x_{i,j} \mathrm{d}y_{i,j}", "x_{i, j}*dy_{i, j}", id="a d within a product"),
        pytest.param(r"\frac{\partial L}{\partial z}", "derivative(L, z)", id="by something else"),
        pytest.param("d z", "d*z", id="a d beside something else"),
        pytest.param("w_t", "w", id="a moment"),
        pytest.param("w_{t+1}", "w", id="the next one"),
        pytest.param(r"w_{\text{new}}", "w", id="new"),
        pytest.param("w_{old}", "w", id="old"),
        pytest.param(r"w^{(t+1)}", "w", id="raised"),
        pytest.param(r"w_{h,l}^{(t)}", "w_{h, l}", id="an entry at a moment"),
        pytest.param("w^2", "w^2", id="a power"),
        pytest.param("w^T", "transpose(w)", id="a transpose"),
        pytest.param("w_{h,l}", "w_{h, l}", id="an entry"),
        pytest.param(r"x_{(i+h)(j+l)}", "x_{i + h, j + l}", id="indices in brackets"),
        pytest.param("X_{[1, 2]}", "X_{1, 2}", id="indices in a list"),
    ],
)
def test_spellings(text: str, declared: str):
    assert plain(as_declared(KERNELS.tree(text), KERNELS.arrays)) == declared


def test_nothing_changes_where_no_gradient_is_declared():
    tree = LAYERS.tree(r"\frac{\partial L}{\partial W}")
    assert as_declared(tree, LAYERS.arrays) == tree


@pytest.mark.parametrize(
    "answer, equal",
    [
        pytest.param(r"\sum_{i,j} dy_{i,j} x_{i+h-1,j+l-1}", True, id="over all of dY"),
        pytest.param(r"\sum_i \sum_j dy_{i,j} x_{i+h-1,j+l-1}", True, id="one after the other"),
        pytest.param(r"\sum_{i,j} dy_{j,i} x_{i+h-1,j+l-1}", False, id="turned"),
        pytest.param(r"\sum_{i,j} dy_{i,j} x_{i,j}", None, id="over arrays of different sizes"),
        pytest.param(r"\sum_{i,j} dy_{i+1,j+1} x_{i+h,j+l}", None, id="nothing that is counted"),
    ],
)
def test_sums_without_bounds(answer: str, equal: bool | None):
    key = r"\sum_{i=1}^{m} \sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}"
    assert FILTERS.equal(answer, key) is equal


@pytest.mark.parametrize(
    "answer, equal",
    [
        pytest.param(r"X *_{\text{valid}} dY", True, id="valid"),
        pytest.param(r"X *_{\text{full}} dY", False, id="full has another shape"),
        pytest.param("conv(X, dY)", True, id="conv does what the sign does"),
        pytest.param("Conv2d(X, dY)", True, id="capitals"),
        pytest.param("convolve(X, dY, 'valid')", True, id="a mode in quotes"),
        pytest.param("correlate(X, dY, mode='valid')", True, id="a mode by name"),
        pytest.param("conv(X, dY, full)", False, id="full by a function"),
        pytest.param("convolve2d(X, dY)", False, id="a true convolution"),
        pytest.param(r"X \circledast dY", True, id="a star in a circle"),
    ],
)
def test_convolutions(answer: str, equal: bool):
    assert FILTERS.equal(answer, "X * dY") is equal


def test_conv_without_a_sign_that_means_something_is_not_known():
    images = World({"X": "n by n", "w": "k by k"})
    assert images.equal("conv(X, w)", "conv2d(X, w)") is None
