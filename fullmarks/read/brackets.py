"""What an opening bracket or a bar begins: groups, tuples, lists, sets, intervals, absolute values, floors."""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Listing, Matrix, Node, Text
from fullmarks.read.conditions import gathered
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import Token

_ROUNDED = {"⌊": "floor", "⌈": "ceil"}


def bracket(p: Parser, token: Token) -> Node:
    """A bracket by its opening sign; what closes it tells a group from an interval."""
    opening = token.value
    if opening == "brace":
        return _brace(p)
    bars, p.bars = p.bars, []
    start = p.place
    items, rows, comma = _items(p)
    p.bars = bars
    if p.token.kind != "close":
        raise p.unclosed(opening)
    closing = p.take().value
    closing = "}" if closing == "brace" else closing
    if opening in _ROUNDED:
        return Call(_rounding(opening, closing), (_single(p, items, token),))
    if opening == "[" and closing in "⌋⌉":
        raise p.error("unmatched_bracket", f"“{opening}” is closed by “{closing}”.", p.tokens[p.place - 1])
    if rows:
        return _rows(p, rows, token)
    if opening == "(" and closing == ")" and len(items) == 1 and not comma:
        return items[0]
    if opening == "{" or closing == "}":
        if opening != "{" or closing != "}":
            raise p.error("unmatched_bracket", f"“{opening}” is closed by “{closing}”.", p.tokens[p.place - 1])
        return Listing("{", "}", items)
    if opening != closing.translate(_MIRROR) and len(items) != 2:
        raise p.error(
            "unmatched_bracket",
            f"“{opening}” is closed by “{closing}”, which only an interval of two ends may do.",
            p.tokens[start - 1],
        )
    if opening == "[" and len(items) == 1 and isinstance(items[0], Matrix):
        return items[0]  # a bracket drawn around an array
    return _nested(p, Listing(opening, closing, items), token)


_MIRROR = str.maketrans(")]}⌋⌉", "([{⌊⌈")


def _rounding(opening: str, closing: str) -> str:
    """``⌊x⌉`` is rounding; ``⌊x⌋`` and ``⌈x⌉`` as usual."""
    if (opening, closing) == ("⌊", "⌉"):
        return "round"
    return _ROUNDED[opening]


def _single(p: Parser, items: tuple[Node, ...], token: Token) -> Node:
    if len(items) != 1:
        raise p.error("missing_argument", "One expression is expected in this bracket.", token)
    return items[0]


def _items(p: Parser) -> tuple[tuple[Node, ...], list[list[Node]], bool]:
    """The items of a bracket; with semicolons, rows of items; whether a comma stands at the end."""
    if p.token.kind == "close":
        return (), [], False
    rows: list[list[Node]] = [[]]
    comma = False
    while True:
        rows[-1].extend(p.item())
        comma = False
        if p.token.kind != "separator" or p.token.value not in (",", ";", "row", "&"):
            break
        comma = True
        if p.take().value in (";", "row"):
            rows.append([])
        if p.token.kind == "close":
            break
    rows = [row for row in rows if row]
    items = tuple(item for row in rows for item in row)
    whole = gathered(Listing("", "", items))
    if not isinstance(whole, Listing):
        return (whole,), [], False
    return items, (rows if len(rows) > 1 else []), comma


def _rows(p: Parser, rows: list[list[Node]], token: Token) -> Node:
    """Rows between semicolons: a matrix in square or round brackets, else just items."""
    if token.value in "[(" and len({len(row) for row in rows}) == 1:
        return Matrix(tuple(tuple(row) for row in rows))
    if token.value == "[":
        raise p.error("ragged_matrix", "The rows of this matrix do not have the same length.", token)
    closing = {"(": ")", "{": "}", "[": "]"}[token.value]
    return Listing(token.value, closing, tuple(item for row in rows for item in row))


def _nested(p: Parser, listing: Listing, token: Token) -> Node:
    """Nested square lists of one length are a matrix."""
    rows = listing.items
    if (
        listing.opening != "["
        or not rows
        or not all(isinstance(row, Listing) and row.opening == "[" and row.closing == "]" for row in rows)
    ):
        return listing
    lengths = {len(row.items) for row in rows if isinstance(row, Listing)}
    limit = p.limits.matrix_side
    if len(lengths) == 1 and lengths != {0}:
        if len(rows) > limit or lengths.pop() > limit:
            raise p.error("matrix_too_large", f"Matrices of at most {limit}×{limit} are read.", token)
        return Matrix(tuple(row.items for row in rows if isinstance(row, Listing)))
    return listing


def _brace(p: Parser) -> Node:
    """A plain brace: a group in LaTeX unless it lists several things, a set in plain text."""
    bars, p.bars = p.bars, []
    items, _, _ = _items(p)
    p.bars = bars
    if p.token.kind != "close":
        raise p.unclosed("{")
    closing = p.take().value
    if closing not in ("brace", "}"):
        raise p.error("unmatched_bracket", f"“{{” is closed by “{closing}”.", p.tokens[p.place - 1])
    if p.braces_group and closing == "brace":
        if len(items) == 1:
            return items[0]
        if not items:
            return Text("")
    return Listing("{", "}", items)


def bar(p: Parser, token: Token) -> Node:
    """``|x|`` is an absolute value (of a matrix, its determinant), ``‖x‖`` a norm."""
    p.bars.append(token.value)
    inner = p.expression()
    if not p.at("bar", token.value):
        raise p.error("unclosed_bracket", f"The bar “{token.value}” is not closed before {p.described()}.")
    p.take()
    p.bars.pop()
    if token.value == "‖":
        if p.at("operator", "_"):
            p.take()
            return Call("norm", (inner, p.argument()))
        return Call("norm", (inner,))
    return Call("det" if isinstance(inner, Matrix) else "abs", (inner,))
