r"""Tables of cells: between bars, in ``tabular`` or ``array``, or in columns of plain text that spaces or tabs hold apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from fullmarks.errors import Span
from fullmarks.read.tables.names import TableNames, unmarked
from fullmarks.regex import regex

Cells = tuple[str, ...]
Grid = tuple[Cells, ...]

MOST_ROWS = 200
MOST_COLUMNS = 40

_BEGIN = regex(r"\\begin\{(?P<name>tabular[x*]?|array|longtable|tabu)\}")
_ARGUMENTS = regex(r"\s*(?:\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})*")
_RULES = regex(r"\\(?:hline|toprule|midrule|bottomrule|cmidrule(?:\([lr]+\))?\{[^}]*\}|cline\{[^}]*\})")
_SPANNING = regex(r"\\multi(?:column|row)\{[^{}]*\}\{[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}")
_NEW_ROW = regex(r"\\\\(?:\[[^\]\n]*\])?|\\tabularnewline")
_RULE_LINE = regex(r"[\s|:+=─│┼-]*")
_MATHS = regex(r"\$[^$\n]*\$|\\\(.*?\\\)|`[^`\n]*`|\\\|")
_WIDE = regex(r"\t+|[^\S\n]{2,}")


def grid_of(text: str, names: TableNames) -> Grid:
    """The rows of cells that a text lays out; empty where it lays out none in which two rows are named."""
    for layout in (_tabular, _between_bars, _in_columns):
        grid = tuple(layout(text))[:MOST_ROWS]
        if (found := _upright(grid, names)) is not None:
            return found
    return ()


def _upright(grid: Grid, names: TableNames) -> Grid | None:
    """The grid with the names of its rows in the first column, whichever column or row they stood in."""
    for turned in (grid, _transposed(grid)):
        named = [sum(names.row_called(cell) is not None for cell in column) for column in _transposed(turned)]
        if named and max(named) >= names.least:
            place = named.index(max(named))
            return tuple((row[place], *row[:place], *row[place + 1 :]) for row in _filled(turned))
    return None


def _filled(grid: Grid) -> Grid:
    """All rows of one length."""
    return _transposed(_transposed(grid))


def _transposed(grid: Grid) -> Grid:
    return tuple(zip_longest(*grid, fillvalue=""))


def tabular_in(text: str, start: int, end: int) -> Span | None:
    r"""The first ``tabular`` or its like that begins between two places of a text and is closed before the second."""
    begin = _BEGIN.search(text, start, end)
    if begin is None:
        return None
    closing = f"\\end{{{begin['name']}}}"
    place = text.find(closing, begin.end(), end)
    return None if place < 0 else Span(begin.start(), place + len(closing))


def _tabular(text: str) -> Iterator[Cells]:
    found = tabular_in(text, 0, len(text))
    if found is None:
        return
    inside = text[text.index("}", found.start) + 1 : text.rindex("\\end", found.start, found.end)]
    body = _ARGUMENTS.sub("", inside, count=1)
    for row in _NEW_ROW.split(_SPANNING.sub(r"\1", _RULES.sub("", body))):
        if row.strip():
            yield tuple(cell.strip() for cell in re.split(r"(?<!\\)&", row)[:MOST_COLUMNS])


def _between_bars(text: str) -> Iterator[Cells]:
    for line in text.splitlines():
        if not _RULE_LINE.fullmatch(line) and (cells := _cells(line)):
            yield cells


def _cells(line: str) -> Cells:
    """What stands between bars; a bar within a formula is none."""
    hidden = _MATHS.sub(lambda maths: "\0" * len(maths[0]), line.replace("│", "|"))
    bars = [place for place, letter in enumerate(hidden) if letter == "|"]
    if not bars:
        return ()
    cuts = [-1, *bars, len(line)]
    cells = [line[start + 1 : end].strip() for start, end in pairwise(cuts)]
    first, last = not hidden[: bars[0]].strip(), not hidden[bars[-1] + 1 :].strip()
    return tuple(cells[int(first) : len(cells) - int(last)][:MOST_COLUMNS])


def _in_columns(text: str) -> Iterator[Cells]:
    lines = [line.strip() for line in text.splitlines() if not _RULE_LINE.fullmatch(line)]
    for line in lines:
        cells = tuple(cell.strip() for cell in _WIDE.split(line))
        if len(cells) > 1:
            yield cells[:MOST_COLUMNS]


def headings_of(grid: Grid, names: TableNames) -> tuple[Cells, Sequence[Cells]]:
    """The headings above the columns (none where the first row is a row like the others), and the rows below."""
    first = grid[0]
    if names.row_called(first[0]) is not None and not any(names.column_called(cell) is not None for cell in first[1:]):
        return (), grid
    return tuple(unmarked(cell) for cell in first), grid[1:]
