r"""Matrices and cases by rows: ``\begin{pmatrix}``, ``\begin{cases}``, ``Matrix([[1, 2]])``, ``Piecewise((0, x < 0), …)``."""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Listing, Matrix, Node, Piecewise, Symbol
from fullmarks.read.brackets import matrix
from fullmarks.read.command_names import CASES
from fullmarks.read.conditions import OTHERWISE, Piece, gathered, piece
from fullmarks.read.groups import arguments, pieces
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import Token

Rows = list[list[list[Node]]]
"""Rows of cells of items."""


def environment(p: Parser, token: Token) -> Node:
    """An environment of rows: a matrix or cases."""
    rows = _rows(p, token)
    if token.value in CASES:
        return _cases(p, token, rows)
    return _matrix(p, token, rows)


def _rows(p: Parser, token: Token) -> Rows:
    rows: Rows = [[[]]]
    while not (p.token.kind == "finish" and p.token.value == token.value):
        current = p.token
        match current.kind, current.value:
            case "separator", "row":
                rows.append([[]])
            case "separator", "&":
                rows[-1].append([])
            case "separator", _:
                pass
            case "end", _:
                sentence = f"\\begin{{{token.value}}} is not closed before {p.described()}."
                raise p.error("unclosed_bracket", sentence, token)
            case (("finish" | "close"), _):
                raise p.error("unmatched_bracket", f"\\begin{{{token.value}}} is closed by {p.described()}.")
            case "keyword", "if":
                if p.ahead().kind == "keyword" and p.ahead().value == "otherwise":
                    p.take()
                    rows[-1][-1].append(OTHERWISE)
            case "keyword", "otherwise":
                rows[-1][-1].append(OTHERWISE)
            case _:
                value = p.expression()
                rows[-1][-1].extend(pieces(p, value) if p.token.kind == "keyword" else [value])
                continue
        p.take()
    p.take()
    return [row for row in rows if any(row)]


def _matrix(p: Parser, token: Token, rows: Rows) -> Node:
    width = max(map(len, rows), default=0)
    if not width:
        raise p.error("missing_operand", "This matrix has no entries.", token)
    if any(len(row) != width or any(len(cell) != 1 for cell in row) for row in rows):
        sentence = "The rows of this matrix do not have the same number of entries, or an entry is empty."
        raise p.error("ragged_matrix", sentence, token)
    read = matrix(p, token, [[cell[0] for cell in row] for row in rows])
    return Call("det", (read,)) if token.value == "vmatrix" else read


def _cases(p: Parser, token: Token, rows: Rows) -> Node:
    found: list[Node] = []
    for row in rows:
        items = [item for cell in row for item in cell]
        if len(items) == 2 and not isinstance(items[0], Piece):
            found.append(piece(items[0], items[1]))
        else:
            found.extend(items)
    if not found:
        raise p.error("missing_operand", "These cases are empty.", token)
    whole = gathered([found])
    return whole[0] if len(whole) == 1 else Listing("", "", whole)


# as functions


def matrix_call(p: Parser, token: Token) -> Node:
    """``Matrix([[1, 2], [3, 4]])``, ``np.array([1, 2])``, ``matrix([1, 2], [3, 4])``; the word alone is a name."""
    if p.token.kind != "open":
        return Symbol(p.text[token.start : token.end])
    given = arguments(p)
    rows = [argument.items for argument in given if isinstance(argument, Listing) and argument.opening == "["]
    if len(rows) == len(given) > 1 and len({len(row) for row in rows}) == 1 and rows[0]:
        return matrix(p, token, rows)
    match given:
        case (Matrix() as whole,):
            return whole
        case (Listing(_, _, items),) if items and p.text[token.start] in "MI":
            return matrix(p, token, [[item] for item in items])
        case (Listing(_, _, items),) if items and p.text.startswith("matrix", token.start):
            return matrix(p, token, [items])  # Maxima's has its rows as arguments
        case (Listing(_, _, items),) if items:
            return Listing("[", "]", items)
    raise p.error("missing_argument", "A matrix is expected in this bracket.", token)


def piecewise(p: Parser, token: Token) -> Node:
    """``Piecewise((0, x < 0), (1, True))``, ``Piecewise[{{0, x < 0}}]`` and the form that is written back."""
    given = arguments(p) if p.token.kind == "open" else ()
    if len(given) == 1 and isinstance(given[0], Piecewise):
        return given[0]
    pairs = [argument.items for argument in _pairs(given) if isinstance(argument, Listing) and len(argument.items) == 2]
    if not pairs or len(pairs) != len(_pairs(given)):
        raise p.error("missing_argument", "Write Piecewise((value, condition), …).", token)
    return gathered([[piece(value, condition) for value, condition in pairs]])[0]


def _pairs(given: tuple[Node, ...]) -> tuple[Node, ...]:
    match given:
        case (Matrix(rows),):
            return tuple([Listing("{", "}", row) for row in rows])
        case (Listing("{", "}", items),):
            return items
    return given
