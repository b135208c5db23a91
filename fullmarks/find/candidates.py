"""Candidates: every formula of a passage that might answer an item, with the words around it.

A candidate knows what leads to it, what follows it, in which clause it stands and under which heading; which one answers an
item is decided in ``answers.py``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fullmarks.errors import Span
from fullmarks.find.clauses import Clause, clause_of, explains, introduces_condition
from fullmarks.find.cues import Role, lead_cue
from fullmarks.find.documents import BlockKind, Page
from fullmarks.find.formulas import Formula, FormulaKind
from fullmarks.find.kinds import Looks, looks
from fullmarks.find.parts import Passage, Piece
from fullmarks.find.plain_formulas import plain_formulas
from fullmarks.find.segments import Segment, segments
from fullmarks.find.sentences import sentences


class Source(StrEnum):
    """How a candidate is set in the text."""

    DISPLAY = "display"
    INLINE = "inline"
    CODE = "code"
    PLAIN = "plain"
    WORD = "word"
    """A number in words: ``doubles``."""
    BLOCK = "block"
    """A table, rows of numbers, or a list of cases, taken as a whole."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One formula that might be an answer."""

    span: Span
    text: str
    source: Source
    role: Role
    looks: Looks
    clause: Clause
    left: tuple[str, ...] = ()
    lead: str = ""
    """The words before it, back to the candidate before."""
    tail: str = ""
    """The words after it, up to the end of its clause."""
    before: str = ""
    """All of its sentence, or of its list item, that stands before it."""
    intro: str = ""
    """What leads to it from an earlier block: a line that ends in a colon, a bold line."""
    heading: str = ""
    sentence: Span = Span(0, 0)
    outer: Span = Span(0, 0)
    """The formula that it is, or is part of, with its delimiters."""
    boxed: bool = False
    after_or: bool = False
    """An “or” joins it to the candidate before, which is another one for the same thing."""
    beside: bool = False
    """A comma, “and” or “or” alone joins it to the candidate before."""
    explains: bool = False


_NUMBER_WORD = re.compile(
    r"\b(?:doubl(?:es?|ed|ing)|twice|twofold|tripl(?:es?|ed|ing)|thrice|halv(?:es?|ed|ing)|half|quadrupl(?:es?|ed|ing)|zero|one|two|three|"
    r"four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_STRONG_WORD = re.compile(r"doubl|twice|twofold|tripl|thrice|halv|quadrupl", re.IGNORECASE)
_CASE = re.compile(
    r"[\s*_>•–-]*(?:\(?[ivx\d]{1,3}[.)]\s*)?(?:case|for|if|when|region|interval|range|otherwise)\b", re.IGNORECASE
)
_VALUE_CASE = re.compile(r"\b(?:if|for|when|otherwise|else)\b", re.IGNORECASE)
_BRANCH = re.compile(r"[<>≤≥]|\\(?:leq?|geq?|lt|gt)(?![a-zA-Z])|\botherwise\b|\belse\b", re.IGNORECASE)
_ONLY_JOINS = re.compile(
    r"[\s,;]*(?:\b(?:and|or|or maybe|or perhaps|or possibly|or else|respectively)\b)?[\s,;]*", re.IGNORECASE
)
_ALTERNATIVE = re.compile(r"[\s,;]*\bor\b(?:\s+(?:maybe|perhaps|possibly|else|even|rather))?[\s,;]*", re.IGNORECASE)
_CLAUSE_END = re.compile(r",|;|\.(?=\s|$)|\(|\)|\band\b|\bplus\b|\bbut\b|\bwhile\b|\bor\b", re.IGNORECASE)


def candidates(page: Page, passage: Passage, symbols: frozenset[str]) -> tuple[Candidate, ...]:
    """All candidates of a passage in their order. Restated questions, quotations and code give none."""
    found: list[Candidate] = []
    intro = ""
    for place, piece in enumerate(passage.pieces):
        if piece.role in (Role.STATEMENT, Role.OUTSIDE) or piece.kind in (
            BlockKind.CODE,
            BlockKind.QUOTE,
            BlockKind.RULE,
        ):
            intro = ""
            continue
        previous = passage.pieces[place - 1] if place else None
        found.extend(_of_piece(page, piece, previous, intro, symbols))
        intro = _introduces(page, piece, intro)
    found.extend(_lists_of_cases(page, passage))
    return tuple(sorted(found, key=lambda candidate: (candidate.span.start, -candidate.span.end)))


def _introduces(page: Page, piece: Piece, intro: str) -> str:
    """What a piece says to what follows it: a line that ends in a colon, or a bold line. A display hands it on."""
    said = page.said(piece.span).strip()
    if piece.kind in (BlockKind.HEADING, BlockKind.TITLE) or said.rstrip("*_ ").endswith(":"):
        return said[-300:]
    if piece.kind is BlockKind.PARAGRAPH and re.search(rf"(?:\b(?:is|are|becomes|get|obtain|yields|gives)|,)$", said):  # noqa: F541
        return said[-300:]
    return ""


def _of_piece(
    page: Page, piece: Piece, previous: Piece | None, intro: str, symbols: frozenset[str]
) -> Iterator[Candidate]:
    if piece.kind is BlockKind.FORMULA:
        yield from _of_display(page, piece, previous, intro)
    elif piece.kind is BlockKind.TABLE:
        yield from _of_table(page, piece, intro)
    else:
        if (rows := _rows_of_numbers(page, piece, intro)) is not None:
            yield rows
        for sentence in sentences(page.covered, piece.span):
            yield from _of_sentence(page, piece, sentence, intro, symbols)


def _of_display(page: Page, piece: Piece, previous: Piece | None, intro: str) -> Iterator[Candidate]:
    formula = _formula_at(page, piece.span)
    if formula is None:
        return
    lead = _words(page, previous.span)[-300:] if previous is not None and piece.joined else ""
    words = lead or intro
    clause = Clause.CONDITION if introduces_condition(words) else Clause.RESULT
    template = Candidate(
        piece.span, "", Source.DISPLAY, piece.role, looks(""), clause, lead=lead, before=lead, intro=intro,
        heading=piece.heading, sentence=piece.span, explains=explains(words),
    )  # fmt: skip
    yield from _of_segments(page, formula, template)


def _of_segments(page: Page, formula: Formula, template: Candidate) -> Iterator[Candidate]:
    """One candidate for each equation that a formula states."""
    for index, segment in enumerate(segments(page.text, formula.inner)):
        candidate = replace(_from_segment(page, segment, template), outer=formula.outer)
        yield candidate if index == 0 else replace(candidate, lead="", beside=True)


def _from_segment(page: Page, segment: Segment, template: Candidate) -> Candidate:
    text = page.said(segment.span)
    return replace(
        template, span=segment.span, text=text, looks=looks(text), left=segment.left,
        boxed=segment.boxed, after_or=segment.after_or,
    )  # fmt: skip


def _of_sentence(page: Page, piece: Piece, sentence: Span, intro: str, symbols: frozenset[str]) -> Iterator[Candidate]:
    """The formulas of a sentence, delimited or plain, each with the words on both sides."""
    spans = _formula_spans(page, sentence, symbols)
    stated = explains(page.covered[sentence.start : sentence.end])
    template = Candidate(
        sentence, "", Source.INLINE, piece.role, looks(""), Clause.PLAIN, intro=intro, heading=piece.heading,
        sentence=sentence, explains=stated,
    )  # fmt: skip
    opening = _opening_label(page, piece) if sentence.start > piece.span.start else ""
    last_end = sentence.start
    for index, (span, formula) in enumerate(spans):
        before = page.covered[sentence.start : span.start]
        gap = page.covered[last_end : span.start] if index else before
        following = spans[index + 1][0].start if index + 1 < len(spans) else sentence.end
        here = replace(
            template,
            clause=clause_of(_after_cue(before)),
            lead=_lead(page, last_end, span.start, first=index == 0),
            tail=_tail(page.covered[span.end : following]),
            before=f"{opening} {page.said(Span(sentence.start, span.start))[-400:]}",
            beside=index > 0 and _ONLY_JOINS.fullmatch(gap) is not None,
        )
        yield from _at(page, span, formula, here, alternative=index > 0 and _ALTERNATIVE.fullmatch(gap) is not None)
        last_end = span.end


def _at(
    page: Page, span: Span, formula: Formula | None, template: Candidate, *, alternative: bool
) -> Iterator[Candidate]:
    if formula is None:
        source = Source.WORD if _NUMBER_WORD.fullmatch(page.said(span)) else Source.PLAIN
        found = segments(page.text, span) if source is Source.PLAIN else (Segment(span, ()),)
    else:
        source = Source.CODE if formula.kind is FormulaKind.CODE else Source.INLINE
        found = segments(page.text, formula.inner)
    for index, segment in enumerate(found):
        candidate = replace(_from_segment(page, segment, template), source=source, outer=span)
        if source is Source.WORD and _STRONG_WORD.match(candidate.text):
            candidate = replace(candidate, clause=Clause.RESULT)
        if index:
            yield replace(candidate, lead="", beside=True)
        else:
            yield replace(candidate, after_or=alternative)


def _formula_spans(page: Page, sentence: Span, symbols: frozenset[str]) -> list[tuple[Span, Formula | None]]:
    """The places of formulas in a sentence: delimited ones, and plain ones and numbers in words between them."""
    delimited = [(formula.outer, formula) for formula in _formulas_in(page, sentence)]
    found: list[tuple[Span, Formula | None]] = list(delimited)
    start = sentence.start
    for stop in (*(outer.start for outer, _ in delimited), sentence.end):
        gap = Span(start, stop)
        plain = list(plain_formulas(page.covered, gap, symbols))
        words = [Span(*word.span()) for word in _NUMBER_WORD.finditer(page.covered, gap.start, gap.end)]
        found.extend((span, None) for span in plain)
        found.extend(
            (span, None) for span in words if all(span.end <= other.start or span.start >= other.end for other in plain)
        )
        start = next((outer.end for outer, _ in delimited if outer.start == stop), stop)
    return sorted(found, key=lambda place: place[0].start)


_OPENING_LABEL = re.compile(r"[^:.?!\n]{1,60}:")


def _opening_label(page: Page, piece: Piece) -> str:
    """The label that a bullet or a paragraph opens with, which holds for all of its sentences."""
    found = _OPENING_LABEL.match(page.covered, piece.span.start, piece.span.end)
    return page.said(Span(*found.span())) if found else ""


def _after_cue(before: str) -> str:
    """A sentence without the “Answer:” it begins with."""
    return before[lead_cue(before).length :]


def _lead(page: Page, last_end: int, start: int, *, first: bool) -> str:
    """The words before a candidate. Those that still belong to the one before (“F weights and …”) are left out."""
    said = page.said(Span(last_end, start))
    if first:
        return said
    ends = _CLAUSE_END.search(page.covered, last_end, start)
    return said[ends.end() - last_end :] if ends else said


def _tail(gap: str) -> str:
    ends = _CLAUSE_END.search(gap)
    return gap[: ends.start()] if ends else gap


def _words(page: Page, span: Span) -> str:
    """The last sentence of a span."""
    last = span
    for sentence in sentences(page.covered, span):
        last = sentence
    return page.said(last)


def _formula_at(page: Page, span: Span) -> Formula | None:
    found = _formulas_in(page, span)
    return found[0] if found else None


def _formulas_in(page: Page, span: Span) -> Sequence[Formula]:
    first = bisect_left(page.formulas, span.start, key=lambda formula: formula.outer.start)
    last = bisect_left(page.formulas, span.end, key=lambda formula: formula.outer.start)
    return [formula for formula in page.formulas[first:last] if formula.outer.end <= span.end]


# --- what is taken as a whole ------------------------------------------------------------------

_NUMBER_ROWS = re.compile(r"(?:^[ \t]*[-−+]?\d[\d.,/]*(?:[ \t,&]+[-−+]?\d[\d.,/]*)+[ \t]*(?:\n|\Z)){2,}", re.MULTILINE)
_TABLE_RULE = re.compile(r"[\s|:-]+")


def _rows_of_numbers(page: Page, piece: Piece, intro: str) -> Candidate | None:
    """Two or more lines of numbers: a matrix."""
    found = _NUMBER_ROWS.search(page.covered, piece.span.start, piece.span.end)
    return None if found is None else _block(page, piece, Span(found.start(), found.end()), intro)


def _of_table(page: Page, piece: Piece, intro: str) -> Iterator[Candidate]:
    """The table as a matrix, without an empty or a worded heading; and each of its cells under row's and column's names."""
    lines = _lines(page, piece.span)
    rows = [line for line in lines if not _TABLE_RULE.fullmatch(page.covered[line.start : line.end])]
    if len(rows) >= 1 and all(_numeric(page, row) for row in rows[1:] or rows):
        first = rows[0] if _numeric(page, rows[0]) or len(rows) == 1 else rows[1]
        whole = _block(page, piece, Span(first.start, rows[-1].end), intro)
        if whole is not None:
            yield whole
    headings = [page.said(cell) for cell in _cells(page, rows[0])] if rows else []
    for row in rows[1:] if len(rows) > 1 else rows:
        cells = _cells(page, row)
        name = page.said(cells[0]) if cells else ""
        for column, cell in enumerate(cells):
            above = headings[column] if column < len(headings) else ""
            lead = f"{name if column else ''} {above}: "
            for span, formula in _formula_spans(page, cell, frozenset()):
                template = Candidate(
                    cell, "", Source.INLINE, piece.role, looks(""), Clause.PLAIN, lead=lead, before=lead, intro=intro,
                    heading=piece.heading, sentence=cell,
                )  # fmt: skip
                yield from _at(page, span, formula, template, alternative=False)


def _lines(page: Page, span: Span) -> list[Span]:
    found, start = [], span.start
    for line in page.covered[span.start : span.end].splitlines(keepends=True):
        found.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return found


def _cells(page: Page, row: Span) -> list[Span]:
    found = []
    for cell in re.finditer(r"[^|]+", page.covered[row.start : row.end]):
        said = cell.group()
        start = row.start + cell.start() + len(said) - len(said.lstrip())
        end = row.start + cell.end() - (len(said) - len(said.rstrip()))
        if end > start:
            found.append(Span(start, end))
    return found


def _numeric(page: Page, row: Span) -> bool:
    cells = [page.said(cell).strip("$ *") for cell in _cells(page, row)]
    return bool(cells) and all(re.fullmatch(r"[-−+]?\d[\d.,/]*", cell) for cell in cells)


def _block(page: Page, piece: Piece, span: Span, intro: str) -> Candidate | None:
    text = page.said(span).rstrip()
    seen = looks(text)
    if not seen.matrix:
        return None
    return Candidate(
        Span(span.start, span.start + len(text)), text, Source.BLOCK, piece.role, seen, Clause.RESULT, intro=intro, before=intro,
        heading=piece.heading, sentence=span,
    )  # fmt: skip


def _lists_of_cases(page: Page, passage: Passage) -> Iterator[Candidate]:
    """Consecutive pieces that each give a value and its condition: a function told case by case; and one-line ones."""
    run: list[Piece] = []
    for piece in (*passage.pieces, None):
        if piece is not None and piece.role is not Role.STATEMENT and _is_case(page, piece):
            run.append(piece)
            continue
        if len(run) >= 2:
            yield _case_list(page, run)
        run = []
    for piece in passage.pieces:
        if piece.role is not Role.STATEMENT and piece.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield from _spoken_cases(page, piece)


def _is_case(page: Page, piece: Piece) -> bool:
    if piece.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return False
    said = page.said(piece.span)
    return (
        len(said) < 400
        and _BRANCH.search(said) is not None
        and (
            _CASE.match(said) is not None
            or _VALUE_CASE.search(page.covered[piece.span.start : piece.span.end]) is not None
        )
    )


def _case_list(page: Page, run: Sequence[Piece]) -> Candidate:
    line = page.covered.rfind("\n", 0, run[0].span.start) + 1
    bullet = page.covered[line : run[0].span.start]
    start = line + len(bullet) - len(bullet.lstrip()) if not bullet.strip(" \t-*+•–0123456789.)") else run[0].span.start
    return _cases(page, run[0], Span(start, run[-1].span.end))


def _spoken_cases(page: Page, piece: Piece) -> Iterator[Candidate]:
    """``y = 0 if n < 0, 1 otherwise`` in one sentence."""
    for sentence in sentences(page.covered, piece.span):
        covered = page.covered[sentence.start : sentence.end]
        if len(_VALUE_CASE.findall(covered)) < 2 or not _BRANCH.search(page.said(sentence)):
            continue
        runs = list(plain_formulas(page.covered, sentence, connectives=True))
        longest = max(runs, key=lambda run: run.end - run.start, default=None)
        plain = longest is not None and len(_VALUE_CASE.findall(page.said(longest))) >= 2
        yield _cases(page, piece, longest if plain and longest is not None else _stripped(page, sentence))


def _stripped(page: Page, sentence: Span) -> Span:
    return Span(sentence.start, sentence.end - 1) if page.said(sentence).endswith(".") else sentence


def _cases(page: Page, piece: Piece, span: Span) -> Candidate:
    text = page.said(span)
    return Candidate(
        span, text, Source.BLOCK, piece.role, replace(looks(text), cases=True), Clause.RESULT, heading=piece.heading, sentence=span
    )  # fmt: skip
