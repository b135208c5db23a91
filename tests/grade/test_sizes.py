"""Shapes as people write them: what separates sizes, and what does not."""

from __future__ import annotations

import pytest

from fullmarks.expr.plain import plain
from fullmarks.grade.sizes import read_sizes
from fullmarks.limits import DEFAULT
from fullmarks.read.vocabulary import Vocabulary

SIZES = "(floor((W - K)/S) + 1, floor((H - K)/S) + 1, C)"


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("⌊(W-K)/S⌋+1 × ⌊(H-K)/S⌋+1 × C", SIZES, id="sums without brackets"),
        pytest.param(r"\lfloor (W-K)/S\rfloor+1 by \lfloor (H-K)/S \rfloor + 1 by C", SIZES, id="by"),
        pytest.param("(floor((W-K)/S)+1) x (floor((H-K)/S)+1) x C", SIZES, id="the letter x"),
        pytest.param(
            r"$\left\lfloor\frac{W-K}{S}\right\rfloor+1 \times \left\lfloor\frac{H-K}{S}\right\rfloor+1 \times C$",
            SIZES,
            id="LaTeX",
        ),
        pytest.param("(2×3) × 4", "(2*3, 4)", id="a product inside brackets stays one"),
        pytest.param("28 × 28 × 10", "(28, 28, 10)", id="numbers"),
        pytest.param("28*28*10", None, id="a star separates no sizes"),
        pytest.param("3x + 1", None, id="x beside a number"),
        pytest.param("28 × × 10", None, id="a size is missing"),
        pytest.param(" × ".join("1" * 17), None, id="too many sizes"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_sizes(text: str, expected: str | None) -> None:
    reading = read_sizes(text, Vocabulary(), DEFAULT)
    assert (plain(reading.tree) if reading else None) == expected
