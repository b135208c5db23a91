"""Going through trees: a node's children, rebuilding it with other children, its symbols, its size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Derivative,
    Divide,
    Indexed,
    Integral,
    Limit,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Operation,
    Percent,
    Piecewise,
    PlusMinus,
    Power,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below, in reading order."""
    below = _CHILDREN.get(type(node))
    return below(node) if below is not None else ()


def _of_integral(node: Integral) -> tuple[Node, ...]:
    return (node.body,) if node.lower is None or node.upper is None else (node.body, node.lower, node.upper)


def _of_pieces(node: Piecewise) -> tuple[Node, ...]:
    inside = tuple(part for branch in node.branches for part in branch)
    return inside if node.otherwise is None else (*inside, node.otherwise)


_CHILDREN: dict[type[Node], Callable[..., tuple[Node, ...]]] = {
    Add: attrgetter("terms"),
    Multiply: attrgetter("factors"),
    Indexed: attrgetter("indices"),
    Call: attrgetter("arguments"),
    Logic: attrgetter("parts"),
    SetOperation: attrgetter("parts"),
    Relation: attrgetter("operands"),
    Listing: attrgetter("items"),
    Divide: attrgetter("numerator", "denominator"),
    Power: attrgetter("base", "exponent"),
    Operation: attrgetter("left", "right"),
    Negate: lambda node: (node.operand,),
    Percent: lambda node: (node.operand,),
    Quantity: lambda node: (node.value,),
    BigOperator: attrgetter("body", "lower", "upper"),
    Integral: _of_integral,
    Derivative: lambda node: (node.body,),
    Limit: attrgetter("body", "point"),
    Matrix: lambda node: tuple(entry for row in node.rows for entry in row),
    Piecewise: _of_pieces,
    PlusMinus: lambda node: (node.right,) if node.left is None else (node.left, node.right),
}
"""By kind of node, in a table because a tree's every node passes here several times; each function gets its own kind."""


def with_children(node: Node, new: tuple[Node, ...]) -> Node:
    """The same kind of node over other children, as many as ``children`` gives."""
    again = _WITH_CHILDREN.get(type(node))
    return again(node, new) if again is not None else node


def _integral(node: Integral, new: tuple[Node, ...]) -> Node:
    bounds = (None, None) if node.lower is None else (new[1], new[2])
    return Integral(new[0], node.variable, *bounds)


def _matrix(node: Matrix, new: tuple[Node, ...]) -> Node:
    width = len(node.rows[0])
    return Matrix(tuple(new[k : k + width] for k in range(0, len(new), width)))


def _piecewise(node: Piecewise, new: tuple[Node, ...]) -> Node:
    pairs = tuple((new[2 * k], new[2 * k + 1]) for k in range(len(node.branches)))
    return Piecewise(pairs, None if node.otherwise is None else new[-1])


def _plus_minus(node: PlusMinus, new: tuple[Node, ...]) -> Node:
    return PlusMinus(None if node.left is None else new[0], new[-1], node.upper)


_WITH_CHILDREN: dict[type[Node], Callable[..., Node]] = {
    Add: lambda _, new: Add(new),
    Multiply: lambda _, new: Multiply(new),
    Indexed: lambda node, new: Indexed(node.base, new),
    Call: lambda node, new: Call(node.function, new),
    Logic: lambda node, new: Logic(node.connective, new),
    SetOperation: lambda node, new: SetOperation(node.operator, new),
    Relation: lambda node, new: Relation(new, node.operators),
    Listing: lambda node, new: Listing(node.opening, node.closing, new),
    Divide: lambda _, new: Divide(*new),
    Power: lambda _, new: Power(*new),
    Operation: lambda node, new: Operation(node.operator, *new),
    Negate: lambda _, new: Negate(*new),
    Percent: lambda _, new: Percent(*new),
    Quantity: lambda node, new: Quantity(new[0], node.unit),
    BigOperator: lambda node, new: BigOperator(node.kind, new[0], node.index, new[1], new[2]),
    Integral: _integral,
    Derivative: lambda node, new: Derivative(new[0], node.variable, node.order),
    Limit: lambda node, new: Limit(new[0], node.variable, new[1], node.side),
    Matrix: _matrix,
    Piecewise: _piecewise,
    PlusMinus: _plus_minus,
}


def rebuild(node: Node, change: Callable[[Node], Node]) -> Node:
    """The node with ``change`` applied to each child; the node itself when nothing changed."""
    old = children(node)
    if not old:
        return node
    new = tuple(change(child) for child in old)
    return node if all(a is b for a, b in zip(old, new, strict=True)) else with_children(node, new)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, each before its children."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(children(current)))


def contains(node: Node, kinds: type[Node] | tuple[type[Node], ...]) -> bool:
    """Whether a node of these kinds stands anywhere in the tree."""
    if isinstance(node, kinds):
        return True
    for child in children(node):  # noqa: SIM110 - a generator at every node would cost as much again
        if contains(child, kinds):
            return True
    return False


def size_and_depth(node: Node) -> tuple[int, int]:
    """How many nodes a tree has and how deep it is."""
    size = depth = 0
    level = [node]
    while level:
        size += len(level)
        depth += 1
        level = [child for parent in level for child in children(parent)]
    return size, depth


def bound_name(node: Node) -> str | None:
    """The name that a node binds in its body, if it binds one."""
    match node:
        case BigOperator(_, _, index, _, _):
            return index
        case Integral(_, variable, lower, _) if lower is not None:
            return variable
        case Limit(_, variable, _, _):
            return variable
        case _:
            return None


_BINDERS = (BigOperator, Integral, Limit)


def symbols(node: Node) -> frozenset[str]:
    """The free names of a tree: its symbols and the bases of its indexed families."""
    found: set[str] = set()
    _gather_symbols(node, found)
    return frozenset(found)


def _gather_symbols(node: Node, found: set[str]) -> None:
    kind = type(node)
    if kind is Symbol:
        found.add(node.name)  # type: ignore[attr-defined]  # the line above says which kind it is
        return
    if kind is Indexed:
        found.add(node.base)  # type: ignore[attr-defined]  # as above
    below = children(node)
    bound = bound_name(node) if kind in _BINDERS else None
    if bound is None:
        for child in below:
            _gather_symbols(child, found)
        return
    found |= symbols(below[0]) - {bound}
    for child in below[1:]:
        _gather_symbols(child, found)


def functions(node: Node) -> frozenset[str]:
    """The names of all functions that a tree calls."""
    return frozenset(part.function for part in walk(node) if isinstance(part, Call))


def substitute(node: Node, values: Mapping[str, Node]) -> Node:
    """The tree with free symbols replaced; a bound name is left alone in its body."""
    if isinstance(node, Symbol):
        return values.get(node.name, node)
    bound = bound_name(node)
    if bound is not None and bound in values:
        inner = {name: value for name, value in values.items() if name != bound}
        below = children(node)
        return with_children(node, (substitute(below[0], inner), *(substitute(child, values) for child in below[1:])))
    return rebuild(node, lambda child: substitute(child, values))
