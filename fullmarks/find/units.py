"""The blocks of a page with the marks that they begin with; a table of answers row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import Block, BlockKind, Page
from fullmarks.find.listed_names import listed_names
from fullmarks.find.marks import Mark, mark_of
from fullmarks.find.part_names import PartNames
from fullmarks.find.spellings import Spelled, spelled_at
from fullmarks.records import frozen
from fullmarks.regex import regex


@frozen
class Unit:
    """A block with the mark that it begins with, if it names a part."""

    block: Block
    mark: Mark | None = None
    under: str = ""
    """What stands beside it in its row of a table, and says what it is."""


def units_of(page: Page, names: PartNames) -> tuple[Unit, ...]:
    """The blocks of a page with their marks; a table whose first column names parts comes row by row."""
    return tuple(_units(page, names))


def _units(page: Page, names: PartNames) -> Iterator[Unit]:
    # Where questions begin with “Q:”, “A:” is no part's name but an answer.
    answers = _are_interviews(page.covered)
    for block in page.blocks:
        rows = _answer_rows(page, block, names)
        if rows:
            yield from rows
            continue
        mark = mark_of(page, block, names)
        if answers and mark is not None and _ANSWER_LINE.match(page.covered, block.span.start):
            mark = None
        yield from _by_letter(page, block, mark, names)


_QUESTION_LINE = regex(r"^[ \t*_]*Q\s*(?:\d{1,2}[.)]?\(?[a-z]?\)?)?\s*[:.)]", re.MULTILINE)
_ANSWER_LINE = regex(r"[ \t*_]*A\s*[:.]")
_NEXT_LETTER_LINE = regex(r"^[ \t*_]*B\s*[:.]", re.MULTILINE)


def _are_interviews(covered: str) -> bool:
    """Whether lines begin with “Q:” or “Q2.”, and “A.” is not followed by “B.”."""
    return _QUESTION_LINE.search(covered) is not None and _NEXT_LETTER_LINE.search(covered) is None


_LETTER = regex(r"(?<=[\s;,.])\((?P<letter>[a-z])\)(?=\s)", re.IGNORECASE)
_SPOKEN_OF = regex(
    r"\b(?:parts?|in|from|by|of|and|to|see|as|or|than|with|case|question|problem|eq\.?)\s*$", re.IGNORECASE
)


_NEXT_NAME = regex(
    r"(?<=[.!?;]\s)(?:(?:and|now|next|then|finally|also)[, ]+)?(?:(?:for|in|as for|on)\s+)?(?=(?:part|question|problem|exercise)\b|\d)",
    re.IGNORECASE,
)


def _by_letter(page: Page, block: Block, mark: Mark | None, names: PartNames) -> Iterator[Unit]:
    """A block, cut where further parts follow in the same paragraph: ``(a) 2n; (b) 3n``, “For part 2c, …”."""
    start, first = block.span.start, True
    for place in _further_names(page, block, mark, names):
        yield _cut(page, block, start, place, names, mark if first else None)
        start, first = place, False
    yield _cut(page, block, start, block.span.end, names, mark if first else None)


def _further_names(page: Page, block: Block, mark: Mark | None, names: PartNames) -> Iterator[int]:
    """Where further names begin in a block that begins with one."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return
    if mark is None or (mark.is_full and mark.worded):
        told = list(_told_in_prose(page, block, mark, names))
        if told or mark is None:
            yield from told
            return
    if mark.is_full:
        named = list(_named_sentences(page, block, mark))
        listed = named or [
            place for place in listed_names(page, block, mark, names) if not _is_spoken_of(page, block, place)
        ]
        if listed:
            yield from listed
            return
    if mark.listed:
        yield from listed_names(page, block, mark, names)
        return
    letter, start = mark.names[-1].letter, block.span.start
    for found in _LETTER.finditer(page.covered, mark.end, block.span.end) if letter else ():
        if not letter < found["letter"].lower() <= chr(ord(letter) + 2):
            continue
        if _SPOKEN_OF.search(page.covered[max(start, found.start() - 20) : found.start()]):
            continue
        yield found.start()
        start, letter = found.start(), found["letter"].lower()


_IN_PROSE = regex(
    r"(?:(?<=[.!?;,:\n]\s)|\A)(?:(?:and|now|next|then|finally|also|again)[, ]+)?(?:for|in|as (?:for|to)|on|to)\s+"
    r"(?=(?:part|problem|question|exercise|task)\b)|(?<=[.!?;]\s)(?=(?:part|problem|question|exercise|task)\b[^.!?\n]{1,16}:)",
    re.IGNORECASE,
)
_SAYS = regex(
    r"\s?[,:]|\s+(?:the|an?|i|we|my|our|it|is|there|this|that|you|since|because|by|using)\b|[ ]?[\ue000=]|\s+[A-Za-z]\s?=",
    re.IGNORECASE,
)


def _told_in_prose(page: Page, block: Block, mark: Mark | None, names: PartNames) -> Iterator[int]:
    """Where a running text turns to a part: “For problem 1 part a the cost is …, and for part b the …”."""
    question = mark.names[0].question if mark is not None else ""
    start = mark.end if mark is not None else block.span.start
    for found in _IN_PROSE.finditer(page.covered, start, block.span.end):
        spelled = _spelled(page, found.end(), block.span.end)
        if spelled is None or not _SAYS.match(page.covered, spelled.end):
            continue
        name = replace(spelled.name, question=spelled.name.question or question)
        if names.part(name) is None and not names.parts_of(name.question):
            continue
        question = name.question
        yield found.end()


def _is_spoken_of(page: Page, block: Block, place: int) -> bool:
    return _SPOKEN_OF.search(page.covered, max(block.span.start, place - 20), place) is not None


def _named_sentences(page: Page, block: Block, mark: Mark) -> Iterator[int]:
    """The sentences that begin with another part's whole name: “For part 2c, the …”."""
    for found in _NEXT_NAME.finditer(page.covered, mark.end, block.span.end):
        spelled = _spelled(page, found.end(), block.span.end)
        if (
            spelled is not None
            and spelled.name.question
            and spelled.name.letter
            and _GOES_ON.match(page.covered, spelled.end)
        ):
            yield found.start()


def _spelled(page: Page, place: int, end: int) -> Spelled | None:
    """The name at a place, by its places in the text."""
    found = spelled_at(page.covered[place : min(place + _LONGEST_NAME, end)], 0)
    return None if found is None else replace(found, start=found.start + place, end=found.end + place)


_LONGEST_NAME = 40
_GOES_ON = regex(r"\s?[,:]")


def _cut(page: Page, block: Block, start: int, end: int, names: PartNames, mark: Mark | None) -> Unit:
    """The part of a block between two places, with the mark that it begins with."""
    if start == block.span.start:
        end = start + len(page.covered[start:end].rstrip(" ;,\n"))
        return Unit(
            replace(block, span=Span(start, end), body=Span(block.body.start, max(block.body.start, end))), mark
        )
    end = start + len(page.covered[start:end].rstrip(" ;,\n")) if end < block.span.end else end
    rest = Block(BlockKind.PARAGRAPH, Span(start, end), Span(start, end))
    return Unit(rest, mark_of(page, rest, names))


_COLUMN_OF_PARTS = regex(r"[\s|*]*(?:#|part|problem|question|exercise|no\b|nr\b|q\b)", re.IGNORECASE)
_CELL = regex(r"[^|\n]+")


def _answer_rows(page: Page, block: Block, names: PartNames) -> list[Unit]:
    """The rows of a table whose first column names parts."""
    if block.kind is not BlockKind.TABLE:
        return []
    rows: list[Unit] = []
    marked, answers = 0, _column_of_answers(page, block)
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
            mark = _row_mark(page, block, mark, cell.end(), names) if mark is not None else None
        marked += mark is not None
        if mark is None or cell is None:
            rows.append(Unit(row, mark))
        else:
            named = page.covered[mark.end : cell.end()].strip()
            rows.extend(_row(page, row, mark, cell.end(), place + len(line.rstrip(" |\n\t")), answers, named))
        place += len(line)
    return rows if marked else []


def _row(page: Page, row: Block, mark: Mark, start: int, end: int, answers: int | None, named: str) -> Iterator[Unit]:
    """A row that a part's name opens: the cell under “Answer”, or each cell by itself; ``named``: what the name is followed by."""
    mark = replace(mark, end=min(start + 1, row.span.end))
    cells = [Span(cell.start(), cell.end()) for cell in _CELL.finditer(page.covered, start, end)]
    under = named
    if answers is not None and answers <= len(cells):
        others = (page.said(cell).strip() for place, cell in enumerate(cells) if place != answers - 1)
        under = " ".join((named, *others)).strip()
        cells = cells[answers - 1 : answers]
    last = row.span.start
    for number, cell in enumerate(cell for cell in cells if page.covered[cell.start : cell.end].strip()):
        kept = replace(mark, end=max(mark.end, cell.start)) if number == 0 else None
        span = cell if number else Span(last, cell.end)
        yield Unit(replace(row, span=span, body=cell if number else Span(mark.end, cell.end)), kept, under)


ANSWER_COLUMN = regex(r"[\s*_]*(?:my |final |the )?(?:answers?|results?|solutions?|values?)\b", re.IGNORECASE)


def _column_of_answers(page: Page, block: Block) -> int | None:
    """Which column is headed “Answer”, counted from 0; None where it is the only one behind the names, or there is none."""
    heading = page.covered[block.span.start : block.span.end].split("\n", 1)[0]
    cells = _CELL.findall(heading.strip().strip("|"))
    found = [place for place, cell in enumerate(cells) if place and ANSWER_COLUMN.match(cell)]
    return found[-1] if len(cells) > 2 and found else None


_LONGEST_LABEL = 40
"""Characters behind a part's name in its cell: “4(a) weights”."""


def _row_mark(page: Page, block: Block, mark: Mark, cell_end: int, names: PartNames) -> Mark | None:
    """The mark of a row whose first cell is a part's name, or begins with one; a bare number only under a heading that says so."""
    behind = page.covered[mark.end : cell_end].strip()
    if behind:
        return mark if mark.is_full and len(behind) <= _LONGEST_LABEL and names.part(mark.names[0]) else None
    if mark.worded or not mark.is_question:
        return mark
    heading = page.covered[block.span.start : block.span.end].split("\n", 1)[0]
    known = names.part(mark.names[0]) is not None and _COLUMN_OF_PARTS.match(heading) is not None
    return replace(mark, worded=True) if known else None
