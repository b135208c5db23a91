import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.evaluation.statistics.interval import clustered, of_means, wilson


# Newcombe (1998), “Two-sided confidence intervals for the single proportion”, table I, method 3.
@pytest.mark.parametrize(
    "right, of, low, high",
    [
        pytest.param(81, 263, 0.2553, 0.3662, id="81 of 263"),
        pytest.param(15, 148, 0.0624, 0.1605, id="15 of 148"),
        pytest.param(0, 20, 0.0, 0.1611, id="none"),
        pytest.param(1, 29, 0.0061, 0.1718, id="1 of 29"),
        pytest.param(29, 29, 0.8830, 1.0, id="all"),
    ],
)
def test_wilson(right, of, low, high):
    found = wilson(right, of)
    assert (found.value, round(found.low, 4), round(found.high, 4)) == (right / of, low, high)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_value_and_is_one_of_shares(counts):
    found = wilson(*counts)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_answers_that_always_agree_with_each_other_count_as_one():
    alone = of_means([1.0, 0.0, 1.0, 1.0, 0.0] * 20)
    together = clustered([4, 0, 4, 4, 0] * 20, [4] * 100)
    assert together.value == alone.value == 0.6
    assert (together.low, together.high) == (pytest.approx(alone.low), pytest.approx(alone.high))


def test_independent_answers_count_each():
    # Every problem has two right answers of four: the spread between problems is 0, and Wilson's is taken.
    assert clustered([2] * 100, [4] * 100) == of_means([0.5] * 100)


def test_problems_with_more_answers_count_for_more():
    assert clustered([1, 0], [1, 3]).value == 0.25


@pytest.mark.parametrize("value", [pytest.param(0.0, id="none"), pytest.param(1.0, id="all")])
def test_no_spread_is_not_certainty(value):
    found = of_means([value] * 10)
    assert found.value == value
    assert found.high - found.low > 0.2
