"""What stands in a bracket or after a command: items between commas, rows, pieces with conditions, arguments."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from fullmarks.expr.nodes import Call, Listing, Logic, Node, Number, Piecewise, Relation
from fullmarks.read.conditions import OTHERWISE, gathered, piece
from fullmarks.read.numbers import long_integer
from fullmarks.read.parser import POWER, Parser
from fullmarks.read.tokens import Token

_LONE = frozenset(("number", "symbol", "constant"))
_CLOSES = frozenset(("close", "end", "finish"))


class Contents(NamedTuple):
    """What stands between two brackets: its rows of items, all items in a row, and whether a comma ends them."""

    rows: list[list[Node]]
    items: tuple[Node, ...]
    comma: bool


def contents(p: Parser) -> Contents:
    """Items up to what closes them, which is left to be consumed."""
    if p.token.kind == "end":
        raise p.missing_operand(p.token)
    rows: list[list[Node]] = [[]]
    comma = False
    joined = ""
    while p.token.kind not in _CLOSES:
        if p.token.kind == "keyword" and p.token.value == "otherwise":
            rows[-1].append(_otherwise_first(p))
        else:
            value = p.expression()
            if p.token.kind == "keyword":
                rows[-1].extend(pieces(p, value))
            else:
                rows[-1].append(value)
        while p.at("separator", ",") and p.ahead().kind == "keyword" and p.ahead().value == "if":
            p.take()
            rows[-1].extend(pieces(p, rows[-1].pop()))
        token, comma = p.token, False
        if token.kind != "separator":
            break
        if token.value == "|":
            return _with_condition(p, rows)
        if token.value == ".":
            break
        p.take()
        comma = True
        if token.value == "," and p.token.kind == "logic" and p.token.value != "not" and rows[-1]:
            joined = p.take().value  # “3, 5, and 7”
        if token.value in (";", "row"):
            rows.append([])
    if len(rows) > 1:
        rows = [row for row in rows if row]
    elif joined == "or" and len(rows[0]) > 1 and all(isinstance(item, Relation) for item in rows[0]):
        rows = [[Logic("or", tuple(rows[0]))]]
    return Contents(rows, gathered(rows), comma)


def _with_condition(p: Parser, rows: list[list[Node]]) -> Contents:
    """``x | x > 0``: what stands left and right of the bar."""
    left = _side(rows)
    p.take()
    right = _side([[*contents(p).items]])
    if left is None or right is None:
        raise p.missing_operand(p.token)
    both = Call("such_that", (left, right))
    return Contents([[both]], (both,), comma=False)


def _side(rows: list[list[Node]]) -> Node | None:
    items = tuple([item for row in rows for item in row])
    return items[0] if len(items) == 1 else Listing("", "", items) if items else None


def pieces(p: Parser, value: Node) -> list[Node]:
    """A value with the condition behind it (``0 for n < 0``); several where conditions are joined by “and”."""
    found: list[Node] = []
    while p.token.kind == "keyword":
        if p.accept("keyword", "otherwise"):
            return [*found, piece(value, OTHERWISE)]
        if not p.accept("keyword", "if"):
            break
        if p.accept("keyword", "otherwise"):
            return [*found, piece(value, OTHERWISE)]
        condition = p.expression()
        if p.accept("keyword", "otherwise"):  # a if c else b
            return [*found, Piecewise(((value, condition),), p.expression())]
        if not (p.at("keyword", "if") and isinstance(condition, Logic)):
            return [*found, piece(value, condition)]
        found.append(piece(value, condition.parts[0]))  # 0 for n < 0 and 1 for n > 0
        value = condition.parts[-1]
    return [*found, value]


def _otherwise_first(p: Parser) -> Node:
    """``else: 0``."""
    p.take()
    while p.token.kind == "colon" or p.at("separator", ","):
        p.take()
    return piece(p.expression(), OTHERWISE)


# one expression, one argument, several arguments


def one(p: Parser, found: Contents, opening: str) -> Node:
    """The one expression in a bracket, its closing sign consumed; several items make a bare listing."""
    items = found.items
    if p.token.kind != "close":
        raise p.unclosed(opening)
    token = p.take()
    if not items:
        raise p.error("missing_operand", "There is nothing in this bracket.", token)
    return items[0] if len(items) == 1 else Listing("", "", items)


def argument(p: Parser) -> Node:
    """What a command takes: a group in braces, or one token (of a number, its first digit)."""
    token = p.token
    if token.kind == "open" and token.value == "brace":
        p.take()
        return _lone(p) or one(p, contents(p), "brace")
    if token.kind not in p.grammar.prefixes or token.kind in ("sign", "logic", "close"):
        raise p.error("missing_argument", f"Something in braces is expected here, not {p.described()}.")
    if token.kind == "number" and len(token.value) > 1 and token.value.isdigit():
        return _first_digit(p, token)
    return operand(p)


def _lone(p: Parser) -> Node | None:
    """The number or the name that stands alone in the group that was just opened; None for any other group."""
    if p.token.kind not in _LONE or p.ahead().kind != "close" or p.ahead().value != "brace":
        return None
    node = operand(p)
    p.take()
    return node


def operand(p: Parser) -> Node:
    """What the next token begins, without what stands behind it."""
    token = p.token
    prefix = p.grammar.prefixes.get(token.kind)
    if prefix is None:
        raise p.missing_operand(token)
    p.depth += 1
    if p.depth > p.limits.depth:
        raise p.too_deep()
    p.take()
    p.strength = POWER
    node = prefix(p, token)
    p.depth -= 1
    return node


def arguments(p: Parser) -> tuple[Node, ...]:
    """What stands between the bracket that opens here and its closing one."""
    opening = p.take().value
    found = contents(p)
    if p.token.kind != "close":
        raise p.unclosed(opening)
    p.take()
    return found.items


def digits(spelled: str) -> Number:
    """An integer of any length from its digits."""
    return Number(Fraction(long_integer(spelled)), spelled)


def _first_digit(p: Parser, token: Token) -> Node:
    rest = token.value[1:]
    p.tokens[p.place] = p.token = token._replace(value=rest, start=token.start + 1, node=digits(rest))
    return digits(token.value[0])
