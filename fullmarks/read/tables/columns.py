"""Which cell of each row stands in the asked column.

The heading decides. Where no heading is the asked one, the kind of what is asked for does, if only one cell of a row is of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fullmarks.read.tables.names import TableNames
from fullmarks.read.tables.rows import Cell, Row
from fullmarks.records import frozen
from fullmarks.regex import regex


@frozen
class Column:
    """A cell for each row (None: it has none in the column); ``headed`` says whether a heading named it."""

    cells: tuple[tuple[Row, Cell | None], ...]
    headed: bool


_SHAPE = regex(
    r"\d\s*\$?\s*(?:\\times|×|x|by|\*|⨯|\\cdot|·)\s*\$?\s*\d|[(\[]\s*\d+\s*,\s*\d+|[(\[]\s*\d+\s*,\s*[)\]]",
    re.IGNORECASE,
)
_WORKED = regex(r"[=+]")
_TOTAL = regex(r"\W*(?:in |so )?(?:total|all|altogether|overall)\b[^a-z]*", re.IGNORECASE)
_NOTHING = regex(r"\b(?:no|none|zero)\b", re.IGNORECASE)


def column_of(rows: Sequence[Row], names: TableNames, *, shapes: bool) -> Column | None:
    """The asked column; None where hardly any row has a cell in it."""
    headed = tuple((row, _headed(row, names, shapes=shapes)) for row in rows)
    if _is_column(headed):
        # In a list some rows may say less than the others: “FLATTEN: 490, none”.
        cells = tuple((row, cell or _of_kind(row, names, shapes=shapes)) for row, cell in headed)
        return Column(cells, headed=True)
    cells = tuple((row, _of_kind(row, names, shapes=shapes)) for row in rows)
    return Column(cells, headed=False) if _is_column(cells) else None


def _is_column(cells: Sequence[tuple[Row, Cell | None]]) -> bool:
    return sum(cell is not None and _says_something(cell) for _, cell in cells) >= max(1, min(2, len(cells) // 2))


def _headed(row: Row, names: TableNames, *, shapes: bool) -> Cell | None:
    """The last cell whose heading names the column most surely; one that says to be the total goes before."""
    called = [(place, cell) for cell in row.cells if (place := names.column_called(cell.heading)) is not None]
    called = [(place, cell) for place, cell in called if _says_something(cell)] or called
    if not called:
        return None
    surest = min(place for place, _ in called)
    mine = [cell for place, cell in called if place == surest]
    totals = [] if shapes else _totals(row)
    return totals[-1] if totals else mine[-1]


def _totals(row: Row) -> list[Cell]:
    """What a row comes to, where it says what of: behind a single number ``total: 170`` speaks of all the rows."""
    saying = [cell for cell in row.cells if _says_something(cell)]
    return [cell for cell in saying if _TOTAL.fullmatch(cell.heading)] if len(saying) > 2 else []


def _says_something(cell: Cell) -> bool:
    return any(letter.isdigit() for letter in cell.text) or _says_nothing(cell)


def _says_nothing(cell: Cell) -> bool:
    """Whether it says that there is none."""
    return _NOTHING.search(cell.text) is not None


def _of_kind(row: Row, names: TableNames, *, shapes: bool) -> Cell | None:
    """The cell of the asked kind, if there is one alone; of a single cell nothing more is asked."""
    saying = [cell for cell in row.cells if _says_something(cell)]
    if len(saying) <= 1:
        return saying[0] if saying else None
    if not shapes and (totals := _totals(row)):
        return totals[-1]
    saying = [cell for cell in saying if not _TOTAL.fullmatch(cell.heading)]
    if len(saying) == 1:
        return saying[0]
    shaped = [cell for cell in saying if _SHAPE.search(cell.text) and not _WORKED.search(cell.text)]
    if shapes:
        fitting = shaped or [cell for cell in saying if not re.search(r"[^\W\d_]{3}", cell.heading)]
    else:
        fitting = [cell for cell in saying if _says_nothing(cell)] or [cell for cell in saying if cell not in shaped]
    return fitting[0] if len(fitting) == 1 else None
