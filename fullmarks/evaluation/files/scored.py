"""A file of outputs, line by line with verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fullmarks.evaluation.bounded import BoundedChecks
from fullmarks.evaluation.checked import ToCheck
from fullmarks.evaluation.files.fields import Fields
from fullmarks.evaluation.files.rows import BadRow, Row
from fullmarks.evaluation.files.score_lines import ScoreLine, bad_line, score_line
from fullmarks.records import frozen


@frozen
class _Sample:
    row: Row
    number: int


def scored(
    file: str, fields: Fields, rows: Iterable[Row | BadRow], checks: BoundedChecks
) -> Iterator[tuple[ScoreLine, ...]]:
    """The lines of each row, in order, as soon as all of a row are there. Rows are taken as they are needed."""
    lines: list[ScoreLine] = []
    for item, checked in checks.each(_items(rows), _asked):
        if isinstance(item, BadRow):
            yield (bad_line(file, item),)
        elif checked is not None:
            lines.append(score_line(file, item.row, item.number, fields, checked))
            if lines[-1].is_last_of_row:
                yield tuple(lines)
                lines.clear()


def _items(rows: Iterable[Row | BadRow]) -> Iterator[_Sample | BadRow]:
    for row in rows:
        if isinstance(row, BadRow):
            yield row
        else:
            yield from (_Sample(row, number) for number in range(len(row.samples)))


def _asked(item: _Sample | BadRow) -> ToCheck | None:
    if isinstance(item, BadRow):
        return None
    return ToCheck(keys=item.row.gold.keys, answer=item.row.samples[item.number])
