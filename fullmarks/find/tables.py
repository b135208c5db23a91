r"""Tables that give a value for each of some named rows: Markdown, LaTeX, a list, lines of text, or one sentence.

Whatever its layout, a table is one candidate, and may answer several items: each has its own column. Which cells are whose is
the reader's business (``read.tables``); here it is only asked whether a text has the rows, and the column, of an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.candidate import Around, Candidate, Setting, Source
from fullmarks.find.candidates import introduction
from fullmarks.find.claims import Claims
from fullmarks.find.clauses import Clause
from fullmarks.find.cues import Role
from fullmarks.find.found import SoughtTable
from fullmarks.find.kinds import looks
from fullmarks.find.passage import Passage, Piece
from fullmarks.read.tables.columns import column_of
from fullmarks.read.tables.grids import tabular_in
from fullmarks.read.tables.names import TableNames
from fullmarks.read.tables.rows import rows_of
from fullmarks.records import frozen
from fullmarks.regex import regex

LONGEST = 20_000
"""Characters of a table."""
MOST_TABLES = 40
"""Tables of one passage, from its end."""

_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_SILENT = (BlockKind.QUOTE, BlockKind.RULE, BlockKind.TABLE)
_TELLS = regex(r"[\s*_`$]*(?:\([^()]*\)\s*)?(?:[:=→⇒]|->|has\b|have\b|gives\b|layer\b)", re.IGNORECASE)


def tables(page: Page, passage: Passage, roles: frozenset[Role], names: TableNames) -> tuple[Candidate, ...]:
    """The tables in a passage's pieces of some roles in which rows of these names stand."""
    pieces = passage.pieces
    found: list[Candidate] = []
    for first, span in _spans(page, pieces, roles, names):
        if span.end - span.start <= LONGEST:
            intro = introduction(page, pieces[first - 1]) if first else ""
            setting = Setting(pieces[first].role, pieces[first].heading, intro, span)
            text = page.said(span)
            caption = _caption(text, names)
            around = Around(Clause.RESULT, lead=caption, before=caption or intro)
            found.append(Candidate(span, text, Source.TABLE, looks(""), setting, around, span))
    return tuple(sorted(found, key=lambda one: one.span.start)[-MOST_TABLES:])


def _caption(text: str, names: TableNames) -> str:
    """What a sentence says before it names the first row: “Parameters: …”."""
    first = next(iter(names.mentions(text)), None)
    return text[: first.start()] if first is not None and "|" not in text and "\\begin" not in text else ""


def _spans(
    page: Page, pieces: Sequence[Piece], roles: frozenset[Role], names: TableNames
) -> Iterator[tuple[int, Span]]:
    """Each table with the place of its first piece."""
    for place, piece in enumerate(pieces):
        if piece.role not in roles:
            continue
        if piece.kind is BlockKind.TABLE:
            yield place, piece.span
        elif piece.kind not in _SILENT:
            yield from ((place, span) for span in _within(page, pieces, place, names))
    yield from _runs(page, pieces, roles, names)


def _within(page: Page, pieces: Sequence[Piece], place: int, names: TableNames) -> Iterator[Span]:
    """A table of LaTeX that begins in a piece, and a sentence that goes through the rows."""
    piece = pieces[place]
    end = min(pieces[-1].span.end, piece.span.start + LONGEST)
    found = tabular_in(page.text, piece.span.start, end)
    if found is not None and found.start < piece.span.end:
        yield found
    said = page.said(piece.span)
    if piece.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and len(names.openings(said)) < names.least:
        telling = [one for one in names.mentions(said) if _TELLS.match(said, one.end())]
        if len(telling) >= names.least:
            yield piece.span


@dataclass(slots=True)
class _Run:
    """Consecutive pieces that each begin with a row's name, with what belongs to the rows: pieces by row."""

    first: int
    rows: list[int]
    last: int


def _runs(page: Page, pieces: Sequence[Piece], roles: frozenset[Role], names: TableNames) -> Iterator[tuple[int, Span]]:
    """Lists and lines: from the first row to the end of the last one."""
    run: _Run | None = None
    for place, piece in enumerate(pieces):
        fits = piece.role in roles and piece.kind not in _SILENT
        opened = len(names.openings(page.said(piece.span))) if fits else 0
        if opened and run is None:
            run = _Run(place, [], place)
        if run is None:
            continue
        if opened:
            run.rows.extend([place] * opened)
            run.last = place
        elif not fits or not _belongs(piece, pieces[run.rows[-1]]):
            yield from _closed(pieces, run, names)
            run = None
        else:
            run.last = place
    if run is not None:
        yield from _closed(pieces, run, names)


def _belongs(piece: Piece, opening: Piece) -> bool:
    """Whether a piece says more about the row above it: below a heading anything does, else items and displays."""
    if opening.kind in _HEADINGS:
        return piece.kind not in _HEADINGS
    return piece.joined or piece.kind in (BlockKind.ITEM, BlockKind.FORMULA)


def _closed(pieces: Sequence[Piece], run: _Run, names: TableNames) -> Iterator[tuple[int, Span]]:
    """The table, without what comes behind its last row: that has no more pieces than the longest of the others."""
    if len(run.rows) < names.least:
        return
    longest = max((after - before for before, after in pairwise(run.rows)), default=1)
    last = min(run.last, run.rows[-1] + max(1, longest) - 1)
    yield run.first, Span(pieces[run.first].span.start, pieces[last].span.end)


# --- whose column ------------------------------------------------------------------------------


@frozen
class Fit:
    """How well a table answers an item; larger is better. Of equals the later one counts."""

    headed: bool
    """Whether a heading in it names the item's column."""
    marked: bool
    """Whether what leads to it names the item."""
    rows: int
    start: int

    @property
    def order(self) -> tuple[bool, bool, int, int]:
        return self.headed, self.marked, self.rows, self.start


def choose_table(claims: Claims, sought: SoughtTable, found: Sequence[Candidate]) -> Candidate | None:
    """The table that answers an item: with its column by name, else with one of its kind that nothing gives to another item."""
    fits = [(fit, one) for one in found if (fit := _fit(claims, sought, one)) is not None]
    return max(fits, key=lambda pair: pair[0].order)[1] if fits else None


def _fit(claims: Claims, sought: SoughtTable, candidate: Candidate) -> Fit | None:
    if candidate.source is not Source.TABLE:
        return None
    names = sought.names
    rows = [row for row in rows_of(candidate.text, names) if names.row_called(row.title) is not None]
    column = column_of(rows, names, shapes=sought.shapes)
    if len(rows) < names.least or column is None:
        return None
    if not column.headed and not claims.may_be_mine(candidate):
        return None
    return Fit(column.headed, claims.is_mine(candidate), len(rows), candidate.span.start)
