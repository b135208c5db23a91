"""Statistics as tables: one of the items, one of the answers."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.analysis.statistics import ClassStatistics
from fullmarks.analysis.words import COLUMNS, shares
from fullmarks.report.cells import Cell, line

ITEM_COLUMNS = ("item", "submissions", *COLUMNS, "difficulty", "discrimination", "max_points")
ANSWER_COLUMNS = ("item", "count", "verdict", "points", "elsewhere", "diagnosis", "answer", "spellings")
_PLACES = 4


def items_as_csv(statistics: ClassStatistics) -> str:
    """A row an item; shares are from 0 to 1."""
    return line(ITEM_COLUMNS) + "".join(line(row) for row in _items(statistics))


def answers_as_csv(statistics: ClassStatistics) -> str:
    """A row for each group of equal answers, the commonest of each item first."""
    return line(ANSWER_COLUMNS) + "".join(line(row) for row in _answers(statistics))


def _items(statistics: ClassStatistics) -> Iterator[tuple[Cell, ...]]:
    for item in statistics.items:
        found = (round(share, _PLACES) for share in shares(item).values())
        told = "" if item.discrimination is None else round(item.discrimination, _PLACES)
        yield item.item, item.sittings, *found, round(item.difficulty, _PLACES), told, item.max_points


def _answers(statistics: ClassStatistics) -> Iterator[tuple[Cell, ...]]:
    for item in statistics.items:
        for group in item.groups:
            earned = group.verdict.value, group.points, round(group.rest, _PLACES), group.code or ""
            yield item.item, group.count, *earned, group.reading, " | ".join(group.spellings)
