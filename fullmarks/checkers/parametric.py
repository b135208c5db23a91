"""Reading a tree as the coordinates of a general point: one vector with parameters, or equations unknown by unknown."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.checkers.vectors import Vector, vector_of
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Node,
    Power,
    Quantity,
    Relation,
    Symbol,
    Text,
)
from fullmarks.expr.walk import size_and_depth, substitute, symbols

_COORDINATES = ("x", "y", "z", "w")
_SPAN = frozenset(("span", "Span", "lin", "Lin"))
_MOST_STEPS = 16
_MOST_NODES = 100_000
_PAIR = 2
_EVERYWHERE = (Constant("reals"), Constant("complexes"), Symbol("R"), Symbol("C"))
_FREE = frozenset(("free", "arbitrary", "any"))


def coordinates(node: Node, length: int, unknowns: tuple[str, ...] = ()) -> Vector | None:
    """The entries; ``unknowns`` are the names of the coordinates, ``length`` is how many are expected, 0 where nobody knows.

    Where no names are given x, y, z, w are tried, and names with numbers (``x_1, x_2``). ``t ∈ ℝ`` and
    ``t free`` are set aside; a condition that leaves something out makes it another set, which is not read here.
    """
    match node:
        case Listing("{", "}", (Call("such_that", (inside, condition)),)) | Call("such_that", (inside, condition)):
            return coordinates(inside, length, unknowns) if all(map(_is_free, _parts(condition))) else None
        case Listing("{", "}", (inside,)):
            return coordinates(inside, length, unknowns)
        case Relation((Symbol() | Listing() | Matrix(), value), ("=",)) if (found := vector_of(value)) is not None:
            return found
        case Relation((left, value), ("in",)) if isinstance(left, Symbol | Listing):
            return coordinates(value, length, unknowns)
    entries = vector_of(_with_spans(node))
    if entries is not None:
        return entries
    statements = tuple(part for part in _parts(node) if not _is_free(part))
    if len(statements) == 1 and not isinstance(statements[0], Relation):
        return vector_of(_with_spans(statements[0]))
    return by_equations(statements, length, unknowns)


def by_names(node: Node, length: int, names: tuple[str, ...]) -> Vector | None:
    """The values in ``x = 2, y = -15``, where each of the names has one; None for any other tree."""
    statements = _parts(node)
    if len(statements) != length or length < _PAIR:
        return None
    entries = by_equations(statements, length, names)
    return entries if entries is not None and not any(isinstance(entry, Symbol) for entry in entries) else None


def _parts(node: Node) -> tuple[Node, ...]:
    """What is said one by one."""
    match node:
        case Logic("and", parts) | Listing("", "", parts):
            return tuple(one for part in parts for one in _parts(part))
    return (node,)


def _is_free(part: Node) -> bool:
    """Whether a letter is said to take any value (``t ∈ ℝ``, ``t free``), which says nothing new; ``t > 0`` does."""
    match part:
        case Symbol():
            return True
        case Relation((Symbol() | Listing(), place), ("in",)):
            return place in _EVERYWHERE or (isinstance(place, Power) and place.base in _EVERYWHERE)
        case Text(words) | Quantity(Symbol(), words):
            return bool(_FREE & set(words.casefold().split()))
    return False


def by_equations(statements: tuple[Node, ...], length: int, unknowns: tuple[str, ...]) -> Vector | None:
    """The value of each unknown; one that nothing is said of is free, and stands for itself."""
    said = _said(statements)
    if said is None:
        return None
    names = unknowns or _names_like(said, length)
    values = {name: value for name, value in said.items() if value != Symbol(name)}
    if not values or set(values) - set(names):
        return None
    entries: list[Node] = []
    for name in names:
        entry = _solved(values[name], values) if name in values else Symbol(name)
        if entry is None:
            return None
        entries.append(entry)
    return tuple(entries)


def _said(statements: tuple[Node, ...]) -> dict[str, Node] | None:
    """What each name is said to be, ``y = z = t`` of both; None where one is said twice, or something else is said."""
    values: dict[str, Node] = {}
    for statement in statements:
        match statement:
            case Relation((*names, value), operators) if set(operators) == {"="}:
                for name in names:
                    if not isinstance(name, Symbol) or name.name in values:
                        return None
                    values[name.name] = value
            case _:
                return None
    return values


def _solved(value: Node, values: Mapping[str, Node]) -> Node | None:
    """The value with unknowns that are said elsewhere put in; None where they are said by each other, or it grows too long."""
    largest = max(size_and_depth(other)[0] for other in values.values())
    for _ in range(min(len(values), _MOST_STEPS)):
        if not symbols(value) & set(values):
            return value
        if size_and_depth(value)[0] * largest > _MOST_NODES:
            return None
        value = substitute(value, values)
    return None if symbols(value) & set(values) else value


def _names_like(values: Mapping[str, Node], length: int) -> tuple[str, ...]:
    """The names of all coordinates, where those that are given are some of the usual ones."""
    length = length or len(values)
    if set(values) <= set(_COORDINATES[:length]):
        return _COORDINATES[:length]
    letters = {name.split("_")[0] for name in values}
    return tuple(f"{min(letters)}_{place}" for place in range(1, length + 1)) if len(letters) == 1 else ()


def _with_spans(node: Node) -> Node:
    """``p + span{v, w}`` as ``p + t v + s w``, with letters of its own."""
    match node:
        case Multiply((Symbol(name), Listing(_, _, items))) if name in _SPAN:
            terms = tuple(Multiply((Symbol(f"span_{place}"), item)) for place, item in enumerate(items, 1))
            return terms[0] if len(terms) == 1 else Add(terms)
        case Add(terms):
            return Add(tuple(_with_spans(term) for term in terms))
    return node
