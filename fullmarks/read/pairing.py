r"""Which signs are brackets where their spelling does not say: bars, ``]0, 1[``, ``<1, 2>``, “such that”, and U between intervals.

One pass over the tokens, before the parser. A bar opens where an operand is due or where no bar is open, else it closes; one
that is left over in braces or round brackets parts a name from its condition (``{x | x > 0}``, ``P(A|B)``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from fullmarks.read.tokens import ENDS, Token
from fullmarks.regex import regex

_SIGNS = ("U", "|", "‖", "<", ":", r"\mid", r"\vert", r"\Vert", r"\rvert", r"\rVert", r"\lt", r"\colon")
_REVERSED = regex(
    r"^[^\[]*\]|\[[^\[\]]*\[\s*(?:$|[^\w\s\[({+.\\√-]|(?:or|and|in)\b|\\(?:[)\]]|c[ua]p|text|in\b|land|lor))"
)
"""A square bracket that closes nothing, or that opens before nothing."""

_BEHIND_INTERVAL = frozenset(("end", "sets", "logic", "relation", "separator", "close", "keyword"))
_LISTS = frozenset(("[", "(", "]"))


@dataclass(slots=True)
class _Level:
    """An open bracket: its sign (``]`` for a reversed one), the bars open in it, and what was seen."""

    opening: str
    bars: list[int] = field(default_factory=list)
    closed: tuple[int, int] = (-1, -1)
    """The bars that were paired last."""
    comma: bool = False
    angle: int = -1
    """Where a ``<`` stands that may be a bracket."""
    has_condition: bool = False


class _Pairing:
    """The pass: tokens as they become known, and the brackets that are open."""

    def __init__(self, tokens: list[Token], *, braces_group: bool) -> None:
        self.tokens = [*tokens]
        self.braces_group = braces_group
        self.levels = [_Level("")]
        self.dropped: set[int] = set()
        self.listed = False
        """Whether the bracket that closed last had a comma in it."""

    def run(self) -> list[Token]:
        for place, token in enumerate(self.tokens):
            if (act := _ACTIONS.get(token.kind)) is not None:
                act(self, place, token)
        if not self.dropped:
            return self.tokens
        return [token for place, token in enumerate(self.tokens) if place not in self.dropped]

    def open(self, place: int, token: Token) -> None:
        if not (token.value == "[" and self._closes_reversed(place)):
            self.levels.append(_Level(token.value))

    def begin(self, place: int, token: Token) -> None:
        self.levels.append(_Level("begin"))

    def close(self, place: int, token: Token) -> None:
        if not (token.value == "]" and self._opens_reversed(place)):
            self._leave()

    def finish(self, place: int, token: Token) -> None:
        self._leave()

    def separator(self, place: int, token: Token) -> None:
        self.levels[-1].comma |= token.value == ","

    def _behind_operand(self, place: int) -> bool:
        return place > 0 and self.tokens[place - 1].kind in ENDS

    def _become(self, place: int, kind: str, value: str) -> None:
        self.tokens[place] = self.tokens[place]._replace(kind=kind, value=value)

    def _leave(self) -> None:
        """A closing bracket: a bar that is left over parts a name from its condition."""
        level = self.levels.pop() if len(self.levels) > 1 else self.levels[0]
        self.listed = level.comma
        if len(level.bars) == 1 and level.opening in ("{", "brace", "(") and self._behind_operand(level.bars[0]):
            self._become(level.bars[0], "separator", "|")

    # reversed brackets

    def _opens_reversed(self, place: int) -> bool:
        if self._behind_operand(place) or self.levels[-1].opening in _LISTS:
            return False
        self._become(place, "open", "(")
        self.levels.append(_Level("]"))
        return True

    def _closes_reversed(self, place: int) -> bool:
        level = self.levels[-1]
        if not (level.comma and level.opening in _LISTS and self._behind_operand(place)):
            return False
        if self.tokens[place + 1].kind not in _BEHIND_INTERVAL:
            return False
        self._become(place, "close", ")")
        self._leave()
        return True

    # angles

    def angle(self, place: int, token: Token) -> None:
        """``<1, 2>``: a sign that stands where an operand is due, and its mirror where one ends, with a comma between."""
        level = self.levels[-1]
        if token.value == "<" and not self._behind_operand(place):
            level.angle, level.comma = place, False
        elif (
            token.value == ">" and level.angle >= 0 and level.comma and self.tokens[place + 1].kind in _BEHIND_INTERVAL
        ):
            self._become(level.angle, "open", "(")
            self._become(place, "close", ")")
            level.angle = -1

    # bars

    def bar(self, place: int, token: Token) -> None:
        level = self.levels[-1]
        if level.bars and self._behind_operand(place) and self.tokens[level.bars[-1]].value == token.value:
            opening = level.bars.pop()
            self._become(opening, "open", token.value)
            self._become(place, "close", token.value)
            self._merge(level, opening, place)
        elif self._behind_operand(place) and self.tokens[place + 1].kind == "subscript":
            self._become(place, "evaluation", token.value)
        else:
            level.bars.append(place)

    def _merge(self, level: _Level, opening: int, closing: int) -> None:
        """Two bars side by side on both ends are the bars of a norm."""
        inner_opening, inner_closing = level.closed
        level.closed = (opening, closing)
        outer, inner = self.tokens[opening], self.tokens[opening + 1]
        if (inner_opening, inner_closing) != (opening + 1, closing - 1) or outer.value != "|":
            return
        last, end = self.tokens[closing - 1], self.tokens[closing]
        if outer.end == inner.start and last.end == end.start:
            self.tokens[opening] = outer._replace(value="‖", end=inner.end)
            self.tokens[closing] = end._replace(value="‖", start=last.start)
            self.dropped |= {inner_opening, inner_closing}

    # unions

    def letter(self, place: int, token: Token) -> None:
        """``(0, 1) U (2, 3)``: a letter that stands for ∪."""
        if token.value != "U" or place == 0 or not self.listed:
            return
        before, behind = self.tokens[place - 1], self.tokens[place + 1]
        if before.kind == "close" and behind.kind == "open" and behind.value in "([{":
            self._become(place, "sets", "union")

    # such that

    def such_that(self, place: int, token: Token) -> None:
        """A colon in the braces of a set."""
        level = self.levels[-1]
        is_set = level.opening == "{" or (level.opening == "brace" and not self.braces_group)
        if is_set and not level.has_condition and self._behind_operand(place):
            level.has_condition = True
            self._become(place, "separator", "|")


_ACTIONS: dict[str, Callable[[_Pairing, int, Token], None]] = {
    "open": _Pairing.open,
    "begin": _Pairing.begin,
    "close": _Pairing.close,
    "finish": _Pairing.finish,
    "bar": _Pairing.bar,
    "separator": _Pairing.separator,
    "relation": _Pairing.angle,
    "colon": _Pairing.such_that,
    "symbol": _Pairing.letter,
    "word": _Pairing.letter,
}


def needs_pairing(text: str) -> bool:
    """Whether a text has signs of which it is not plain whether they open or close."""
    for sign in _SIGNS:
        if sign in text:
            return True
    return ("[" in text or "]" in text) and _REVERSED.search(text) is not None


def paired(tokens: list[Token], *, braces_group: bool) -> list[Token]:
    """The tokens with every bar and every bracket told apart; what has no partner stays as it was."""
    return _Pairing(tokens, braces_group=braces_group).run()
