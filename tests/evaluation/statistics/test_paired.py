from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.evaluation.statistics.paired import MOST_EXACT, compared, mcnemar, newcombe


# Newcombe (1998), “Improved confidence intervals for the difference between binomial proportions based on paired data”,
# table III, method 10; there the first share less the second.
@pytest.mark.parametrize(
    "both, only_first, only_second, of, low, high",
    [
        pytest.param(36, 2, 12, 50, 0.0569, 0.3404, id="36 12 2 0"),
    ],
)
def test_newcombe(both, only_first, only_second, of, low, high):
    found = newcombe(both, only_first, only_second, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(0, 60), st.integers(0, 60))
def test_mcnemar_is_the_two_sided_binomial(one, other):
    least = min(one, other)
    tail = sum(comb(one + other, heads) for heads in range(least + 1)) / 2 ** (one + other)
    assert mcnemar(one, other) == pytest.approx(min(1.0, 2 * tail))
    assert mcnemar(one, other) == mcnemar(other, one)


def test_mcnemar_beyond_the_exact_is_near_it():
    half = MOST_EXACT // 2
    assert mcnemar(half - 100, half + 100) == pytest.approx(mcnemar(half - 100, half + 101), rel=0.03)


def test_one_answer_a_problem():
    found = compared([1, 1, 0, 0, 0, 0], [1, 0, 1, 1, 1, 0])
    assert (found.only_first, found.only_second, found.problems) == (1, 3, 6)
    assert found.difference.value == pytest.approx(1 / 3)
    assert (found.p, found.method) == (0.625, "McNemar's exact test, Newcombe's interval")


def test_several_answers_a_problem():
    found = compared([0.5, 0.25, 0.0, 1.0], [0.75, 0.25, 0.5, 1.0])
    assert found.difference.value == pytest.approx(0.1875)
    assert found.method == "paired differences by problem"
    assert found.difference.low < 0.1875 < found.difference.high


def test_the_same_answers_differ_by_nothing():
    found = compared([0.5] * 5, [0.5] * 5)
    assert (found.difference.value, found.p) == (0.0, 1.0)
