"""Making the program of an array expression: which parts are scalars', and what names stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from fullmarks.compare.arrays.place import Place
from fullmarks.compare.arrays.shapes import IDENTITY, Arrays
from fullmarks.compare.arrays.values import ArrayValue
from fullmarks.compare.evaluation.program import program
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.expr.nodes import Indexed, Matrix, Node, Symbol
from fullmarks.expr.walk import children

Run = Callable[[Place], ArrayValue]
"""What gives a value at a place."""
ByNode = Mapping[type[Node], Callable[["Maker", Any], Run]]
"""How each kind of node is made; each takes its own kind."""


def beyond(_: Place) -> ArrayValue:
    """What has no evaluation for arrays."""
    raise BeyondError


class Maker:
    """Makes one program, and measures it; ``by_node`` says how each kind of node is made."""

    __slots__ = ("_by_node", "_mentions", "arrays", "bound", "declared", "size")

    def __init__(self, arrays: Arrays, declared: AbstractSet[str], by_node: ByNode) -> None:
        self._by_node = by_node
        self.arrays = arrays
        self.declared = declared
        self.bound: list[str] = []
        self.size = 0
        self._mentions: dict[int, tuple[Node, bool]] = {}

    def make(self, node: Node) -> Run:
        self.size += 1
        if not self.mentions(node):
            made = program(node)
            return lambda at: at.evaluator.run(made)
        make = self._by_node.get(type(node))
        return make(self, node) if make is not None else beyond

    def several(self, nodes: tuple[Node, ...]) -> tuple[Run, ...]:
        return tuple([self.make(node) for node in nodes])

    def mentions(self, node: Node) -> bool:
        """Whether there is an array in a tree: a declared one, an entry, an identity, or one that is written out."""
        known = self._mentions.get(id(node))
        if known is not None:
            return known[1]
        found = self._is_array(node) or any(self.mentions(child) for child in children(node))
        self._mentions[id(node)] = node, found  # the node is kept, so that its identity stays its own
        return found

    def _is_array(self, node: Node) -> bool:
        match node:
            case Symbol(name):
                return name in self.arrays.shapes or self.is_identity(name) or self.primed(name) is not None
            case Indexed(base, _):
                return self.arrays.of_entries(base) is not None or self.is_identity(base)
        return isinstance(node, Matrix)

    def is_identity(self, name: str) -> bool:
        return name == IDENTITY and self.arrays.identity

    def primed(self, name: str) -> str | None:
        """The array that a prime behind its name transposes: ``X'``, unless that is declared itself."""
        base = name.removesuffix("'")
        return base if base != name and base in self.arrays.shapes and name not in self.declared else None

    def is_free(self, name: str) -> bool:
        """Whether a name stands for nothing that is declared or bound."""
        sizes = self.arrays.sizes[0].numbers if self.arrays.sizes else {}
        return not (name in self.declared or name in self.arrays.shapes or name in sizes or name in self.bound)
