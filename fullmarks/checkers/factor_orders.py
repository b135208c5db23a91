"""Products with their factors in another order, one product of a tree at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from fullmarks.expr.nodes import Multiply, Node, Number
from fullmarks.expr.walk import children, size_and_depth, with_children

MOST = 12
MOST_NODES = 300


def other_orders(node: Node) -> Iterator[Node]:
    """The tree with two neighbours of one product exchanged, or one product turned round, outermost first.

    At most ``MOST`` of them, and none of a tree of more than ``MOST_NODES`` nodes.
    """
    return islice(_orders(node), MOST if size_and_depth(node)[0] <= MOST_NODES else 0)


def _orders(node: Node) -> Iterator[Node]:
    if isinstance(node, Multiply):
        yield from _of_product(node.factors)
    below = children(node)
    for place, child in enumerate(below):
        for changed in _orders(child):
            yield with_children(node, (*below[:place], changed, *below[place + 1 :]))


def _of_product(factors: tuple[Node, ...]) -> Iterator[Node]:
    for place, (first, second) in enumerate(pairwise(factors)):
        if first != second and not isinstance(first, Number) and not isinstance(second, Number):
            yield Multiply((*factors[:place], second, first, *factors[place + 2 :]))
    if len(factors) > 2:
        yield Multiply(factors[::-1])
