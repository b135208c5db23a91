"""How an answer may use the names that stand for earlier answers: ``y(n - 5)`` where the key follows the answer ``y``.

A name that the answer uses stands for itself in the key as well: ``2 m`` is compared with the key ``m g`` as it is written. A function is
known besides, by the earlier item's key, so that what is written with it may also be compared with its formula in place.
"""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.expr.definitions import Definition, UnfitDefinitionError, names_in, put_in
from fullmarks.expr.nodes import Node
from fullmarks.rubric.definitions import with_names
from fullmarks.rubric.model import Item


def taken(tree: Node, item: Item) -> Iterator[tuple[Node, Item]]:
    """Each way to take an answer, with the item whose keys it is then compared with; the most literal way first."""
    if not item.follows:
        yield tree, item
        return
    names = names_in(tree)
    used = [one for one in item.follows if one.name in names]
    if not used:
        yield tree, item
        return
    others = {one.name: one.definition for one in item.follows if one not in used}
    literal = with_names(item, others)
    if literal is not None:
        yield tree, literal
    functions = {one.name: one.definition for one in used if one.definition.parameters}
    explicit = _explicit(tree, functions, item)
    if explicit is not None:
        yield explicit, item


def _explicit(tree: Node, functions: dict[str, Definition], item: Item) -> Node | None:
    try:
        return put_in(tree, functions, item.assumptions.limits.nodes)
    except UnfitDefinitionError:
        return None
