"""Matrices by their shape, and what is no shape."""

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.domains import REAL
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "text, matrix",
    [
        pytest.param(r"\mathbf 1_{2 \times 3}", "[[1, 1, 1], [1, 1, 1]]", id="ones"),
        pytest.param(r"\mathbb{1}_{2x2}", "[[1, 1], [1, 1]]", id="an x for the sign"),
        pytest.param("1_{2×1}", "[[1], [1]]", id="a column"),
        pytest.param(r"0_{2\times 2}", "[[0, 0], [0, 0]]", id="zeros"),
        pytest.param(r"O_{1\times 2}", "[[0, 0]]", id="a letter for zeros"),
        pytest.param(r"J_{2\times 2}", "[[1, 1], [1, 1]]", id="a letter for ones"),
        pytest.param(r"I_{2\times 2}", "[[1, 0], [0, 1]]", id="the identity"),
        pytest.param(r"2 I_{2\times 2}", "2*[[1, 0], [0, 1]]", id="a multiple"),
        pytest.param(r"I_{2\times 3}", "I_{2*3}", id="no identity has this shape"),
        pytest.param("I_2", "I_2", id="a name with a number"),
        pytest.param(r"K_{2\times 2}", "K_{2*2}", id="another name"),
        pytest.param("101_2", "5", id="a number in base two"),
    ],
)
def test_shaped(text: str, matrix: str):
    assert plain(read(text).tree) == matrix


def test_a_declared_name_stays():
    assert plain(read(r"I_{2\times 2}", Vocabulary({"I": REAL})).tree) == "I_{2*2}"


def test_a_shape_that_is_too_large():
    with pytest.raises(ReadError):
        read(r"1_{99\times 99}")
