"""Names that stand for trees: a symbol for a value, a function for a formula in its parameters.

What is put in keeps its meaning: an index that a sum binds is renamed where the tree that comes into its body has a name of
the same spelling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fullmarks.expr.nodes import BigOperator, Call, Derivative, Integral, Limit, Node, Symbol
from fullmarks.expr.walk import bound_name, children, rebuild, size_and_depth, symbols, walk, with_children
from fullmarks.records import frozen


class UnfitDefinitionError(ValueError):
    """A name that cannot be replaced by what it stands for; ``str()`` is a sentence."""


@frozen
class Definition:
    """What a name stands for: a value, or with ``parameters`` a function's value at them."""

    value: Node
    parameters: tuple[str, ...] = ()

    @property
    def free(self) -> frozenset[str]:
        """The names that the value takes from outside."""
        return symbols(self.value) - set(self.parameters)


def put_in(tree: Node, definitions: Mapping[str, Definition], most_nodes: int) -> Node:
    """The tree with every defined name replaced; raises UnfitDefinitionError, also where it would grow past ``most_nodes``."""
    return _Putting(definitions, most_nodes).into(tree) if definitions else tree


def names_in(tree: Node) -> frozenset[str]:
    """All names of symbols and functions in a tree, bound ones left out."""
    return symbols(tree) | {part.function for part in walk(tree) if isinstance(part, Call)}


class _Putting:
    """One replacing, with its account of nodes."""

    def __init__(self, definitions: Mapping[str, Definition], most_nodes: int) -> None:
        self._definitions = definitions
        self._free = frozenset[str]().union(*(one.free for one in definitions.values()))
        self._left = most_nodes

    def into(self, node: Node) -> Node:
        match node:
            case Symbol(name) if name in self._definitions:
                return self._symbol(name)
            case Call(function, arguments) if function in self._definitions:
                return self._call(function, tuple(self.into(argument) for argument in arguments))
            case BigOperator() | Integral() | Limit() if (bound := bound_name(node)) is not None:
                if bound in self._free:
                    node = _renamed(node, bound, self._free)
                return self._within(node)
        return rebuild(node, self.into)

    def _within(self, node: Node) -> Node:
        """A sum, integral or limit: its own index hides a definition of that name."""
        bound = bound_name(node)
        inner = {name: one for name, one in self._definitions.items() if name != bound}
        body, *bounds = children(node)
        inside = _Putting(inner, self._left)
        new_body = inside.into(body)
        self._left = inside._left
        return with_children(node, (new_body, *(self.into(part) for part in bounds)))

    def _symbol(self, name: str) -> Node:
        definition = self._definitions[name]
        if definition.parameters:
            raise UnfitDefinitionError(
                f"“{name}” is a function here. Write it with its argument: {_called(name, definition)}."
            )
        self._spend(size_and_depth(definition.value)[0])
        return definition.value

    def _call(self, name: str, arguments: tuple[Node, ...]) -> Node:
        definition = self._definitions[name]
        if len(arguments) != len(definition.parameters):
            wanted = _called(name, definition) if definition.parameters else name
            raise UnfitDefinitionError(
                f"“{name}” stands for {wanted} here, with {_counted(len(definition.parameters))}."
            )
        values = dict(zip(definition.parameters, arguments, strict=True))
        _refuse_calculus(definition, values)
        uses = [part.name for part in walk(definition.value) if isinstance(part, Symbol)]
        sizes = {parameter: size_and_depth(value)[0] for parameter, value in values.items()}
        self._spend(size_and_depth(definition.value)[0] + sum(sizes.get(name, 0) for name in uses))
        return replaced(definition.value, values)

    def _spend(self, nodes: int) -> None:
        self._left -= nodes
        if self._left < 0:
            raise UnfitDefinitionError("What the names stand for is too long to be put in.")


def replaced(node: Node, values: Mapping[str, Node]) -> Node:
    """The tree with free symbols replaced; no name of what comes in is caught by a sum's index."""
    if isinstance(node, Symbol):
        return values.get(node.name, node)
    bound = bound_name(node)
    if bound is None:
        return rebuild(node, lambda child: replaced(child, values))
    inner = {name: value for name, value in values.items() if name != bound}
    coming = frozenset[str]().union(*(symbols(value) for value in inner.values()))
    if bound in coming and inner.keys() & symbols(children(node)[0]):
        node = _renamed(node, bound, coming)
    body, *bounds = children(node)
    return with_children(node, (replaced(body, inner), *(replaced(part, values) for part in bounds)))


def _renamed(node: Node, bound: str, taken: frozenset[str]) -> Node:
    """The same sum, integral or limit with another name for what it binds."""
    body, *bounds = children(node)
    fresh, avoid = f"{bound}'", taken | symbols(body)
    while fresh in avoid:
        fresh += "'"
    again = with_children(node, (replaced(body, {bound: Symbol(fresh)}), *bounds))
    match again:
        case BigOperator():
            return replace(again, index=fresh)
        case Integral() | Limit():
            return replace(again, variable=fresh)
    return again


def _refuse_calculus(definition: Definition, values: Mapping[str, Node]) -> None:
    """A derivative by a parameter is no longer one by what stands in the parameter's place."""
    for part in walk(definition.value):
        match part:
            case Derivative(_, name, _) | Integral(_, name, None, _) if values.get(name, Symbol(name)) != Symbol(name):
                raise UnfitDefinitionError(
                    f"A derivative or integral by {name} cannot be put in where {name} is replaced."
                )


def _called(name: str, definition: Definition) -> str:
    return f"{name}({', '.join(definition.parameters)})"


def _counted(arguments: int) -> str:
    return {0: "no argument", 1: "one argument"}.get(arguments, f"{arguments} arguments")
