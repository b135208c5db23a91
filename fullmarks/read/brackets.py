"""What an opening bracket begins: groups, tuples, lists, sets, intervals, absolute values, norms, floors, matrices by rows."""

from __future__ import annotations

from fullmarks.expr.nodes import Add, Call, Constant, Listing, Matrix, Node, Power, Relation
from fullmarks.expr.walk import contains
from fullmarks.read.groups import Contents, argument, contents, digits
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import Token

_PAIR = 2
_PARTNER = {")": "(", "]": "[", "}": "{", "brace": "{", "⌋": "⌊", "⌉": "⌈", "|": "|", "‖": "‖"}
_ROUNDED = {("⌊", "⌋"): "floor", ("⌈", "⌉"): "ceil", ("⌊", "⌉"): "round"}


def bracket(p: Parser, token: Token) -> Node:
    """A bracket by its opening sign; what closes it tells a group from an interval."""
    found = contents(p)
    if p.token.kind != "close":
        raise p.unclosed(token.value)
    closing = p.take()
    opening = "{" if token.value == "brace" else token.value
    if opening in "([" and closing.value in (")", "]"):
        return _round_or_square(p, token, closing, found)
    if opening == "{" and closing.value in ("brace", "}"):
        return _braces(p, token, closing, found)
    items = found.items
    if (opening, closing.value) in _ROUNDED:
        return Call(_ROUNDED[opening, closing.value], (_single(p, items, token),))
    if opening in "|‖" and closing.value == opening:
        return _between_bars(p, opening, _single(p, items, token))
    raise p.error("unmatched_bracket", f"“{opening}” is closed by {p.described(closing)}.", closing)


def _single(p: Parser, items: tuple[Node, ...], token: Token) -> Node:
    if len(items) != 1:
        raise p.error("missing_argument", "One expression is expected in this bracket.", token)
    return items[0]


def _between_bars(p: Parser, bar: str, inner: Node) -> Node:
    """``|x|`` is an absolute value (of a written matrix, its determinant), ``‖x‖`` a norm."""
    if not p.at("subscript") and (length := _length(inner)) is not None:
        return length
    if bar == "|":
        return Call("det" if isinstance(inner, Matrix) else "abs", (inner,))
    if p.accept("subscript"):
        return Call("norm", (inner, argument(p)))
    return Call("norm", (inner,))


def _length(vector: Node) -> Node | None:
    """The length of a vector that is written out; of complex entries their sizes count."""
    if not isinstance(vector, Listing) or vector.opening not in ("(", "[") or len(vector.items) < _PAIR:
        return None
    if any(isinstance(item, Listing | Relation) for item in vector.items):
        return None
    squares = [
        Power(item if not contains(item, Constant) else Call("abs", (item,)), digits("2")) for item in vector.items
    ]
    return Call("sqrt", (Add(tuple(squares)),))


# round and square brackets


def _round_or_square(p: Parser, token: Token, closing: Token, found: Contents) -> Node:
    opening = token.value
    items = found.items
    if len(found.rows) > 1 and len(items) > 1:
        return _rows(p, token, closing, found)
    if opening == "(" and closing.value == ")":
        return items[0] if len(items) == 1 and not found.comma else Listing("(", ")", items)
    if _PARTNER[closing.value] != opening and len(items) != 2:
        sentence = f"“{opening}” is closed by “{closing.value}”, which only an interval of two ends may do."
        raise p.error("unmatched_bracket", sentence, token)
    if opening == "[" and closing.value == "]":
        if len(items) == 1 and isinstance(items[0], Matrix):
            return items[0]  # a bracket drawn around an array
        return _nested(p, token, items, "[") or Listing("[", "]", items)
    return Listing(opening, closing.value, items)


def _rows(p: Parser, token: Token, closing: Token, found: Contents) -> Node:
    """Rows between semicolons: a matrix in square brackets or of several columns, else just items."""
    widths = {len(row) for row in found.rows}
    if len(widths) == 1 and (token.value == "[" or widths != {1}):
        return matrix(p, token, found.rows)
    if token.value == "[":
        raise p.error("ragged_matrix", "The rows of this matrix do not have the same length.", token)
    return Listing("(", ")", found.items) if closing.value == ")" else Listing("(", "]", found.items)


def _nested(p: Parser, token: Token, items: tuple[Node, ...], opening: str) -> Node | None:
    """Nested lists of one length as a matrix."""
    rows = [
        item.items for item in items if isinstance(item, Listing) and item.opening == opening and item.closing in "]}"
    ]
    if not rows or len(rows) != len(items) or len({len(row) for row in rows}) != 1 or not rows[0]:
        return None
    return matrix(p, token, rows)


def matrix(p: Parser, token: Token, rows: list[list[Node]] | list[tuple[Node, ...]]) -> Matrix:
    """Rows of one length, not more and not longer than the limit."""
    most = p.limits.matrix_side
    if len(rows) > most or len(rows[0]) > most:
        raise p.error("matrix_too_large", f"Matrices of at most {most}×{most} are read.", token)
    return Matrix(tuple([tuple(row) for row in rows]))


# braces


def _braces(p: Parser, token: Token, closing: Token, found: Contents) -> Node:
    """A set; a plain brace in LaTeX groups unless it lists several things, and rows in plain braces are a matrix."""
    items = found.items
    is_plain = token.value == "brace" and closing.value == "brace"
    if is_plain and p.braces_group:
        if len(items) == 1:
            return items[0]
        if not items:
            raise p.error("missing_operand", "There is nothing in this bracket.", closing)
    elif is_plain and len(items) > 1 and not found.comma and (rows := _nested(p, token, items, "{")):
        return rows
    return Listing("{", "}", items)
