"""The items of an answer of several: of a list in any brackets, of a set, of ``x = 1 or x = 2``, of ``±3``, of a union of sets."""

from __future__ import annotations

from fullmarks.checkers.kinds import is_expression
from fullmarks.compare.signs import both_signs, has_plus_minus
from fullmarks.expr.nodes import (
    Add,
    Constant,
    Divide,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    PlusMinus,
    Relation,
    SetOperation,
    Symbol,
    Text,
)
from fullmarks.expr.walk import symbols

NOTHING = frozenset(
    f"{lead}{words}"
    for lead in ("", "there is ", "there are ", "it has ")
    for words in ("no solution", "no solutions", "no real solution", "no real solutions")
) | {"none", "empty set", "the empty set", "inconsistent", "the system is inconsistent"}
"""Words for a set without members."""


def vector_items(node: Node) -> tuple[Node, ...] | None:
    """The entries of a matrix of one row or one column."""
    if not isinstance(node, Matrix):
        return None
    if len(node.rows) == 1:
        return node.rows[0]
    return tuple(row[0] for row in node.rows) if len(node.rows[0]) == 1 else None


def members(node: Node) -> tuple[Node, ...] | None:
    """The members of a set, or the several values of a bare list or of alternatives; None for what has none.

    One value alone has one member; words such as ``no solution`` have none.
    """
    match node:
        case Listing("{" | "", _, items):
            return _spread(items)
        case SetOperation("union", parts):
            inside = [members(part) for part in parts if not isinstance(part, Listing) or part.opening == "{"]
            known = [items for items in inside if items is not None]
            return tuple(item for items in known for item in items) if len(known) == len(parts) else None
        case Constant("emptyset"):
            return ()
        case Text(words):
            return () if " ".join(words.casefold().split()) in NOTHING else None
        case _:
            return _alternatives(node)


def _alternatives(node: Node) -> tuple[Node, ...] | None:
    match node:
        case Logic("or" | "and", parts):  # “6 and 7” lists values; “x > 1 and x < 2” has none
            inside = [(part,) if _is_tuple(part) else _alternatives(part) for part in parts]
            known = [items for items in inside if items is not None]
            return tuple(item for items in known for item in items) if len(known) == len(parts) else None
        case Relation((Symbol(), *_, value), operators) if set(operators) == {"="} and not _is_circular(node):
            return _of_each_name(node, _alternatives(value))
        case Relation((Listing("(", ")", names), value), ("=",)) if all(isinstance(name, Symbol) for name in names):
            return (value,)
        case Relation((Symbol(), value), ("in",)):
            return members(value)
        case PlusMinus(left, right, _):
            return _both_signs(left, right)
        case Divide() | Multiply() | Negate() | Add() if has_plus_minus(node):
            return both_signs(node)
        case _ if is_expression(node):
            return (node,)
        case _:
            return None


def _is_tuple(node: Node) -> bool:
    return isinstance(node, Listing) and (node.opening, node.closing) == ("(", ")")


def _is_circular(chain: Relation) -> bool:
    names = {side.name for side in chain.operands[:-1] if isinstance(side, Symbol)}
    return bool(names & symbols(chain.operands[-1]))


def _of_each_name(chain: Relation, values: tuple[Node, ...] | None) -> tuple[Node, ...] | None:
    """``a = b = 3`` says 3 of two names; what is worked out on the way, as in ``a = 2 + 1 = 3``, says nothing more."""
    names = sum(isinstance(side, Symbol) for side in chain.operands[:-1])
    return values and values * names


def _both_signs(left: Node | None, right: Node) -> tuple[Node, ...]:
    if left is None:
        return (right, Negate(right))
    return (Add((left, right)), Add((left, Negate(right))))


def _spread(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """The items, ``±a`` as two and ``x = a`` as its value."""
    found: list[Node] = []
    for item in items:
        found.extend((item,) if (values := _alternatives(item)) is None else values)
    return tuple(found)
