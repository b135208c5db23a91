"""The blocks of a page with the marks that they begin with; a table of answers row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fullmarks.errors import Span
from fullmarks.find.documents import Block, BlockKind, Page
from fullmarks.find.marks import Mark, mark_of
from fullmarks.find.part_names import PartNames


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with the mark that it begins with, if it names a part."""

    block: Block
    mark: Mark | None = None


def units_of(page: Page, names: PartNames) -> tuple[Unit, ...]:
    """The blocks of a page with their marks; a table whose first column names parts comes row by row."""
    return tuple(_units(page, names))


def _units(page: Page, names: PartNames) -> Iterator[Unit]:
    for block in page.blocks:
        rows = _answer_rows(page, block, names)
        if rows:
            yield from rows
        else:
            yield Unit(block, mark_of(page, block, names))


_COLUMN_OF_PARTS = re.compile(r"[\s|*]*(?:#|part|problem|question|exercise|no\\b|nr\\b|q\\b)", re.IGNORECASE)
_CELL = re.compile(r"[^|\n]+")


def _answer_rows(page: Page, block: Block, names: PartNames) -> list[Unit]:
    """The rows of a table whose first column names parts."""
    if block.kind is not BlockKind.TABLE:
        return []
    rows, marked = [], 0
    place = block.span.start
    for line in page.covered[block.span.start : block.span.end].splitlines(keepends=True):
        row = Block(
            BlockKind.PARAGRAPH, Span(place, place + len(line.rstrip())), Span(place, place + len(line.rstrip()))
        )
        cell = _CELL.search(page.covered, place, place + len(line))
        mark = None
        if cell is not None:
            first = Block(BlockKind.TITLE, Span(cell.start(), cell.end()), Span(cell.start(), cell.end()))
            mark = mark_of(page, first, names)
            mark = mark if mark is not None and _names_a_row(page, block, mark, cell.end(), names) else None
        marked += mark is not None
        if mark is not None and cell is not None:
            mark = replace(mark, end=min(cell.end() + 1, row.span.end))
            row = replace(row, body=Span(cell.start(), place + len(line.rstrip(" |\n\t"))))
        rows.append(Unit(row, mark))
        place += len(line)
    return rows if marked else []


def _names_a_row(page: Page, block: Block, mark: Mark, cell_end: int, names: PartNames) -> bool:
    """Whether a first cell is a part's name and nothing else; a bare number only under a heading that says so."""
    if page.covered[mark.end : cell_end].strip():
        return False
    if mark.worded or not mark.is_question:
        return True
    heading = page.covered[block.span.start : block.span.end].split("\n", 1)[0]
    return names.part(mark.names[0]) is not None and _COLUMN_OF_PARTS.match(heading) is not None
