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


def solved_line(tokens: list[Token]) -> list[Token]:
    """The last line of a solution by equivalences, ``x^2 = 4`` above ``x = 2 or x = -2``: lines about one name, the last alone solved."""
    lines: list[list[Token]] = [[]]
    depth = 0
    for token in tokens[:-1]:
        depth += (token.kind in ("begin", "open")) - (token.kind in ("finish", "close"))
        if token.kind == "separator" and depth == 0:
            if token.value != "row":
                return tokens
            lines.append([])
        else:
            lines[-1].append(token)
    solved = [_is_solved(line) for line in lines]
    if len(lines) == 1 or not solved[-1] or any(solved[:-1]):
        return tokens
    names = {token.value for token in tokens if token.kind in ("symbol", "word", "function")}
    are_statements = all(any(token.kind == "relation" for token in line) for line in lines)
    return [*lines[-1], tokens[-1]] if len(names) == 1 and are_statements else tokens


def _is_solved(line: list[Token]) -> bool:
    """Whether a line says of its name alone what it is."""
    return len(line) > 2 and line[0].kind == "symbol" and line[1].kind == "relation"


def last_statement(tokens: list[Token]) -> list[Token]:
    """What stands behind the last “⇒”: the statement that a derivation ends in."""
    for place in range(len(tokens) - 3, -1, -1):
        if tokens[place].kind == "keyword" and tokens[place].value == "implies":
            return tokens[place + 1 :]
    return tokens
