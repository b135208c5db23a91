"""Sets given by a condition, as keys and as answers."""

import pytest

from fullmarks import check


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x > 1", r"\{x \mid x > 1\}", "correct", id="a set for a condition"),
        pytest.param(r"\{x | x > 1\}", "x > 1", "correct", id="a condition for a set"),
        pytest.param("(1, oo)", r"\{x \in \mathbb{R} : x > 1\}", "correct", id="a set for an interval"),
        pytest.param(r"\{x | x > 1\}", r"\{y | y > 1\}", "correct", id="another name"),
        pytest.param(r"\{x | x > 1\}", r"\{x | x \ge 1\}", "incorrect", id="the border"),
        pytest.param("x > 1", r"\{x \in \mathbb{Z} : x > 1\}", "incorrect", id="integers alone"),
        pytest.param(r"\{x | x > 1\}", "{1}", "incorrect", id="a set of one"),
        pytest.param(r"\mathbb{R}", "all real numbers", "correct", id="all real numbers"),
        pytest.param(r"(-\infty, \infty)", "All real numbers.", "correct", id="all real numbers for an interval"),
        pytest.param("x > 1", "all real numbers", "incorrect", id="too many"),
    ],
)
def test_a_set_by_its_condition(key, answer, verdict):
    assert check(key, answer).verdict == verdict
