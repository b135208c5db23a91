"""Points rounded to multiples, half up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.grade.rounding import rounded


@pytest.mark.parametrize(
    "points, step, result",
    [
        pytest.param("1/3", None, "1/3", id="exact without a step"),
        pytest.param("0", "1", "0", id="nothing"),
        pytest.param("1/2", "1", "1", id="half up"),
        pytest.param("3/2", "1", "2", id="half up, again"),
        pytest.param("5/2", "1", "3", id="half up, not to the even one"),
        pytest.param("49/100", "1", "0", id="less than half"),
        pytest.param("1/4", "1/2", "1/2", id="half of a half"),
        pytest.param("8/9", "1/4", "1", id="to a quarter"),
        pytest.param("7/20", "1/10", "2/5", id="a tie that no float has"),
        pytest.param("1", "2/3", "4/3", id="to an odd step"),
    ],
)
def test_rounded(points, step, result):
    assert rounded(Fraction(points), None if step is None else Fraction(step), Fraction(9)) == Fraction(result)


@given(st.fractions(0, 1_000), st.fractions(Fraction(1, 100), 10))
def test_it_is_a_multiple_no_further_than_half_a_step(points, step):
    found = rounded(points, step, points + step)
    assert (found / step).denominator == 1
    assert -step / 2 < found - points <= step / 2


@given(st.fractions(0, 100), st.fractions(0, 100), st.fractions(Fraction(1, 100), 10), st.fractions(0, 200))
def test_more_points_are_never_rounded_to_fewer_nor_past_the_most(points, more, step, most):
    assert rounded(points, step, most) <= rounded(points + more, step, most) <= most
