r"""Where formulas stand in a text: ``$…$``, ``$$…$$``, ``\(…\)``, ``\[…\]``, display environments, inline code.

One pass over the delimiters, each closed by the next one of its kind; what is not closed is ordinary text. Fenced code is
left out, except a fence that says ``math``. What a formula says is the reader's business.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum

from fullmarks.errors import Span
from fullmarks.records import frozen
from fullmarks.regex import regex


class FormulaKind(StrEnum):
    """How a formula is set."""

    DISPLAY = "display"
    INLINE = "inline"
    CODE = "code"


@frozen
class Formula:
    """A delimited formula: the span with its delimiters, and what is inside them."""

    kind: FormulaKind
    outer: Span
    inner: Span


_ENVIRONMENTS = "equation|align|gather|multline|eqnarray|displaymath|flalign|math"
_BARE_ENVIRONMENTS = "[bBpvV]?matrix|smallmatrix|cases|array|aligned|split"

_DELIMITER = regex(
    r"(?P<escaped>\\[\\$`])"
    r"|(?P<bracket>\\\[)|(?P<bracket_end>\\\])"
    r"|(?P<paren>\\\()|(?P<paren_end>\\\))"
    rf"|\\begin\{{(?P<begin>(?:{_ENVIRONMENTS})\*?|{_BARE_ENVIRONMENTS})\}}"
    rf"|\\end\{{(?P<end>(?:{_ENVIRONMENTS})\*?|{_BARE_ENVIRONMENTS})\}}"
    r"|(?P<dollars>\$\$?)"
    r"|(?P<ticks>`+)"
    r"|(?P<lone_bracket>(?m:^[ \t]*\[[ \t]*$))|(?P<lone_bracket_end>(?m:^[ \t]*\][ \t]*$))"
    r"|(?P<boxed>\\boxed[ \t]*\{)"
    r"|(?P<gap>\n[ \t]*(?=\n))"
)
_FENCE = regex(r"^[ \t>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})[ \t]*([^\n`]*)$", re.MULTILINE)
_BRACE = regex(r"\\[\\{}]|[{}]")
_LONGEST_DISPLAY = 8_000
"""Characters that a display with blank lines in it may have; more is taken for an unclosed one."""


@frozen
class Fence:
    """A fenced block of code: all of it, what is inside, and the language it names."""

    outer: Span
    inner: Span
    language: str


def fences(text: str) -> tuple[Fence, ...]:
    """The fenced blocks in a text; one that names its language and is never closed goes on to the end."""
    found: list[Fence] = []
    opening: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        if opening is None:
            opening = line
        elif line[1][0] == opening[1][0] and len(line[1]) >= len(opening[1]) and not line[2].strip():
            found.append(_fence(opening, line.start(), line.end()))
            opening = None
    if opening is not None and opening[2].strip():
        found.append(_fence(opening, len(text), len(text)))
    return tuple(found)


def stray_fence(text: str, fenced: Sequence[Fence]) -> Span | None:
    """The ticks of a fence without a language that nothing closes: the end of one that began within a line."""
    start = fenced[-1].outer.end if fenced else 0
    found = next((line for line in _FENCE.finditer(text, start) if not line[2].strip()), None)
    return None if found is None else Span(*found.span(1))


def _fence(opening: re.Match[str], inner_end: int, end: int) -> Fence:
    start = min(opening.end() + 1, inner_end)
    return Fence(Span(opening.start(), end), Span(start, max(start, inner_end - 1)), opening[2].strip().lower())


def formulas(text: str, fenced: Sequence[Fence] = ()) -> tuple[Formula, ...]:
    """The formulas of a text in their order, none inside another."""
    found = [Formula(FormulaKind.DISPLAY, fence.outer, fence.inner) for fence in fenced if fence.language == "math"]
    found.extend(_Scan(text, fenced).formulas())
    return tuple(sorted(found, key=lambda formula: formula.outer.start))


class _Scan:
    """The delimiters of a text, indexed by kind so that each closing one is found without searching again."""

    def __init__(self, text: str, fenced: Sequence[Fence]) -> None:
        self.text = text
        self.tokens = [token for token in _DELIMITER.finditer(text) if not _within(token.start(), fenced)]
        self.places: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            self.places.setdefault(_name(token), []).append(place)
        self.ends = _environment_ends(self.tokens)
        self.braces = closing_braces(text) if "boxed" in self.places else {}
        # Of "$a$$b$" the two dollars in the middle close one formula and open the next: the place of such a pair.
        self.half_used = -1

    def formulas(self) -> Iterator[Formula]:
        place = 0
        while place < len(self.tokens):
            formula, place = self._formula_at(place)
            if formula is not None:
                yield formula

    def _formula_at(self, place: int) -> tuple[Formula | None, int]:
        """The formula that a delimiter opens, if it opens one, and the place of the next delimiter to look at."""
        token = self.tokens[place]
        match token.lastgroup:
            case "bracket":
                return self._closed(place, "bracket_end", FormulaKind.DISPLAY)
            case "paren":
                return self._closed(place, "paren_end", FormulaKind.INLINE)
            case "lone_bracket":
                return self._closed(place, "lone_bracket_end", FormulaKind.DISPLAY)
            case "begin":
                return self._environment(place)
            case "ticks":
                return self._closed(place, _name(token), FormulaKind.CODE)
            case "dollars":
                return self._dollars(place)
            case "boxed":
                return self._box(place)
            case _:
                return None, place + 1

    def _next(self, name: str, after: int) -> int | None:
        """The place of the next delimiter of a name, or None."""
        places = self.places.get(name, [])
        index = bisect_left(places, after + 1)
        return places[index] if index < len(places) else None

    def _gap_between(self, opening: int, closing: int) -> bool:
        gap = self._next("gap", opening)
        return gap is not None and gap < closing

    def _closed(self, place: int, closing_name: str, kind: FormulaKind) -> tuple[Formula | None, int]:
        closing = self._next(closing_name, place)
        if closing is None or (self._gap_between(place, closing) and not self._may_have_gaps(place, closing, kind)):
            return None, place + 1
        opening_token, closing_token = self.tokens[place], self.tokens[closing]
        if not self.text[opening_token.end() : closing_token.start()].strip():
            return None, place + 1
        return _formula(kind, opening_token.start(), opening_token.end(), closing_token.start(), closing_token.end()), (
            closing + 1
        )

    def _may_have_gaps(self, opening: int, closing: int, kind: FormulaKind) -> bool:
        """Whether blank lines may stand between: a display that opens and closes on lines of its own is one all the same."""
        if kind is not FormulaKind.DISPLAY:
            return False
        start, end = self.tokens[opening].end(), self.tokens[closing].start()
        inner = self.text[start : min(end, start + _LONGEST_DISPLAY + 1)]
        return len(inner) <= _LONGEST_DISPLAY and "\n#" not in inner and inner[:1].isspace() and inner[-1:].isspace()

    def _environment(self, place: int) -> tuple[Formula | None, int]:
        """A display environment, to its own end; one of the same name inside it is counted."""
        token = self.tokens[place]
        name = token["begin"]
        closing = self.ends.get(place)
        if closing is None:
            return None, place + 1
        end = self.tokens[closing]
        # A matrix or a case distinction means something by its environment; an equation is only framed by it.
        framed = re.fullmatch(rf"(?:{_ENVIRONMENTS})\*?", name) is not None
        inner = (token.end(), end.start()) if framed else (token.start(), end.end())
        return _formula(FormulaKind.DISPLAY, token.start(), *inner, end.end()), closing + 1

    def _dollars(self, place: int) -> tuple[Formula | None, int]:
        if self.tokens[place].group() == "$$" and place != self.half_used:
            formula, following = self._closed(place, "$$", FormulaKind.DISPLAY)
            if formula is not None:
                return formula, following
        return self._inline(place)

    def _inline(self, place: int) -> tuple[Formula | None, int]:
        """``$x$``, closed within its paragraph, with a space at both ends or at none, and not a price."""
        start = self.tokens[place].end()
        closing = min((found for name in ("$", "$$") if (found := self._next(name, place)) is not None), default=None)
        if closing is None or self._gap_between(place, closing):
            return None, place + 1
        end = self.tokens[closing].start()
        inner = self.text[start:end]
        price = inner[:1].isdigit() and self.text[end + 1 : end + 2].isdigit()
        if not inner.strip() or inner[0].isspace() != inner[-1].isspace() or price:
            return None, place + 1
        formula = _formula(FormulaKind.INLINE, start - 1, start, end, end + 1)
        if self.tokens[closing].group() == "$$":
            self.half_used = closing
            return formula, closing
        return formula, closing + 1

    def _box(self, place: int) -> tuple[Formula | None, int]:
        r"""A ``\boxed{…}`` outside of any formula."""
        token = self.tokens[place]
        end = self.braces.get(token.end() - 1)
        if end is None:
            return None, place + 1
        following = place + 1
        while following < len(self.tokens) and self.tokens[following].start() < end:
            following += 1
        return _formula(FormulaKind.INLINE, token.start(), token.start(), end, end), following


def _environment_ends(tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    r"""For the place of each ``\begin`` that is closed, the place of its ``\end``; each name is counted by itself."""
    ends: dict[int, int] = {}
    open_at: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if token.lastgroup == "begin":
            open_at.setdefault(token["begin"], []).append(place)
        elif token.lastgroup == "end" and (opened := open_at.get(token["end"])):
            ends[opened.pop()] = place
    return ends


def closing_braces(text: str) -> dict[int, int]:
    """For each opening brace of a text that is closed, by its place: one past the brace that closes it."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace.group() == "{":
            open_at.append(brace.start())
        elif brace.group() == "}" and open_at:
            ends[open_at.pop()] = brace.end()
    return ends


def _name(token: re.Match[str]) -> str:
    group = token.lastgroup or ""
    if group in ("begin", "end"):
        return f"{group} {token[group]}"
    return token.group() if group in ("dollars", "ticks") else group


def _within(position: int, fenced: Sequence[Fence]) -> bool:
    index = bisect_left(fenced, position + 1, key=lambda fence: fence.outer.start) - 1
    return index >= 0 and position < fenced[index].outer.end


def _formula(kind: FormulaKind, start: int, inner_start: int, inner_end: int, end: int) -> Formula:
    return Formula(kind, Span(start, end), Span(inner_start, inner_end))
