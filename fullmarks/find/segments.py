r"""A formula's text taken apart: several equations in one display, implications, boxes, frames; and its left side.

Everything is by places within the text, so that an answer stays an exact slice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from fullmarks.errors import Span
from fullmarks.find.formulas import closing_braces
from fullmarks.records import frozen
from fullmarks.regex import regex

_TOKEN = regex(
    r"\\begin\{[^{}\n]*\}|\\end\{[^{}\n]*\}|\\left\s*(?:\\.|.)|\\right\s*(?:\\.|.)"
    r"|\\(?:implies|Rightarrow|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow|therefore)(?![a-zA-Z])"
    r"|\\q?quad(?![a-zA-Z])|\\text\{\s*(?:and|or|so|thus|hence|therefore)\s*,?\s*\}|\\\\(?:\[[^\]\n]*\])?"
    r"|\\(?:le|leq|leqslant|ge|geq|geqslant|lt|gt|approx|simeq|equiv|in|ll|gg|neq|ne|to|propto|sim)(?![a-zA-Z])"
    r"|\\[{}\[\]()]|={1,6}>|[<>!]=|[{}()\[\]]|[=<>≤≥≈≡∈≪≫≠∝⇒⟹⇔→,;]|\\[a-zA-Z]+|\\.|\bor\b|\band\b",
    re.DOTALL,
)
LONGEST_FORMULA = 20_000
"""Characters of a formula that is taken apart; no answer is longer."""
_MOST_SEGMENTS = 50
"""Equations of one formula that are told apart, from its end."""
_IMPLIES = regex(
    r"\\(?:implies|Rightarrow|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow|therefore)|[⇒⟹⇔]|={1,6}>"
)
_RELATION = regex(
    r"\\(?:le|leq|leqslant|ge|geq|geqslant|lt|gt|approx|simeq|equiv|in|ll|gg|neq|ne|to|propto|sim)|[<>!]=|[=<>≤≥≈≡∈≪≫≠∝]"
)
_BREAK = regex(r"\\q?quad|\\text\{|\\\\|[,;]|or|and")
_OPENING = regex(r"\\begin|\\left|\\?[{(\[]")
_FRAME = regex(r"\s*\\begin\{(?:aligned|align\*?|split|gathered|gather\*?|equation\*?|displaymath)\}(?:\[[a-z]\])?")
_FRAME_END = regex(r"\\end\{(?:aligned|align\*?|split|gathered|gather\*?|equation\*?|displaymath)\}\s*$")
_TAG = regex(r"\\(?:tag\*?|label)\{[^{}]*\}|\\(?:notag|nonumber)\b")
_EDGE_START = regex(r"(?:[\s,;:.&$=]|\\[,;:! ]|\\q?quad(?![a-zA-Z])|\\displaystyle(?![a-zA-Z]))*")
_EDGE_END = regex(
    r"(?:[\s,;:.&$]|\\\\|\\[,;:! ]|\\q?quad|\\text\{[\s,.;]*\}|\\(?:tag\*?|label)\{[^{}]*\}|\\(?:notag|nonumber))+$"
)
_CONTINUES = regex(
    r"[\s&]*(?:=|\\(?:le|leq|ge|geq|approx|equiv|simeq|implies|Rightarrow|quad|cdot|times)(?![a-zA-Z])|[≤≥≈+⇒*/-])"
)


@frozen
class Segment:
    """A stretch of a formula that says one thing; ``left`` are the sides of its chain but the last, as written.

    ``boxed``: it is what a box holds. ``after_or``: an “or” stands before it.
    """

    span: Span
    left: tuple[str, ...]
    boxed: bool = False
    after_or: bool = False


@frozen
class _Token:
    text: str
    start: int
    end: int


def segments(text: str, span: Span) -> tuple[Segment, ...]:
    """What a formula (the span of its inside) says, one segment an equation; a box stands for the equation around it."""
    span = _trimmed(text, _unframed(text, _trimmed(text, span)))
    if span.end - span.start > LONGEST_FORMULA:
        return (Segment(span, ()),)
    found: list[Segment] = []
    for piece in _split(text, span):
        box = _box(text, piece.span)
        inside = () if box is None else tuple(_split(text, _trimmed(text, box)))
        found.extend(
            Segment(one.span, (*piece.left, *one.left), boxed=True, after_or=piece.after_or or one.after_or)
            for one in inside
        )
        if box is None:
            found.append(piece)
    return tuple(piece for piece in found if piece.span.end > piece.span.start)


def right_side_of(text: str) -> str:
    """What stands after the last equals sign outside of brackets; all of a text that has none."""
    equals = [token.end for token in _tokens(text, Span(0, len(text))) if token.text == "="]
    return text[equals[-1] if equals else 0 :].strip(" &\n")


def _box(text: str, span: Span) -> Span | None:
    """The inside of the last box of a formula."""
    said = text[span.start : span.end]
    place = said.rfind("\\boxed")
    if place < 0:
        return None
    brace = said.find("{", place)
    end = closing_braces(said[brace:]).get(0) if brace >= 0 else None
    if end is None:
        return None
    return Span(span.start + brace + 1, span.start + brace + end - 1)


def _unframed(text: str, span: Span) -> Span:
    """Without ``aligned`` and its like around everything."""
    for _ in range(4):
        opening = _FRAME.match(text, span.start, span.end)
        closing = _FRAME_END.search(text[max(span.start, span.end - 40) : span.end])
        if opening is None or closing is None:
            break
        span = _trimmed(text, Span(opening.end(), max(span.start, span.end - 40) + closing.start()))
    return span


def _trimmed(text: str, span: Span) -> Span:
    start = span.start
    if found := _EDGE_START.match(text, start, span.end):
        start = found.end()
    tail = max(start, span.end - 200)
    found = _EDGE_END.search(text[tail : span.end])
    end = tail + found.start() if found else span.end
    return Span(start, max(start, end))


def _tokens(text: str, span: Span) -> list[_Token]:
    """The tokens at the top level: outside of brackets, braces and environments."""
    found, depth = [], 0
    for token in _TOKEN.finditer(text, span.start, span.end):
        said = token.group()
        if said.startswith(("\\begin", "\\left")) and not said.startswith("\\leftarrow"):
            depth += 1
        elif said.startswith(("\\end", "\\right")):
            depth = max(0, depth - 1)
        elif said in ("{", "(", "[", "\\{"):
            depth += 1
        elif said in ("}", ")", "]", "\\}"):
            depth = max(0, depth - 1)
        elif (depth == 0 and not said.startswith("\\text{")) or (depth == 0 and _is_break(said)):
            found.append(_Token(said, token.start(), token.end()))
    return found


def _is_break(said: str) -> bool:
    return _BREAK.match(said) is not None and not _RELATION.fullmatch(said)


def _split(text: str, span: Span) -> Iterator[Segment]:
    """One segment an equation. Implications end in their last one, with what it follows from left out."""
    tokens = _tokens(text, span)
    implied = [token for token in tokens if _IMPLIES.fullmatch(token.text)]
    start = implied[-1].end if implied else span.start
    tokens = [token for token in tokens if token.start >= start]
    cuts = [token for token in tokens if _is_break(token.text) and _cuts(text, span, token)]
    parts: list[tuple[int, int, bool]] = []
    after_or = False
    for token in cuts:
        parts.append((start, token.start, after_or))
        start, after_or = token.end, re.search(r"\bor\b", token.text) is not None
    parts.append((start, span.end, after_or))
    places = [token.start for token in tokens]
    for start, end, follows_or in _rejoined(text, parts)[-_MOST_SEGMENTS:]:
        inner = tokens[bisect_left(places, start) : bisect_left(places, end)]
        piece = _trimmed(text, Span(start, _before_comparison(text, start, inner, end)))
        inner = [token for token in inner if piece.start <= token.start < piece.end]
        if (reached := _past_arrow(text, piece, inner)) is not None:
            piece, inner = reached, []
        yield Segment(piece, _sides(text, piece.start, inner), after_or=follows_or)


_ARROW = regex(r"\\(?:to|rightarrow|longrightarrow)(?![a-zA-Z])|→")
_VALUE = regex(r"[\d)}]|\\frac")


def _past_arrow(text: str, piece: Span, tokens: list[_Token]) -> Span | None:
    r"""What an expression tends to: the ``e^2`` of ``(1 + 2/x)^x \to e^2``; ``x \to 0`` is a condition, and stays one."""
    arrows = [token for token in tokens if _ARROW.fullmatch(token.text)]
    if len(arrows) != 1 or any(token.text == "=" for token in tokens):
        return None
    left = text[piece.start : arrows[0].start].strip()
    return _trimmed(text, Span(arrows[0].end, piece.end)) if _VALUE.search(left) and "lim" not in left else None


_COMPARES = regex(r"\\(?:ll|gg)|[≪≫]")
_STRICTLY = regex(r"\\(?:lt|gt)|[<>]")


_ROUNDED = regex(r"\\(?:approx|simeq)|[≈≃]")
_NAMES_NOTHING = regex(
    r"\\(?:d|t)?frac|\\sqrt|\\pi|\\ln|\\log|\\exp|\\sin|\\cos|\\tan|\\left|\\right|\\cdot|\\times|\\,|"
    r"sqrt|exp|ln|log|pi|π|√|e(?=\s*\^)"
)


def _is_exact(text: str, start: int, end: int) -> bool:
    """Whether a side holds no name, and more than a decimal: the √2 of “√2 ≈ 1.41”, which is the answer."""
    said = text[start:end]
    exact = _NAMES_NOTHING.search(said) is not None and not re.search(r"\d\.\d", said)
    return exact and not re.search(r"[^\W\d_]", _NAMES_NOTHING.sub("", said))


def _before_comparison(text: str, start: int, tokens: list[_Token], end: int) -> int:
    """Where a chain ends that goes on to compare or round its value: ``T = 2n ≪ n^2``, ``r = 1/2 < 1``, ``√2 ≈ 1.41``."""
    equal = False
    relations = [token for token in tokens if _RELATION.fullmatch(token.text)]
    if len(relations) == 1 and _ROUNDED.fullmatch(relations[0].text) and _is_exact(text, start, relations[0].start):
        return relations[0].start
    for token in tokens:
        if equal and (_COMPARES.fullmatch(token.text) or _STRICTLY.fullmatch(token.text)):
            return token.start
        equal = equal or token.text == "="
    return end


def _cuts(text: str, span: Span, token: _Token) -> bool:
    """A new row of a display that goes on with ``= …`` is the same chain."""
    return not (token.text.startswith("\\\\") and _CONTINUES.match(text, token.end, span.end))


def _rejoined(text: str, parts: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """A comma between what are no equations of their own (``1, 2``) cuts nothing, and a condition stays beside its value."""
    stated = [bool(_RELATION.search(text, start, end)) for start, end, _ in parts]
    several = sum(stated) >= 2 and stated[0]
    if several or any(follows_or for _, _, follows_or in parts):
        return [part for part in parts if text[part[0] : part[1]].strip()]
    whole = (parts[0][0], parts[-1][1], False)
    return [whole]


def _sides(text: str, start: int, tokens: list[_Token]) -> tuple[str, ...]:
    sides = []
    for token in tokens:
        if _RELATION.fullmatch(token.text):
            sides.append(text[start : token.start].strip(" &\n"))
            start = token.end
    return tuple(sides)
