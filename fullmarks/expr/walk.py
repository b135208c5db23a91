"""Going through trees: a node's children, rebuilding it with other children, its symbols, its size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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


def children(node: Node) -> tuple[Node, ...]:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    """The nodes directly below, in reading order."""
    match node:
        case (
            Add(items) | Multiply(items) | Indexed(_, items) | Call(_, items) | Logic(_, items) | SetOperation(_, items)
        ):
            return items
        case Relation(items, _) | Listing(_, _, items):
            return items
        case Divide(first, second) | Power(first, second) | Operation(_, first, second):
            return (first, second)
        case Negate(operand) | Percent(operand) | Quantity(operand, _):
            return (operand,)
        case BigOperator(_, body, _, lower, upper):
            return (body, lower, upper)
        case Integral(body, _, lower, upper):
            return (body,) if lower is None or upper is None else (body, lower, upper)
        case Derivative(body, _, _):
            return (body,)
        case Limit(body, _, point, _):
            return (body, point)
        case Matrix(rows):
            return tuple(entry for row in rows for entry in row)
        case Piecewise(branches, otherwise):
            inside = tuple(part for branch in branches for part in branch)
            return inside if otherwise is None else (*inside, otherwise)
        case PlusMinus(left, right, _):
            return (right,) if left is None else (left, right)
        case _:
            return ()


def with_children(node: Node, new: tuple[Node, ...]) -> Node:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    """The same kind of node over other children, as many as ``children`` gives."""
    match node:
        case Add():
            return Add(new)
        case Multiply():
            return Multiply(new)
        case Indexed(base, _):
            return Indexed(base, new)
        case Call(name, _):
            return Call(name, new)
        case Logic(name, _):
            return Logic(name, new)
        case SetOperation(name, _):
            return SetOperation(name, new)
        case Relation(_, operators):
            return Relation(new, operators)
        case Listing(opening, closing, _):
            return Listing(opening, closing, new)
        case Divide():
            return Divide(*new)
        case Power():
            return Power(*new)
        case Operation(name, _, _):
            return Operation(name, *new)
        case Negate():
            return Negate(*new)
        case Percent():
            return Percent(*new)
        case Quantity(_, unit):
            return Quantity(new[0], unit)
        case BigOperator(kind, _, index, _, _):
            return BigOperator(kind, new[0], index, new[1], new[2])
        case Integral(_, variable, lower, _):
            return (
                Integral(new[0], variable, None, None) if lower is None else Integral(new[0], variable, new[1], new[2])
            )
        case Derivative(_, variable, order):
            return Derivative(new[0], variable, order)
        case Limit(_, variable, _, side):
            return Limit(new[0], variable, new[1], side)
        case Matrix(rows):
            width = len(rows[0])
            return Matrix(tuple(new[k : k + width] for k in range(0, len(new), width)))
        case Piecewise(branches, _):
            pairs = tuple((new[2 * k], new[2 * k + 1]) for k in range(len(branches)))
            return Piecewise(pairs, new[-1] if len(new) > 2 * len(branches) else None)
        case PlusMinus(left, _, upper):
            return PlusMinus(None, new[0], upper) if left is None else PlusMinus(new[0], new[1], upper)
        case _:
            return node


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


def symbols(node: Node) -> frozenset[str]:
    """The free names of a tree: its symbols and the bases of its indexed families."""
    match node:
        case Symbol(name):
            return frozenset((name,))
        case Indexed(base, indices):
            return frozenset((base,)).union(*(symbols(index) for index in indices))
        case _:
            below = children(node)
            if not below:
                return frozenset()
            bound = bound_name(node)
            if bound is None:
                return frozenset().union(*map(symbols, below))
            return (symbols(below[0]) - {bound}).union(*map(symbols, below[1:]))


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
