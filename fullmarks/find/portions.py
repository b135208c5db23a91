"""What of a passage answers which item, where the passage counts its answers or gives them in order.

“(i) 2/3, (ii) 5” in a part of two items has a portion for each. So has a list of two bullets and a line “2/3; 5”, where no label says
otherwise. Within its portion an item is searched as if it were alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.formula_spans import formula_spans
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.growths import speaks_of_growth
from fullmarks.find.kinds import fits, looks
from fullmarks.find.labels import ItemMarks, bare, words_of
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.pooled import UNPOOLED
from fullmarks.find.sub_parts import groups_of, place_in_part
from fullmarks.records import frozen
from fullmarks.regex import regex

MOST_ITEMS = 20
"""Items of a part that are told apart by their place."""
MOST_PIECES = 400
"""Pieces of a passage that are looked at."""
_LONGEST = 600
"""Characters of a portion in which labels are looked for, and of a line of answers."""
_WORDS, _GROWTH = "words", "growth"

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_COUNT = r"(?P<roman>viii|vii|vi|iv|ix|iii|ii|i|v|x)|(?P<number>\d{1,2})|(?P<letter>[a-h])"
_AT_START = regex(
    rf"[ \t>*_#+-]*(?:\((?:{_COUNT})\)|(?:{_COUNT.replace('?P<', '?P<_')})[.)](?=\s|\*))[ \t*_:.]*", re.IGNORECASE
)
_INSIDE = regex(rf"(?<=[\s;,.])\((?:{_COUNT})\)(?=\s)", re.IGNORECASE)
_TEXTS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TITLE)


Items = tuple[Sought, ...]
Spans = dict[int, list[Span]]
"""Stretches by the place of the items that they answer."""


@frozen
class _Count:
    """A number in front of an answer: its style, its value, where it begins and ends."""

    style: str
    value: int
    start: int
    end: int


@frozen
class Portion:
    """Some items, and the stretches of a passage that answer them."""

    items: Items
    passage: Passage


def portions(page: Page, part: SoughtPart, passage: Passage) -> list[Portion]:
    """The portions of a passage; none where it does not part so. Items without a portion may be answered anywhere in it."""
    within = groups_of(part)
    items = [item for item in part.items if not item.optional]
    if len(passage.pieces) > MOST_PIECES or len(items) > MOST_ITEMS:
        return []
    groups: list[Items] = within or [(item,) for item in items]
    if within:
        spans = _within_parts(page, passage, groups)
    elif len(items) < 2 or any(_is_shared(item) for item in items):
        return []
    else:
        spans = _counted(page, passage, groups) or _listed(page, passage, groups)
    return [
        Portion(groups[place], replace(passage, pieces=tuple(_pieces(passage, own)))) for place, own in spans.items()
    ]


def _is_shared(item: Sought) -> bool:
    """Whether an item may be answered by what answers another as well: a table, or what is assumed about a pooling."""
    return item.table is not None or item.wants == UNPOOLED


def _pieces(passage: Passage, spans: Sequence[Span]) -> Iterator[Piece]:
    """The pieces of some stretches of a passage, cut at their ends."""
    for span in spans:
        for piece in passage.pieces:
            start, end = max(piece.span.start, span.start), min(piece.span.end, span.end)
            if start < end:
                yield replace(piece, span=Span(start, end), joined=piece.joined and start == piece.span.start)


# --- counted answers ---------------------------------------------------------------------------


def _counted(page: Page, passage: Passage, groups: Sequence[Items]) -> Spans:
    """Portions behind ``(i)``, ``(ii)`` …, where these count all items, once or several times over."""
    counts = list(_counts(page, passage))
    for style in ("roman", "letter", "number"):
        mine = [one for one in counts if one.style == style]
        run = [place % len(groups) + 1 for place in range(len(mine))]
        if not mine or len(mine) % len(groups) or [one.value for one in mine] != run:
            continue
        spans = _behind(passage, mine, groups)
        named = _named(page, groups, spans)
        agree = _name_their_own(named) if style == "number" else _agree(named, most=len(groups) // 2)
        return spans if agree else {}
    return {}


def _within_parts(page: Page, passage: Passage, groups: Sequence[Items]) -> Spans:
    """Portions behind the numbers of parts within a part, which need not be all there."""
    counts = [one for one in _counts(page, passage) if one.style != "letter"]
    places = {place_in_part(items): place + 1 for place, items in enumerate(groups)}
    mine = [replace(one, value=places[one.value]) for one in counts if one.value in places]
    return {place: own for place, own in _behind(passage, mine, groups).items() if own}


def _behind(passage: Passage, counts: Sequence[_Count], groups: Sequence[Items]) -> Spans:
    spans: Spans = {place: [] for place in range(len(groups))}
    ends = [one.start for one in counts[1:]] + [passage.span.end]
    for one, end in zip(counts, ends, strict=bool(counts)):
        spans[one.value - 1].append(Span(one.end, max(one.end, end)))
    return spans


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


def _agree(named: Mapping[int, set[int]], *, most: int) -> bool:
    """Whether labels do not say otherwise: at most so many portions speak of another item, and not of their own."""
    return sum(bool(others) and place not in others for place, others in named.items()) <= most


def _name_their_own(named: Mapping[int, set[int]]) -> bool:
    """Whether no item is named elsewhere than in its own portion."""
    return all(others <= {place} for place, others in named.items())


def _named(page: Page, groups: Sequence[Items], spans: Spans) -> dict[int, set[int]]:
    """For each portion the places of the items whose labels or targets stand in it."""
    marks = [(place, ItemMarks(item)) for place, group in enumerate(groups) for item in group]
    found: dict[int, set[int]] = {}
    for place, own in spans.items():
        said = " ".join(page.said(span)[:_LONGEST] for span in own)
        words, plain = words_of(said), bare(said)
        found[place] = {
            other
            for other, mark in marks
            if mark.labelled(words) is not None or (mark.target and f"{mark.target}=" in plain)
        }
    return found


# --- answers in order --------------------------------------------------------------------------


def _listed(page: Page, passage: Passage, groups: Sequence[Items]) -> Spans:
    """Portions by their order: as many bullets, lines or stretches as items, each of its kind, where no label says otherwise."""
    texts = [piece for piece in passage.pieces if piece.kind not in _SILENT]
    if len(texts) == len(groups) and all(piece.kind is BlockKind.ITEM for piece in texts):
        listed = [piece.span for piece in texts]
    elif len(texts) == 1 and texts[0].span.end - texts[0].span.start <= _LONGEST:
        listed = _stretches(page, texts[0].span, len(groups))
    else:
        return {}
    if len(listed) != len(groups):
        return {}
    spans: Spans = {place: [span] for place, span in enumerate(listed)}
    items = [group[0] for group in groups]
    fit = all(
        _fits(page, item, span) and not _is_half(page, item, span) for item, span in zip(items, listed, strict=True)
    )
    if not fit or not _name_their_own(_named(page, groups, spans)):
        return {}
    # A reason may begin before its own stretch.
    return {place: own for place, own in spans.items() if items[place].wants != _WORDS or items[place].words}


_WHOLE_LIST = regex(r"[{(\[;±∅]|\\(?:pm|mp|emptyset|varnothing|\{)|,|\b(?:and|or|only|none|no)\b", re.IGNORECASE)


def _is_half(page: Page, item: Sought, span: Span) -> bool:
    """Whether a stretch may be half of a list of values, which the comma or the “and” has cut: “the eigenvalues are 2”."""
    return item.wants == "set" and _WHOLE_LIST.search(page.said(span)) is None


_SILENT = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.RULE, BlockKind.CODE, BlockKind.QUOTE)
_SEPARATORS = (
    regex(r";"),
    regex(r"\n"),
    regex(r",\s*(?:(?:and|which)\s)?|\sand\s|\s&\s", re.IGNORECASE),
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
    if item.wants == _GROWTH:
        return speaks_of_growth(page.said(span))
    told = [
        page.said(outer if formula is None else formula.inner)
        for outer, formula in formula_spans(page, span, item.symbols)
    ]
    return any(fits(item.wants, text, looks(text)) for text in told)
