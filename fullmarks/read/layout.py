"""Line ends and alignment marks: those that only lay out one statement are dropped, those between statements stay."""

from __future__ import annotations

from fullmarks.read.tokens import Token

_OPERATORS = frozenset(("relation", "sign", "times", "power", "separator", "sets", "logic", "colon"))
_CONTINUES = _OPERATORS | {"end", "keyword", "dots", "postfix"}
"""Kinds with which a line goes on that was begun above."""

_LAYOUT = frozenset(("row", "&"))


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens without line ends and alignment marks that only lay out one statement."""
    following = _meaningful(tokens)
    kept: list[Token] = []
    depth = 0
    has_condition = False  # whether this line has one: then the next that begins with a sign is a piece of its own
    for place, token in enumerate(tokens):
        depth += (token.kind == "begin") - (token.kind == "finish")
        if depth == 0 and _is_layout(token):
            goes_on = _goes_on(tokens[following[place]], has_condition=has_condition)
            has_condition = has_condition and goes_on
            if token.value == "&" or goes_on or not kept or kept[-1].kind in _OPERATORS:
                continue
        has_condition = has_condition or token.kind == "keyword"
        kept.append(token)
    return kept


def _is_layout(token: Token) -> bool:
    return token.kind == "separator" and token.value in _LAYOUT


def _goes_on(token: Token, *, has_condition: bool) -> bool:
    """Whether a line that begins with the token goes on with what stands above."""
    if token.kind == "logic":
        return token.value != "not"
    return token.kind in _CONTINUES and not (token.kind == "sign" and has_condition)


def without_end_marks(tokens: list[Token]) -> list[Token]:
    """The tokens without commas, semicolons and line ends that nothing follows."""
    end = len(tokens) - 1
    while end > 0 and tokens[end - 1].kind == "separator":
        end -= 1
    return tokens if end == len(tokens) - 1 else [*tokens[:end], tokens[-1]]


def _meaningful(tokens: list[Token]) -> list[int]:
    """For each place, the first place behind it that is no layout."""
    following = [len(tokens) - 1] * len(tokens)
    for place in range(len(tokens) - 2, -1, -1):
        following[place] = following[place + 1] if _is_layout(tokens[place + 1]) else place + 1
    return following


def last_statement(tokens: list[Token]) -> list[Token]:
    """What stands behind the last “⇒”: the statement that a derivation ends in."""
    for place in range(len(tokens) - 3, -1, -1):
        if tokens[place].kind == "keyword" and tokens[place].value == "implies":
            return tokens[place + 1 :]
    return tokens
