"""What of a passage answers which item, where the passage counts its answers or gives them in order.

“(i) 2/3, (ii) 5” in a part of two items has a portion for each. So has a list of two bullets and a line “2/3; 5”, where no label says
otherwise. Within its portion an item is searched as if it were alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.formula_spans import formula_spans
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.kinds import fits, looks
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.pooled import UNPOOLED

MOST_ITEMS = 20
"""Items of a part that are told apart by their place."""
MOST_PIECES = 400
"""Pieces of a passage that are looked at."""
_LONGEST = 600
"""Characters of a portion in which labels are looked for, and of a line of answers."""
_WORDS = "words"

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_COUNT = r"(?P<roman>viii|vii|vi|iv|ix|iii|ii|i|v|x)|(?P<number>\d{1,2})|(?P<letter>[a-h])"
_AT_START = re.compile(
    rf"[ \t>*_#+-]*(?:\((?:{_COUNT})\)|(?:{_COUNT.replace('?P<', '?P<_')})[.)](?=\s|\*))[ \t*_:.]*", re.IGNORECASE
)
_INSIDE = re.compile(rf"(?<=[\s;,.])\((?:{_COUNT})\)(?=\s)", re.IGNORECASE)
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class _Count:
    """A number in front of an answer: its style, its value, where it begins and ends."""

    style: str
    value: int
    start: int
    end: int


def portions(page: Page, part: SoughtPart, passage: Passage) -> dict[str, Passage]:
    """For the items that must be answered their own portions of a passage; empty where the passage does not part so."""
    items = [item for item in part.items if not item.optional]
    if (
        not 2 <= len(items) <= MOST_ITEMS
        or len(passage.pieces) > MOST_PIECES
        or any(_is_shared(item) for item in items)
    ):
        return {}
    spans = _counted(page, passage, items) or _listed(page, passage, items)
    return {item: replace(passage, pieces=tuple(_within(passage, own))) for item, own in spans.items()}


def _is_shared(item: Sought) -> bool:
    """Whether an item may be answered by what answers another as well: a table, or what is assumed about a pooling."""
    return item.table is not None or item.wants == UNPOOLED


def _within(passage: Passage, spans: Sequence[Span]) -> Iterator[Piece]:
    """The pieces of some stretches of a passage, cut at their ends."""
    for span in spans:
        for piece in passage.pieces:
            start, end = max(piece.span.start, span.start), min(piece.span.end, span.end)
            if start < end:
                yield replace(piece, span=Span(start, end), joined=piece.joined and start == piece.span.start)


# --- counted answers ---------------------------------------------------------------------------


def _counted(page: Page, passage: Passage, items: Sequence[Sought]) -> dict[str, list[Span]]:
    """Portions behind ``(i)``, ``(ii)`` …, where these count all items, once or several times over."""
    counts = list(_counts(page, passage))
    for style in ("roman", "letter", "number"):
        mine = [one for one in counts if one.style == style]
        run = [place % len(items) + 1 for place in range(len(mine))]
        if not mine or len(mine) % len(items) or [one.value for one in mine] != run:
            continue
        ends = [one.start for one in mine[1:]] + [passage.span.end]
        spans: dict[str, list[Span]] = {item.item: [] for item in items}
        for one, end in zip(mine, ends, strict=True):
            spans[items[one.value - 1].item].append(Span(one.end, max(one.end, end)))
        return spans if _agree(page, items, spans, most=len(items) // 2 if style != "number" else 0) else {}
    return {}


def _counts(page: Page, passage: Passage) -> Iterator[_Count]:
    for piece in passage.pieces:
        if piece.kind not in _TEXTS:
            continue
        line = page.covered.rfind("\n", 0, piece.span.start) + 1
        start = _AT_START.match(page.covered, piece.span.start, piece.span.end) or _AT_START.match(
            page.covered, line, piece.span.end
        )
        place = piece.span.start
        if start is not None and start.end() >= piece.span.start:
            yield _count(start, max(start.start(), piece.span.start), start.end())
            place = start.end()
        for found in _INSIDE.finditer(page.covered, place, piece.span.end):
            yield _count(found, found.start(), found.end())


def _count(found: re.Match[str], start: int, end: int) -> _Count:
    said = {name.removeprefix("_"): text.lower() for name, text in found.groupdict().items() if text}
    if "roman" in said:
        return _Count("roman", _ROMAN.index(said["roman"]) + 1, start, end)
    if "number" in said:
        return _Count("number", int(said["number"]), start, end)
    return _Count("letter", ord(said["letter"]) - ord("a") + 1, start, end)


def _agree(page: Page, items: Sequence[Sought], spans: dict[str, list[Span]], *, most: int) -> bool:
    """Whether labels do not say otherwise: at most so many portions speak of another item, and not of their own."""
    marks = [ItemMarks(item) for item in items]
    other = 0
    for mark in marks:
        said = " ".join(page.said(span)[:_LONGEST] for span in spans[mark.item.item])
        named = [one for one in marks if one.labelled(words_of(said)) is not None]
        other += bool(named) and mark not in named
    return other <= most


# --- answers in order --------------------------------------------------------------------------


def _listed(page: Page, passage: Passage, items: Sequence[Sought]) -> dict[str, list[Span]]:
    """Portions by their order: as many bullets, lines or stretches as items, each of its kind, where no label says otherwise."""
    texts = [piece for piece in passage.pieces if piece.kind not in _SILENT]
    if len(texts) == len(items) and all(piece.kind is BlockKind.ITEM for piece in texts):
        listed = [piece.span for piece in texts]
    elif len(texts) == 1 and texts[0].span.end - texts[0].span.start <= _LONGEST:
        listed = _stretches(page, texts[0].span, len(items))
    else:
        return {}
    if len(listed) != len(items):
        return {}
    spans = {item.item: [span] for item, span in zip(items, listed, strict=True)}
    fit = all(_fits(page, item, spans[item.item][0]) for item in items)
    if not fit or not _name_their_own(page, items, spans):
        return {}
    # A reason may begin before its own stretch.
    return {item.item: spans[item.item] for item in items if item.wants != _WORDS or item.words}


def _name_their_own(page: Page, items: Sequence[Sought], spans: dict[str, list[Span]]) -> bool:
    """Whether no stretch holds the label of another item than its own."""
    marks = [ItemMarks(item) for item in items]
    said = {item: words_of(page.said(own[0])[:_LONGEST]) for item, own in spans.items()}
    return all(one is mark or one.labelled(said[mark.item.item]) is None for mark in marks for one in marks)


_SILENT = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.RULE, BlockKind.CODE, BlockKind.QUOTE)
_SEPARATORS = (
    re.compile(r";"),
    re.compile(r"\n"),
    re.compile(r",\s*(?:(?:and|which)\s)?|\sand\s|\s&\s", re.IGNORECASE),
)


def _stretches(page: Page, span: Span, number: int) -> list[Span]:
    """What stands between semicolons, on lines of its own, or between commas outside of brackets: the first that gives so many."""
    for separator in _SEPARATORS:
        found = list(_between(page, span, separator))
        if len(found) == number:
            return found
    return []


def _between(page: Page, span: Span, separator: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for found in separator.finditer(page.covered, span.start, span.end):
        said = page.covered[start : found.start()]
        if said.count("(") + said.count("[") + said.count("{") > said.count(")") + said.count("]") + said.count("}"):
            continue
        if said.strip():
            yield Span(start, found.start())
        start = found.end()
    if page.covered[start : span.end].strip(" .\n"):
        yield Span(start, span.end)


def _fits(page: Page, item: Sought, span: Span) -> bool:
    """Whether a stretch holds what can answer an item."""
    if item.wants == _WORDS:
        said = words_of(page.said(span))
        return not item.words or any(words_of(word) in said for word in item.words)
    told = [
        page.said(outer if formula is None else formula.inner)
        for outer, formula in formula_spans(page, span, item.symbols)
    ]
    return any(fits(item.wants, text, looks(text)) for text in told)
