"""The grammar's core: a Pratt parser over tokens, and its binding strengths.

What a token that begins an expression means, and what one behind an operand does, is said by the rooms beside this one;
``grammar.py`` gathers them in the two tables that the parser works from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Node
from fullmarks.limits import Limits
from fullmarks.read.conventions import Conventions
from fullmarks.read.tokens import STARTS, Token
from fullmarks.read.vocabulary import Vocabulary

OR, AND, RELATION, SETS, SUM, PRODUCT, POWER = range(1, 8)
"""Binding strengths, loosest first."""

Prefix = Callable[["Parser", Token], Node]
"""Reads what a token begins; the token is already consumed."""

Infix = Callable[["Parser", Node], Node]
"""Reads what stands behind an operand, the next token first; gives the operand itself where that belongs to nothing."""


class Grammar:
    """What each kind of token does where an operand is due, and behind an operand (with the strength it holds together at)."""

    def __init__(self, prefixes: Mapping[str, Prefix], infixes: Mapping[str, tuple[int, Infix]]) -> None:
        self.prefixes = prefixes
        self.infixes = infixes


class Parser:
    """One reading of one list of tokens."""

    def __init__(
        self,
        tokens: list[Token],
        text: str,
        vocabulary: Vocabulary,
        conventions: Conventions,
        limits: Limits,
        grammar: Grammar,
        *,
        braces_group: bool,
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.vocabulary = vocabulary
        self.conventions = conventions
        self.limits = limits
        self.grammar = grammar
        self.braces_group = braces_group
        self.place = 0
        self.token = tokens[0]
        """The next token."""
        self.depth = 0
        self.strength = OR
        """How tightly the operand that is read now is held from its left."""
        self.bound: frozenset[str] = frozenset()
        """Names of the indices of the sums around."""
        self.in_index = False
        """Whether indices are read, among which e and i are letters."""
        self.measured = -1
        """The place right behind the unit that was read last."""
        self.congruent = -1
        """The place right behind the ``(mod n)`` that was read last."""
        self._closings: dict[int, int] | None = None

    # the stream

    def take(self) -> Token:
        """The next token, consumed; the end stays."""
        token = self.token
        if token.kind != "end":
            self.place += 1
            self.token = self.tokens[self.place]
        return token

    def jump(self, place: int) -> None:
        """Reads on from another token."""
        self.place = place
        self.token = self.tokens[place]

    def at(self, kind: str, value: str | None = None) -> bool:
        """Whether the next token is of that kind, and value if given."""
        token = self.token
        return token.kind == kind and (value is None or token.value == value)

    def accept(self, kind: str, value: str | None = None) -> bool:
        """Consumes the next token if it is that one."""
        if self.at(kind, value):
            self.take()
            return True
        return False

    def ahead(self) -> Token:
        """The token behind the next one."""
        return self.tokens[min(self.place + 1, len(self.tokens) - 1)]

    def closing(self, opening: int) -> int:
        """Where the bracket closes that opens at a place; the last token's place if it does not."""
        if self._closings is None:
            self._closings = closings(self.tokens)
        return self._closings.get(opening, len(self.tokens) - 1)

    # errors

    def error(self, code: str, sentence: str, token: Token | None = None) -> ReadError:
        """An error at a token (the next one unless given)."""
        token = token or self.token
        start, end = token.start, max(token.end, token.start + (token.kind != "end"))
        return ReadError(code, sentence, self.text, Span(start, end))

    def missing_operand(self, token: Token) -> ReadError:
        """The error of a token at which no expression begins."""
        if token.kind == "dots":
            return self.error(
                "dots",
                f"{self.described(token)} leaves open what is meant; write the whole number, list or formula.",
                token,
            )
        sentence = f"A number, a name or a bracket is expected here, not {self.described(token)}."
        return self.error("missing_operand", sentence, token)

    def too_deep(self) -> ReadError:
        """The error of one bracket or command too many inside others."""
        return self.error("too_deep", f"Brackets and commands are nested more than {self.limits.depth} deep here.")

    def unclosed(self, opening: str) -> ReadError:
        """The error of a bracket that is not closed here."""
        sign = {"brace": "{"}.get(opening, opening)
        kind = "bar" if sign in "|‖" else "bracket"
        return self.error("unclosed_bracket", f"The {kind} “{sign}” is not closed before {self.described()}.")

    def described(self, token: Token | None = None) -> str:
        """What stands at a token (the next one unless given), for a sentence."""
        token = token or self.token
        if token.kind == "end":
            return "the end"
        return f"“{self.text[token.start : max(token.end, token.start + 1)]}”"

    # expressions

    def expression(self, strength: int = OR) -> Node:
        """The longest expression that holds together at least as tightly as ``strength``."""
        token = self.token
        prefix = self.grammar.prefixes.get(token.kind)
        if prefix is None:
            raise self.missing_operand(token)
        self.depth += 1
        if self.depth > self.limits.depth:
            raise self.too_deep()
        self.take()
        self.strength = strength
        left = prefix(self, token)
        infixes = self.grammar.infixes
        while (infix := infixes.get(self.token.kind)) is not None and infix[0] >= strength:
            node = infix[1](self, left)
            if node is left:
                break
            left = node
        self.depth -= 1
        return left

    def starts_factor(self) -> bool:
        """Whether the next token can stand beside a factor as another one."""
        kind = self.token.kind
        return kind in STARTS and not (kind == "word" and self.token.spaced)


def closings(tokens: list[Token]) -> dict[int, int]:
    """The place of the closing bracket of each bracket, by the place of the opening one."""
    found: dict[int, int] = {}
    open_places: list[int] = []
    for place, token in enumerate(tokens):
        if token.kind in ("open", "begin"):
            open_places.append(place)
        elif token.kind in ("close", "finish") and open_places:
            found[open_places.pop()] = place
    return found
