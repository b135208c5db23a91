"""Processes that check, shared by the tests of this folder: each takes a second to start."""

import pytest

from fullmarks.evaluation.bounded import BoundedChecks, Bounds
from fullmarks.evaluation.checked import How
from fullmarks.evaluation.reward import Reward


@pytest.fixture(scope="session")
def bounds():
    return Bounds(workers=2)


@pytest.fixture(scope="session")
def checks(bounds):
    with BoundedChecks(How(), bounds) as some:
        yield some


@pytest.fixture(scope="session")
def reward(bounds):
    one = Reward(bounds=bounds)
    yield one
    one.close()
