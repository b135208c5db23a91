"""What a glimpse at the first arrays refutes."""

import pytest

from fullmarks.compare.arrays.glimpses import ArrayGlimpses
from tests.compare.arrays.worlds import FILTERS, LAYERS, SQUARES, World


@pytest.mark.parametrize(
    "world, one, other, refuted",
    [
        pytest.param(SQUARES, "A (B + A)", "A B + A^2", False, id="equal"),
        pytest.param(SQUARES, "A B", "B A", True, id="another order"),
        pytest.param(LAYERS, "W W", "W", True, id="shapes that do not fit"),
        pytest.param(LAYERS, "W", "W W", True, id="a spoilt key whose shapes do not fit"),
        pytest.param(LAYERS, "W W^T", "W^T W", True, id="another shape"),
        pytest.param(SQUARES, "e^A", "e^A", False, id="a function of which nothing is known"),
        pytest.param(FILTERS, "X * dY", "dY * X", False, id="the smaller slides over the larger"),
    ],
)
def test_what_is_refuted(world: World, one: str, other: str, refuted: bool):
    seen = ArrayGlimpses(world.assumptions(), 20_000)
    assert seen.refute_equality(world.tree(one), world.tree(other)) is refuted


def test_where_nothing_is_left_to_pay_with_nothing_is_hoped_for():
    assert ArrayGlimpses(SQUARES.assumptions(), 1).refute_equality(SQUARES.tree("A + A"), SQUARES.tree("2 A"))
