"""Answers that are more than one formula: rows of numbers, tables, and functions told case by case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.candidate import Around, Candidate, Setting, Source
from fullmarks.find.candidates import introduction, only_names
from fullmarks.find.cases import cases_formula
from fullmarks.find.clauses import Clause
from fullmarks.find.cues import Role
from fullmarks.find.formula_spans import formula_spans
from fullmarks.find.formulas import FormulaKind
from fullmarks.find.kinds import looks
from fullmarks.find.matrices import matrix_of_rows
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.plain_formulas import plain_formulas
from fullmarks.find.segments import segments
from fullmarks.find.sentences import sentences
from fullmarks.find.units import ANSWER_COLUMN
from fullmarks.regex import regex

MOST_PIECES = 1_000
"""Pieces of one passage that are looked at, from its end."""
MOST_ROWS = 100
"""Rows of one table, and cells of one row."""
MOST_CELLS = 1_000
"""Cells of one table that are looked at one by one."""

_NUMBER = r"[-−+]?\d[\d./]*"
_NUMBER_ROWS = regex(rf"(?:^[ \t]*{_NUMBER}(?:[ \t,&]+{_NUMBER})+[ \t]*(?:\n|\Z)){{2,}}", re.MULTILINE)
_TABLE_RULE = regex(r"[\s|:-]+")
_CELL = regex(r"[^|]+")
_CASE = regex(
    r"[\s*_>•–-]*(?:\(?[ivx\d]{1,3}[.)]\s*)?(?:case|for|if|when|region|interval|range|otherwise)\b", re.IGNORECASE
)
_CONDITION = regex(r"\b(?:if|for|when|otherwise|else)\b", re.IGNORECASE)
_ONE_CONDITION = regex(r"\bif and only if\b", re.IGNORECASE)
_BORDER = regex(r"[<>≤≥]|\\(?:leq?|geq?|lt|gt)(?![a-zA-Z])|\botherwise\b|\belse\b", re.IGNORECASE)
_BULLET = " \t-*+•–0123456789.)"


def wholes(page: Page, passage: Passage, roles: frozenset[Role]) -> tuple[Candidate, ...]:
    """The tables, the rows of numbers and the functions by cases in a passage's pieces of some roles."""
    pieces = passage.pieces[-MOST_PIECES:]
    found: list[Candidate] = []
    intro = ""
    for piece in pieces:
        if piece.kind is BlockKind.TABLE and piece.role in roles:
            found.extend(_of_table(page, piece, intro))
        elif piece.role in roles and piece.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            found.extend(_rows_of_numbers(page, piece, intro))
            found.extend(_spoken_cases(page, piece, intro))
        intro = introduction(page, piece)
    found.extend(_lists_of_cases(page, [piece for piece in pieces if piece.role in roles]))
    return tuple(found)


def _whole(page: Page, piece: Piece, span: Span, intro: str, *, cases: bool = False) -> Candidate:
    text = page.said(span).rstrip()
    seen = replace(looks(text), cases=True) if cases else looks(text)
    span = Span(span.start, span.start + len(text))
    formula = cases_formula(page, span, _insides(page, span)) if cases else matrix_of_rows(text)
    setting = Setting(piece.role, piece.heading, intro, span)
    around = Around(Clause.RESULT, before=intro)
    return Candidate(span, text, Source.BLOCK, seen, setting, around, span, formula=formula)


def _insides(page: Page, span: Span) -> list[Span]:
    """The insides of the formulas of a stretch, equation by equation."""
    found: list[Span] = []
    for outer, formula in formula_spans(page, span, frozenset()):
        if not only_names(page, span, outer, formula):
            stated = segments(page.text, outer if formula is None else formula.inner)
            found.extend(segment.span for segment in stated)
    return found


# --- matrices ----------------------------------------------------------------------------------


def _rows_of_numbers(page: Page, piece: Piece, intro: str) -> Iterator[Candidate]:
    """Two or more lines of numbers: a matrix."""
    found = _NUMBER_ROWS.search(page.covered, piece.span.start, piece.span.end)
    if found is not None:
        yield _whole(page, piece, Span(*found.span()), intro)


def _of_table(page: Page, piece: Piece, intro: str) -> Iterator[Candidate]:
    """The table as a matrix, without an empty heading; and each of its cells under its row's and column's names."""
    lines = _lines(page, piece.span)[: MOST_ROWS + 2]
    rows = [line for line in lines if not _TABLE_RULE.fullmatch(page.covered, line.start, line.end)]
    if not rows:
        return
    body = rows if _is_numeric(page, rows[0]) or len(rows) == 1 else rows[1:]
    if all(_is_numeric(page, row) for row in body):
        yield _whole(page, piece, Span(body[0].start, body[-1].end), intro)
    headings = [page.said(cell) for cell in _cells(page, rows[0])]
    left = MOST_CELLS
    for row in rows[1:] if len(rows) > 1 else rows:
        cells = _cells(page, row)[: min(MOST_ROWS, left)]
        left -= len(cells)
        yield from _of_row(page, piece, cells, headings, intro)


_REMARKS = regex(
    r"[\s*_]*(?:remarks?|notes?|comments?|reasons?|explanations?|why|checks?|method|derivation|justification)\b",
    re.IGNORECASE,
)


def _of_row(
    page: Page, piece: Piece, cells: Sequence[Span], headings: Sequence[str], intro: str
) -> Iterator[Candidate]:
    name = page.said(cells[0]) if cells else ""
    answered = any(ANSWER_COLUMN.match(heading) for heading in headings)
    for column, cell in enumerate(cells):
        above = headings[column] if column < len(headings) else ""
        if answered and _REMARKS.match(above):
            continue
        lead = f"{name if column else ''} {above}: "
        setting = Setting(piece.role, piece.heading, intro, cell)
        for span, formula in formula_spans(page, cell, frozenset()):
            source = Source.PLAIN if formula is None else Source.INLINE
            source = Source.CODE if formula is not None and formula.kind is FormulaKind.CODE else source
            for segment in segments(page.text, span if formula is None else formula.inner):
                text = page.said(segment.span)
                around = Around(Clause.PLAIN, lead, before=lead)
                yield Candidate(
                    segment.span, text, source, looks(text), setting, around, span, segment.left, segment.boxed
                )


def _lines(page: Page, span: Span) -> list[Span]:
    found, start = [], span.start
    for line in page.covered[span.start : span.end].splitlines(keepends=True):
        found.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return found


def _cells(page: Page, row: Span) -> list[Span]:
    found = []
    for cell in _CELL.finditer(page.covered, row.start, row.end):
        said = cell.group()
        start = cell.start() + len(said) - len(said.lstrip())
        end = cell.end() - (len(said) - len(said.rstrip()))
        if end > start:
            found.append(Span(start, end))
    return found


def _is_numeric(page: Page, row: Span) -> bool:
    cells = [page.said(cell).strip("$ *") for cell in _cells(page, row)]
    return bool(cells) and all(re.fullmatch(r"[-−+]?\d[\d.,/]*", cell) for cell in cells)


# --- functions by cases ------------------------------------------------------------------------


def _lists_of_cases(page: Page, pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """Pieces that each open a case with its condition, with what is said in each: displays, or a few sentences."""
    run: list[Piece] = []
    cases = 0
    for piece in (*pieces, None):
        opens = piece is not None and _is_case(page, piece)
        if piece is not None and (opens or (run and _goes_on(piece, run))):
            run.append(piece)
            cases += opens
            continue
        if cases >= 2:
            yield _whole(page, run[0], Span(_with_bullet(page, run[0].span.start), run[-1].span.end), "", cases=True)
        run, cases = [], 0


def _goes_on(piece: Piece, run: Sequence[Piece]) -> bool:
    """Whether a piece belongs to the case before it: a display, what is joined to one, or what a heading opened."""
    headed = run[-1].kind in (BlockKind.HEADING, BlockKind.TITLE)
    return piece.kind is BlockKind.FORMULA or piece.joined or (headed and piece.kind in _TEXTS)


_TEXTS = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def _is_case(page: Page, piece: Piece) -> bool:
    said = page.said(piece.span)
    if piece.kind in (BlockKind.HEADING, BlockKind.TITLE):
        return _CASE.match(said) is not None and _BORDER.search(said) is not None
    if piece.kind not in _TEXTS or len(said) > 400:
        return False
    named = _CASE.match(said) or _CONDITION.search(page.covered, piece.span.start, piece.span.end)
    return named is not None and _BORDER.search(said) is not None


def _with_bullet(page: Page, start: int) -> int:
    """The place of the bullet before a list item's text."""
    line = max(page.covered.rfind("\n", 0, start) + 1, start - 12)
    bullet = page.covered[line:start]
    return start if bullet.strip(_BULLET) else line + len(bullet) - len(bullet.lstrip())


def _spoken_cases(page: Page, piece: Piece, intro: str) -> Iterator[Candidate]:
    """``y = 0 if n < 0, 1 otherwise`` in one sentence: the formula, if it is one, else all of the sentence."""
    for sentence in sentences(page.covered, piece.span):
        if sentence.end - sentence.start > 2_000:
            continue
        said = page.covered[sentence.start : sentence.end]
        if len(_CONDITION.findall(_ONE_CONDITION.sub("", said))) < 2 or not _BORDER.search(page.said(sentence)):
            continue
        runs = list(plain_formulas(page.covered, sentence, connectives=True))
        longest = max(runs, key=lambda run: run.end - run.start, default=None)
        plain = longest is not None and len(_CONDITION.findall(page.said(longest))) >= 2
        whole = longest if plain and longest is not None else sentence
        end = whole.end - 1 if page.said(whole).endswith(".") else whole.end
        told = _whole(page, piece, Span(whole.start, end), intro, cases=True)
        # What is one formula in plain text can be read as it stands.
        yield replace(told, formula="") if plain else told
