"""Orders of growth in formulas, words and sentences, read and marked."""

import pytest

from fullmarks.grade.judge import judge
from fullmarks.rubric.load import load_rubric_text

ITEM = load_rubric_text(
    """
rubric: growth
parts:
  1:
    symbols: {n: positive integer, s: positive}
    items:
      order: {growth: n, in: n}
"""
).items()[0]


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param(r"\Theta(n)", "correct", id="a bound"),
        pytest.param(r"\sigma = (n - 3) s \approx n s", "correct", id="a chain"),
        pytest.param("It grows linearly in n.", "correct", id="words"),
        pytest.param("The deviation grows like n s.", "correct", id="a formula behind words"),
        pytest.param("It is asymptotically linear in $n$, i.e. $\\Theta(n)$.", "correct", id="words and a bound"),
        pytest.param("It is O(n), i.e. linear.", "correct", id="a bound and words"),
        pytest.param("proportional to n", "correct", id="proportional"),
        pytest.param("on the order of n", "correct", id="order"),
        pytest.param("It is of order $n$.", "correct", id="of order"),
        pytest.param("scales as n for large n", "correct", id="with a remark"),
        pytest.param("grows linearly (not quadratically)", "correct", id="another order denied"),
        pytest.param("It grows quadratically.", "incorrect", id="another order in words"),
        pytest.param("grows like the square root of n", "incorrect", id="the square root"),
        pytest.param("It grows exponentially.", "incorrect", id="exponentially"),
        pytest.param("It grows like n^2.", "incorrect", id="another formula"),
        pytest.param("It does not grow linearly.", "incorrect", id="the order denied"),
        pytest.param("It does not grow quadratically.", "needs_review", id="another order denied alone"),
        pytest.param("It is linear and grows like n^2.", "needs_review", id="words against the formula"),
        pytest.param(
            "The variance grows quadratically, the deviation linearly, like n.",
            "needs_review",
            id="two orders",
        ),
        pytest.param("It grows.", "incorrect", id="no order"),
    ],
)
def test_orders(answer: str, verdict: str):
    assert judge(answer, ITEM).outcome.verdict == verdict
