r"""Matrices that are named by their shape: ``\mathbf 1_{2 \times 3}``, ``0_{2×2}``, ``I_{3×3}``, ``J_{2×2}``."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.expr.nodes import Matrix, Node, Number
from fullmarks.read.parser import Parser

_ONE, _ZERO = Number(Fraction(1)), Number(Fraction(0))
_FILLED = {"1": _ONE, "J": _ONE, "0": _ZERO, "O": _ZERO}
_LARGEST = 64
_TOKENS = 3


def shaped(p: Parser, base: str) -> Node | None:
    """The matrix that a name, 1 or 0 with the subscript in front of the parser is; None, and nothing consumed, where it is none.

    The subscript sign is the next token, or was taken just now.
    """
    if base not in ("I", *_FILLED) or base in p.vocabulary.names.meanings:
        return None
    place = p.place + 1 if p.at("subscript") else p.place
    if p.tokens[place].kind != "open":
        return None
    end = p.closing(place)
    rows, columns = _shape(p, place + 1, end)
    if not 0 < rows <= _LARGEST or not 0 < columns <= _LARGEST or (base == "I" and rows != columns):
        return None
    p.jump(end)
    p.take()
    if base == "I":
        return identity(rows)
    return filled(_FILLED[base], rows, columns)


def _shape(p: Parser, start: int, end: int) -> tuple[int, int]:
    """Rows and columns that stand between two places; zeros where none do."""
    inside = p.tokens[start:end]
    if len(inside) != _TOKENS:
        return 0, 0
    first, sign, last = inside
    crosses = sign.value == "×" or (sign.kind == "symbol" and sign.value == "x")
    if not crosses or not first.value.isdecimal() or not last.value.isdecimal() or len(first.value + last.value) > 4:
        return 0, 0
    return int(first.value), int(last.value)


def filled(entry: Node, rows: int, columns: int) -> Matrix:
    """A matrix of one entry everywhere."""
    return Matrix(((entry,) * columns,) * rows)


def identity(size: int) -> Matrix:
    """The identity matrix of a size."""
    return Matrix(tuple(tuple(_ONE if row == column else _ZERO for column in range(size)) for row in range(size)))
