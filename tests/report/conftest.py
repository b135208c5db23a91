"""The report that is made by hand, for every test of this folder."""

import pytest

from tests.report.made import made_report


@pytest.fixture
def report():
    return made_report()
