"""Trees that differ from a tree at one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fullmarks.expr.nodes import Add, Node
from fullmarks.expr.walk import children, with_children

MOST_VARIANTS = 24

Change = Callable[[Node], Iterable[Node]]
"""What one node may be changed to."""


def variants(node: Node, change: Change) -> Iterator[Node]:
    """The tree with one node changed, once for each node and each change of it, outermost first."""
    yield from change(node)
    below = children(node)
    for place, child in enumerate(below):
        for changed in variants(child, change):
            yield with_children(node, (*below[:place], changed, *below[place + 1 :]))


def without_one_term(node: Node) -> Iterator[Node]:
    """A sum without one of its terms."""
    if isinstance(node, Add):
        for place in range(len(node.terms)):
            rest = (*node.terms[:place], *node.terms[place + 1 :])
            yield rest[0] if len(rest) == 1 else Add(rest)
