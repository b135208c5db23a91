import pytest

from fullmarks.evaluation.statistics.votes import majority


@pytest.mark.parametrize(
    "groups, right, share",
    [
        pytest.param([1, 1, 2], [True, True, False], 1.0, id="the right one"),
        pytest.param([1, 2, 2], [True, False, False], 0.0, id="a wrong one"),
        pytest.param([1, 1, 2, 2], [True, True, False, False], 0.5, id="as many"),
        pytest.param([1, 2, 3], [True, False, False], 1 / 3, id="each another"),
        pytest.param([], [], 0.0, id="nobody votes"),
    ],
)
def test_majority(groups, right, share):
    assert majority(groups, right) == share
