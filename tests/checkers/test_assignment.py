import pytest

from fullmarks.checkers.assignment import best_assignment
from fullmarks.compare.comparison import Comparison, Evidence, EvidenceKind


@pytest.mark.parametrize(
    "grid, pairs",
    [
        pytest.param(["10", "01"], 2, id="each its own"),
        pytest.param(["11", "10"], 2, id="the first must make room"),
        pytest.param(["110", "100", "011"], 3, id="a chain of moves"),
        pytest.param(["11", "11", "11"], 2, id="more rows than columns"),
        pytest.param(["10", "10"], 1, id="two for one"),
        pytest.param(["00", "00"], 0, id="none"),
        pytest.param([], 0, id="empty"),
    ],
)
def test_as_many_pairs_as_there_can_be(grid: list[str], pairs: int):
    rows = [[Comparison(mark == "1", Evidence(EvidenceKind.EXACT)) for mark in row] for row in grid]
    found = best_assignment(rows)
    assert len(found) == len(set(found.values())) == pairs
    assert all(rows[row][column].equal for column, row in found.items())
