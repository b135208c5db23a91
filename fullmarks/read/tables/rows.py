"""The rows of a table, each with its title and what is said under each heading.

A grid has headings; in a list, or in lines that begin with a row's name, each clause is a cell, and its words are its heading:
``CONV3-10: output 28×28×10, 100 parameters``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fullmarks.read.tables.grids import MOST_ROWS, grid_of, headings_of
from fullmarks.read.tables.names import TableNames, unmarked
from fullmarks.records import frozen
from fullmarks.regex import regex

MOST_CLAUSES = 40
"""Clauses of one row."""

_CLAUSE_END = regex(
    r"[\n;]|\.(?=\s|$)|,(?!\d{3}(?!\d))|\\(?:quad|qquad|\\)|→|⟶|\||(?<=[\s\d)])(?:and|with|plus|so|has|having)(?=\s)"
)
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_REMARK = regex(r"[^\S\n]*\([^()\n]*\)")


@frozen
class Cell:
    """What stands in a row under a heading, or among some words."""

    heading: str
    text: str


@frozen
class Row:
    """A row by its title."""

    title: str
    cells: tuple[Cell, ...]


def rows_of(text: str, names: TableNames) -> tuple[Row, ...]:
    """The rows of a text, in its order; empty where it names none."""
    grid = grid_of(text, names)
    if grid:
        headings, body = headings_of(grid, names)
        return tuple(
            Row(
                unmarked(row[0]),
                tuple(
                    Cell(headings[place] if place < len(headings) else "", cell)
                    for place, cell in enumerate(row)
                    if place
                ),
            )
            for row in body
        )
    return tuple(_told(text, names))[:MOST_ROWS]


def _told(text: str, names: TableNames) -> Iterator[Row]:
    """Rows that lines begin with; where no two lines do, those that are named within the text."""
    openings: Sequence[re.Match[str]] = names.openings(text)
    starts = [(found.start("name"), found.start(), found.end()) for found in openings]
    if len(starts) < names.least:
        starts = [(found.start(), found.start(), found.end()) for found in names.mentions(text)]
    ends = [line for _, line, _ in starts[1:]] + [len(text)]
    for (name, _, said), end in zip(starts, ends, strict=False):
        remark = _REMARK.match(text, said, end)
        has_more = remark is not None and text[remark.end() : end].strip(" :*_`$\n")
        title_end = remark.end() if remark is not None and has_more else said
        yield Row(unmarked(text[name:title_end]), tuple(_clauses(text[title_end:end]))[:MOST_CLAUSES])


def _clauses(said: str) -> Iterator[Cell]:
    """Each clause with its words; one that only leads on (``Parameters:``, and the formula on the next line) heads the next."""
    lead = ""
    for clause in _split(said):
        if clause.rstrip(" *_").endswith(":") and not any(letter.isdigit() for letter in clause):
            lead = clause
        elif re.search(r"\w", clause):
            yield Cell(unmarked(f"{lead} {clause}"), clause)
            lead = ""


def _split(said: str) -> Iterator[str]:
    """The clauses, cut outside of brackets."""
    depth, start = 0, 0
    ends = {found.start(): found.end() for found in _CLAUSE_END.finditer(said)}
    for place, letter in enumerate(said):
        depth = max(0, depth + (letter in _OPENING) - (letter in _CLOSING))
        # “28×28 → 14×14” says what becomes of a number.
        goes_on = letter in "→⟶" and any(one.isdigit() for one in said[start:place])
        if place in ends and (depth == 0 or letter == "\n") and place >= start and not goes_on:
            yield said[start:place]
            start, depth = ends[place], 0
    yield said[start:]
