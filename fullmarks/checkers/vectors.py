"""Reading a tree as one vector, or as several: in brackets, as a row or a column, calculated, or in unit vectors."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from fullmarks.checkers.kinds import is_expression
from fullmarks.compare.matrices import matrix_within_bounds
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Quantity,
    Relation,
    Symbol,
)

Vector = tuple[Node, ...]

_ZERO = Number(Fraction(0))
_PLANE = 2
_SPAN = frozenset(("span", "Span", "lin", "Lin"))
_UNIT_VECTORS = (
    ("i_hat", "j_hat", "k_hat"),
    ("x_hat", "y_hat", "z_hat"),
    ("e_x", "e_y", "e_z"),
    ("e_1", "e_2", "e_3"),
    ("i", "j", "k"),
)


def vector_of(node: Node) -> Vector | None:
    """The entries of a vector: listed in round, square or angle brackets, a row, a column, or what is calculated from such."""
    match node:
        case Listing("(", ")", items) | Listing("[", "]", items):
            return items if items and all(map(is_expression, items)) else None
        case Matrix(rows):
            return tuple(row[0] for row in rows) if len(rows[0]) == 1 else rows[0] if len(rows) == 1 else None
        case Relation((Symbol(), value), ("=",)):
            return vector_of(value)
        case Negate(operand):
            return _mapped(operand, Negate)
        case Divide(operand, divisor):
            return _mapped(operand, lambda entry: Divide(entry, divisor))
        case Quantity(operand, unit):
            return _mapped(operand, lambda entry: Quantity(entry, unit))
        case Call("transpose", (operand,)):
            return vector_of(operand)
        case Multiply(factors):
            return _multiple(factors)
        case Add(terms):
            return _sum(tuple(map(vector_of, terms)))
    return None


def vectors_of(node: Node, length: int) -> tuple[Vector, ...] | None:
    """Several vectors: listed, ``span{…}``, ``v = … and w = …``, the columns of a matrix, or one alone.

    Where only the rows of a matrix have the ``length`` that is expected, they are the vectors.
    """
    match node:
        case Multiply((Symbol(name), inside)) if name in _SPAN:
            return vectors_of(inside, length)
        case Call(name, inside_) if name in _SPAN:
            return vectors_of(Listing("{", "}", inside_), length)
        case Relation((Symbol(), value), ("=",)):
            return vectors_of(value, length)
        case Logic("and", parts):
            return _each(parts)
        case Listing("{" | "" | "(" | "[", _, items) if (found := _each(items)) is not None:
            return found
    if (one := vector_of(node)) is not None:
        return (one,)
    matrix = matrix_within_bounds(node)
    if matrix is None:
        return None
    return matrix.rows if len(matrix.rows) != length == len(matrix.rows[0]) else tuple(zip(*matrix.rows, strict=True))


def in_unit_vectors(node: Node, length: int) -> Vector | None:
    """The entries of ``3 î − 2 ĵ``; None for what is no sum of multiples of unit vectors, and in one dimension, where i is a number."""
    if length < _PLANE:
        return None
    for names in _UNIT_VECTORS:
        found = _along(node, names[:length])
        if found is not None and set(found) != {_ZERO}:
            return found
    return None


def _each(items: tuple[Node, ...]) -> tuple[Vector, ...] | None:
    found = [vector_of(item) for item in items]
    known = tuple(vector for vector in found if vector is not None)
    return known if known and len(known) == len(found) else None


def _mapped(operand: Node, change: Callable[[Node], Node]) -> Vector | None:
    inner = vector_of(operand)
    return None if inner is None else tuple(map(change, inner))


def _multiple(factors: tuple[Node, ...]) -> Vector | None:
    """A vector times numbers; a product of vectors, or with a list of any other kind, is none."""
    vectors = [(place, found) for place, factor in enumerate(factors) if (found := vector_of(factor)) is not None]
    if len(vectors) != 1:
        return None
    place, vector = vectors[0]
    others = (*factors[:place], *factors[place + 1 :])
    if not all(is_expression(other) for other in others):
        return None
    return tuple(Multiply((*factors[:place], entry, *factors[place + 1 :])) for entry in vector)


def _sum(terms: tuple[Vector | None, ...]) -> Vector | None:
    known = [term for term in terms if term is not None]
    if len(known) < len(terms) or len({len(term) for term in known}) != 1:
        return None
    return tuple(map(Add, zip(*known, strict=True)))


def _along(node: Node, names: tuple[str, ...]) -> Vector | None:
    """The multiples of each unit vector in a sum."""
    match node:
        case Symbol(name) | Constant(name):
            return tuple(Number(Fraction(one == name)) for one in names) if name in names else None
        case Number(value) if value == 0:
            return (_ZERO,) * len(names)
        case Negate(operand):
            inner = _along(operand, names)
            return inner and tuple(_ZERO if entry == _ZERO else Negate(entry) for entry in inner)
        case Divide(operand, divisor):
            inner = _along(operand, names)
            return inner and tuple(_ZERO if entry == _ZERO else Divide(entry, divisor) for entry in inner)
        case Quantity(operand, unit):
            inner = _along(operand, names)
            return inner and tuple(Quantity(entry, unit) for entry in inner)
        case Add(terms):
            found = [_along(term, names) for term in terms]
            return _added(found, len(names))
        case Multiply(factors):
            return _times(factors, names)
    return None


def _added(found: list[Vector | None], length: int) -> Vector | None:
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    by_place = [[one[place] for one in known if one[place] != _ZERO] for place in range(length)]
    return tuple(_ZERO if not terms else terms[0] if len(terms) == 1 else Add(tuple(terms)) for terms in by_place)


def _times(factors: tuple[Node, ...], names: tuple[str, ...]) -> Vector | None:
    found = [(place, inner) for place, factor in enumerate(factors) if (inner := _along(factor, names)) is not None]
    directed = [(place, inner) for place, inner in found if set(inner) != {_ZERO}]
    if len(directed) != 1:
        return None
    place, inner = directed[0]

    def entry(value: Node) -> Node:
        rest = (*factors[:place], *(() if value == Number(Fraction(1)) else (value,)), *factors[place + 1 :])
        return _ZERO if value == _ZERO else rest[0] if len(rest) == 1 else Multiply(rest)

    return tuple(map(entry, inner))
