"""The candidates of a passage: every formula in it that might answer an item.

A candidate knows what leads to it, what follows it, in which clause it stands and under which heading; which one answers an
item is decided in ``answers.py``. What is taken as a whole (a table, a list of cases) stands in ``wholes.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.candidate import NO_VALUE, Around, Candidate, Setting, Source
from fullmarks.find.clauses import Clause, clause_of, explains, introduces_condition, names_a_thing
from fullmarks.find.cues import Role, lead_cue
from fullmarks.find.formula_spans import NUMBER_WORD, formula_spans, formulas_in
from fullmarks.find.formulas import Formula, FormulaKind
from fullmarks.find.kinds import looks
from fullmarks.find.matrices import matrix_without_commas
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.plain_formulas import without_emphasis
from fullmarks.find.segments import Segment, segments
from fullmarks.find.sentences import is_question, sentences
from fullmarks.regex import regex

MOST_CANDIDATES = 2_000
"""Formulas of one passage that are looked at, from its end; answers stand last."""
_FAR = 400
"""Characters around a formula that are looked at for what they say about it."""

# These state a factor by themselves; “two” may count anything.
_STATES_A_FACTOR = regex(r"doubl|twice|twofold|tripl|thrice|halv|quadrupl", re.IGNORECASE)
_ONLY_JOINS = regex(
    r"[\s,;*_]{0,9}(?:\b(?:and|y|e|et|und|or|o|u|ou|oder|or maybe|or perhaps|"
    r"or possibly|or else|(?:or,? )?equivalently|respectively)\b)?[\s,;*_]{0,9}",
    re.IGNORECASE,
)
_ALTERNATIVE = regex(
    r"[\s,;]{0,9}(?:\b(?:or|o|u|ou|oder)\b(?:,?\s+(?:maybe|perhaps|possibly|else|even|rather|equivalently))?|\bequivalently\b)[\s,;]{0,9}",
    re.IGNORECASE,
)
_CLAUSE_END = regex(r",|;|\.(?=\s|$)|\(|\)|\band\b|\bplus\b|\bbut\b|\bwhile\b|\bor\b", re.IGNORECASE)
_OPENING_LABEL = regex(r"[^:.?!\n]{1,60}:")
_LEADS_ON = regex(r"(?:\b(?:is|are|becomes|get|obtain|yields|gives)|,)$")


def candidates(page: Page, passage: Passage, roles: frozenset[Role], symbols: frozenset[str]) -> tuple[Candidate, ...]:
    """The formulas of a passage's pieces in some roles, in their order; quotations and code give none."""
    intros = _intros(page, passage.pieces)
    found: list[Candidate] = []
    for place in range(len(passage.pieces) - 1, -1, -1):
        if len(found) > MOST_CANDIDATES:
            break
        piece = passage.pieces[place]
        if piece.role not in roles or is_silent(piece):
            continue
        previous = passage.pieces[place - 1] if place else None
        found.extend(_of_piece(page, piece, previous, intros[place], symbols))
    return tuple(sorted(found, key=lambda candidate: (candidate.span.start, -candidate.span.end)))


def is_silent(piece: Piece) -> bool:
    """Whether a piece can hold no answer."""
    return piece.role in (Role.STATEMENT, Role.OUTSIDE) or piece.kind in (
        BlockKind.CODE,
        BlockKind.QUOTE,
        BlockKind.RULE,
        BlockKind.TABLE,
    )


def _intros(page: Page, pieces: Sequence[Piece]) -> list[str]:
    """For each piece, what the pieces before it say to it."""
    found, intro, list_intro = [], "", ""
    for piece in pieces:
        if piece.kind is not BlockKind.ITEM and piece.kind is not BlockKind.FORMULA:
            list_intro = ""
        elif piece.kind is BlockKind.ITEM:
            # What introduces a list introduces all of its items.
            list_intro = intro = intro if intro and not list_intro else list_intro
        found.append(intro)
        intro = introduction(page, piece) or list_intro
    return found


def introduction(page: Page, piece: Piece) -> str:
    """What a piece says to what follows it: a line that ends in a colon or in a verb, or a bold line."""
    if piece.kind in (BlockKind.CODE, BlockKind.QUOTE, BlockKind.RULE) or piece.role is Role.STATEMENT:
        return ""
    said = page.said(Span(max(piece.span.start, piece.span.end - _FAR), piece.span.end)).strip()
    titled = piece.kind in (BlockKind.HEADING, BlockKind.TITLE)
    leads_on = piece.kind is BlockKind.PARAGRAPH and _LEADS_ON.search(said) is not None
    return said if titled or leads_on or said.rstrip("*_ ").endswith(":") else ""


def _of_piece(
    page: Page, piece: Piece, previous: Piece | None, intro: str, symbols: frozenset[str]
) -> Iterator[Candidate]:
    if piece.kind is BlockKind.FORMULA:
        yield from _of_display(page, piece, previous, intro)
        return
    for sentence in sentences(page.covered, piece.span):
        yield from _of_sentence(page, piece, sentence, intro, symbols)


def _of_display(page: Page, piece: Piece, previous: Piece | None, intro: str) -> Iterator[Candidate]:
    found = formulas_in(page, piece.span)
    if not found:
        return
    lead = _last_sentence(page, previous.span) if previous is not None and piece.joined else ""
    words = lead or intro
    clause = Clause.CONDITION if introduces_condition(words) else Clause.RESULT
    setting = Setting(piece.role, piece.heading, intro, piece.span, explains=explains(words))
    yield from _of_formula(page, found[0].outer, found[0], Source.DISPLAY, setting, Around(clause, lead, before=lead))


def _of_formula(
    page: Page, outer: Span, formula: Formula | None, source: Source, setting: Setting, around: Around
) -> Iterator[Candidate]:
    """One candidate for each equation that a formula states."""
    inner = outer if formula is None else formula.inner
    stated = (Segment(outer, ()),) if source is Source.WORD else segments(page.text, inner)
    for index, segment in enumerate(stated):
        text = page.said(segment.span)
        here = replace(around, lead="", beside=True, after_or=segment.after_or) if index else around
        rows = matrix_without_commas(text) if "[" in text else ""
        if source is Source.PLAIN and (plain := without_emphasis(text)) != text:
            rows = plain
        yield Candidate(
            segment.span, text, source, looks(text), setting, here, outer, segment.left, segment.boxed, rows
        )


def _of_sentence(page: Page, piece: Piece, sentence: Span, intro: str, symbols: frozenset[str]) -> Iterator[Candidate]:
    """The formulas of a sentence, delimited or plain, each with the words on both sides."""
    spans = [
        (span, formula)
        for span, formula in formula_spans(page, sentence, symbols)
        if not only_names(page, sentence, span, formula)
    ]
    if not spans or is_question(page.covered[sentence.start : sentence.end]):
        return
    explaining = explains(page.covered[sentence.start : min(sentence.end, sentence.start + _FAR)])
    said = page.said(Span(sentence.start, min(sentence.end, sentence.start + 2 * _FAR)))
    setting = Setting(piece.role, piece.heading, intro, sentence, said, explaining)
    opening = page.said(Span(sentence.start, min(spans[0][0].start, sentence.start + _FAR)))
    if sentence.start > piece.span.start and not opening.rstrip(" *$").endswith((":", "=")):
        opening = f"{_opening_label(page, piece)} {opening}"
    ends = [span.start for span, _ in spans[1:]] + [sentence.end]
    last_end = sentence.start
    carried: tuple[str, ...] = ()
    for index, ((span, formula), following) in enumerate(zip(spans, ends, strict=True)):
        around = _around(page, sentence, Span(max(last_end, span.start - _FAR), span.start), first=index == 0)
        tail = _clause(page.covered[span.end : min(following, span.end + _FAR)])
        around = replace(around, tail=tail, opening=opening)
        if _OF.search(around.before) and _SPEAKS_BEHIND.match(page.covered, span.end, min(following, span.end + _FAR)):
            around = replace(around, clause=Clause.CONDITION)
        if _tells_where(around.before) and _NAMED.match(page.said(formula.inner if formula is not None else span)):
            around = replace(around, clause=Clause.CONDITION)
        source = _source(page, span, formula)
        says_itself = _STATES_A_FACTOR.match(page.covered, span.start) or NO_VALUE.match(page.covered, span.start)
        if source is Source.WORD and says_itself:
            around = replace(around, clause=Clause.RESULT)
        if _RESUMES.search(around.before):
            setting = replace(setting, explains=False)
        stated = list(_of_formula(page, span, formula, source, setting, around))
        if carried and stated and not stated[0].left:
            stated[0] = replace(stated[0], left=carried, around=replace(stated[0].around, clause=Clause.RESULT))
        carried = _goes_on(page, stated, span, following)
        yield from stated[:-1] if carried else stated
        if not _is_subject(page, span, formula, following):
            last_end = span.end


_RESUMES = regex(r"[,;]\s*(?:so|hence|thus|therefore)\b", re.IGNORECASE)
"""“That makes 15 ways, so the probability is 5/12” explains first and states then."""
_OPEN_END = regex(r"(?:=|\\approx|≈)[\s$]*$")
_NOTHING = regex(r"[\s*_]*")


def _tells_where(before: str) -> bool:
    """Whether a formula after these words says where something is; “it vanishes at” states it."""
    found = _AT.search(before)
    return found is not None and found["states"] is None


def _goes_on(page: Page, stated: Sequence[Candidate], span: Span, following: int) -> tuple[str, ...]:
    """The sides of a formula that ends in an equals sign, whose value stands in the next one: ``$x =$ **5**``."""
    said = page.said(span).rstrip("$ ")
    if not stated or not _OPEN_END.search(said) or not _NOTHING.fullmatch(page.covered, span.end, following):
        return ()
    return stated[-1].left


_OF = regex(
    r"\b(?:alias|image|value|case|tone|signal|frequency|mass|factor) of[\s$*]*$|\b(?:a|an)[\s$*]*$", re.IGNORECASE
)
_SPEAKS_BEHIND = regex(
    r"(?:\\[,; ]|[\s$*])*(?:[A-Za-zΩµ°/]{1,6}[\s$*]+)?(?:\w+ )?(?:is|are|appears|lies|has|becomes|turns|would|will|must)\b"
)
"""“A 5 kHz tone has …”, “the alias of 5 kHz is …” speak of a value, and state another."""
_AT = regex(
    r"(?:\b(?P<states>look|is|are|lies?|sits?|vanish\w*|occurs?|zero(?:e?s)?|points?|poles?|roots?|extrema)\s+)?\bat[\s$*(]*$",
    re.IGNORECASE,
)
_NAMED = regex(r"\\?[A-Za-z]{1,6}(?:_\{?\w{1,6}\}?)?\s*=")
"""“The maximum at x = 0” says where it is."""
_SPEAKS_OF_IT = regex(r"[\s*]*(?::|is\b|are\b|equals?\b|becomes?\b|should\b|must\b|will\b|=)", re.IGNORECASE)
_SYMBOL = regex(r"[\s$]*(?:\\[a-zA-Z]+\s*)?\{?[\w']{1,8}\}?(?:_\{?[\w\\{}]{1,20})?[\s$]*")


def _is_subject(page: Page, span: Span, formula: Formula | None, following: int) -> bool:
    """Whether a formula is a symbol that the sentence goes on to speak of: the s of “the constant s is …”."""
    said = page.said(formula.inner if formula is not None else span)
    return _SYMBOL.fullmatch(said) is not None and _SPEAKS_OF_IT.match(page.covered, span.end, following) is not None


_OFFERED = regex(r"\b(?:option|guess|choice|alternative|answer|attempt|possibility)\s*#?\s*$", re.IGNORECASE)


def only_names(page: Page, sentence: Span, span: Span, formula: Formula | None) -> bool:
    """Whether a formula is the number of a thing: the 2 of “stride 2” is part of its name."""
    said = page.said(formula.inner if formula is not None else span).strip()
    before = page.covered[max(sentence.start, span.start - 40) : span.start]
    if (
        not before.strip(" *_#")
        and page.covered[span.end : span.end + 1] in (".", ")", ":")
        and span.end < sentence.end
    ):
        # “3. Combine the two” counts, and states nothing.
        return said.isdigit()
    offered = _OFFERED.search(before) is not None and page.covered[span.end : span.end + 1] in tuple(":.)")
    return said.isdigit() and (offered or names_a_thing(before))


def _around(page: Page, sentence: Span, gap: Span, *, first: bool) -> Around:
    """The words before a formula; ``gap`` are those since the formula before it."""
    start = max(sentence.start, gap.end - _FAR)
    before = page.covered[start : gap.end]
    if start == sentence.start:
        before = before[lead_cue(before).length :]
    words = page.covered[gap.start : gap.end]
    return Around(
        clause_of(before),
        _lead(page, gap, first=first),
        before=page.said(Span(start, gap.end)),
        beside=not first and _ONLY_JOINS.fullmatch(words) is not None,
        after_or=not first and _ALTERNATIVE.fullmatch(words) is not None,
    )


def _lead(page: Page, gap: Span, *, first: bool) -> str:
    """The words before a formula. Those that still belong to the one before (“F weights and …”) are left out."""
    ends = None if first else _CLAUSE_END.search(page.covered, gap.start, gap.end)
    return page.said(Span(ends.end() if ends else gap.start, gap.end))


def _clause(words: str) -> str:
    ends = _CLAUSE_END.search(words)
    return words[: ends.start()] if ends else words


def _opening_label(page: Page, piece: Piece) -> str:
    """The label that a bullet or a paragraph opens with, which holds for all of its sentences."""
    found = _OPENING_LABEL.match(page.covered, piece.span.start, piece.span.end)
    return page.said(Span(*found.span())) if found else ""


def _last_sentence(page: Page, span: Span) -> str:
    last = Span(max(span.start, span.end - _FAR), span.end)
    for sentence in sentences(page.covered, last):
        last = sentence
    return page.said(last)


def _source(page: Page, span: Span, formula: Formula | None) -> Source:
    if formula is not None:
        return Source.CODE if formula.kind is FormulaKind.CODE else Source.INLINE
    return Source.WORD if NUMBER_WORD.fullmatch(page.covered, span.start, span.end) else Source.PLAIN
