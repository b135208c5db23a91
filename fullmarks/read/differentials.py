r"""Where integrals end: each ``dx`` becomes one token, paired with its integral sign like a bracket.

A ``dx`` above the line of a fraction (``\int \frac{dx}{x}``) is moved behind it, before the parser sees it.
"""

from __future__ import annotations

from fullmarks.read.groups import digits
from fullmarks.read.parser import closings
from fullmarks.read.tokens import STARTS, Token


def with_differentials(tokens: list[Token]) -> list[Token]:
    """The tokens with a differential for each integral that has one; the inner of two integrals ends first."""
    return _Differentials(tokens).run()


class _Differentials:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.closings = closings(tokens)
        self.changed: dict[int, tuple[Token, ...]] = {}
        """What stands instead of a token, by its place."""
        self.waiting: list[int] = []
        """How deep in brackets each integral stands that has no end yet."""
        self.openings: list[int] = []

    def run(self) -> list[Token]:
        for place, token in enumerate(self.tokens):
            match token.kind:
                case "open" | "begin":
                    self.openings.append(place)
                case "close" | "finish":
                    self._leave()
                case "integral":
                    self.waiting.append(len(self.openings))
                case "symbol" | "word" if self.waiting and place not in self.changed:
                    self._name(place)
        return [new for place, token in enumerate(self.tokens) for new in self.changed.get(place, (token,))]

    def _leave(self) -> None:
        if self.openings:
            self.openings.pop()
        while self.waiting and self.waiting[-1] > len(self.openings):
            self.waiting.pop()

    def _name(self, place: int) -> None:
        depth = len(self.openings) - self.waiting[-1]
        if depth > 1 or not (variable := _variable(self.tokens, place)):
            return
        name, length = variable
        differential = self.tokens[place]._replace(
            kind="differential", value=name, end=self.tokens[place + length - 1].end
        )
        if depth == 0:
            self._replace(place, length, (differential,))
        elif (behind := self._behind_fraction()) is not None:
            lone = self.tokens[place - 1].kind == "open" and self.tokens[place + length].kind == "close"
            one = differential._replace(kind="number", value="1", node=digits("1"))
            self._replace(place, length, (one,) if lone else ())
            self.changed[behind] = (self.tokens[behind], differential)
        else:
            return
        self.waiting.pop()

    def _replace(self, place: int, length: int, new: tuple[Token, ...]) -> None:
        self.changed[place] = new
        self.changed.update(dict.fromkeys(range(place + 1, place + length), ()))

    def _behind_fraction(self) -> int | None:
        """The last place of the fraction in whose numerator we are, where nothing more of the integrand follows it."""
        opening = self.openings[-1]
        if opening == 0 or self.tokens[opening - 1].kind != "frac":
            return None
        first = self.closings.get(opening, len(self.tokens)) + 1
        if first >= len(self.tokens) - 1 or _variable(self.tokens, first + 1):
            return None
        last = self.closings.get(first, first)
        following = self.tokens[min(last + 1, len(self.tokens) - 1)].kind
        return None if following in STARTS or following in ("times", "power") else last


def _variable(tokens: list[Token], place: int) -> tuple[str, int] | None:
    """The variable of the differential that begins at a place, and how many tokens say it."""
    rest = [*tokens[place : place + 4], *[tokens[-1]] * 3]
    token, following = rest[:2]
    if token.kind == "word" and len(token.value) > 1 and token.value[0] == "d":
        return token.value[1:], 1
    if token.kind != "symbol" or token.value != "d" or following.kind != "symbol":
        return None
    if rest[2].kind == "subscript" and rest[3].kind == "below":
        return f"{following.value}_{rest[3].value}", 4
    return following.value, 2
