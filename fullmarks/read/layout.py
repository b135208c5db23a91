"""Line ends and alignment marks: those that only lay out one statement are dropped, those between statements stay."""

from __future__ import annotations

from fullmarks.read.tokens import Token

_OPERATORS = frozenset(("relation", "sign", "times", "power", "separator", "sets", "logic", "colon"))
_CONTINUES = _OPERATORS | {"end", "keyword", "postfix"}
"""Kinds with which a line goes on that was begun above."""

_LAYOUT = frozenset(("row", "&"))


def joined(tokens: list[Token]) -> list[Token]:
    """The tokens without line ends and alignment marks that only lay out one statement."""
    following = _meaningful(tokens)
    kept: list[Token] = []
    depth = 0
    has_condition = False
    for place, token in enumerate(tokens):
        depth += (token.kind == "begin") - (token.kind == "finish")
        if depth == 0 and token.kind == "separator" and token.value in _LAYOUT:
            after = tokens[following[place]]
            goes_on = after.kind in _CONTINUES and not (after.kind == "logic" and after.value == "not")
            goes_on = goes_on and not (after.kind == "sign" and has_condition)  # the next piece begins with a sign
            has_condition = has_condition and goes_on
            if token.value == "&" or not kept or kept[-1].kind in _OPERATORS or goes_on:
                continue
        has_condition = has_condition or token.kind == "keyword"
        kept.append(token)
    return kept


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
        token = tokens[place + 1]
        is_layout = token.kind == "separator" and token.value in _LAYOUT
        following[place] = following[place + 1] if is_layout else place + 1
    return following


def last_statement(tokens: list[Token]) -> list[Token]:
    """What stands behind the last “⇒”: the statement that a derivation ends in."""
    for place in range(len(tokens) - 3, -1, -1):
        if tokens[place].kind == "keyword" and tokens[place].value == "implies":
            return tokens[place + 1 :]
    return tokens
