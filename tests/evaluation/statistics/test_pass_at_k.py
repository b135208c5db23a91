from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.evaluation.statistics.pass_at_k import pass_at_k, usual_ks


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.data())
def test_it_is_the_share_of_choices_with_a_right_answer(answers, data):
    k = data.draw(st.integers(1, len(answers)))
    assert pass_at_k(sum(answers), len(answers), k) == pytest.approx(fmean(map(any, combinations(answers, k))))


@pytest.mark.parametrize(
    "least, ks",
    [
        pytest.param(1, (1,), id="one"),
        pytest.param(4, (1, 2, 4), id="a power of two"),
        pytest.param(10, (1, 2, 4, 8, 10), id="and the number itself"),
    ],
)
def test_usual_ks(least, ks):
    assert usual_ks(least) == ks
