"""How an answer may use the names that stand for earlier answers: ``y(n - 5)`` where the key follows the answer ``y``.

A name that the answer uses stands for itself in the key as well: ``2 m`` is compared with the key ``m g`` as it is written. A function is
known besides, by the earlier item's key, so that what is written with it may also be compared with its formula in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fullmarks.errors import UnusableKeyError
from fullmarks.expr.definitions import Definition, UnfitDefinitionError, names_in, put_in
from fullmarks.expr.nodes import Node
from fullmarks.rubric.definitions import with_definitions
from fullmarks.rubric.model import Item


def taken(tree: Node, item: Item) -> Iterator[tuple[Node, Item]]:
    """Each way to take an answer, with the item whose keys it is then compared with; the most literal way first."""
    names = names_in(tree) if item.follows else frozenset[str]()
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


def key_as_written(item: Item) -> Node | None:
    """The key with its names of earlier answers in it; None where it has none, or is no key with them."""
    literal = with_names(item) if item.follows else None
    return literal.keys[0].tree if literal else None


def with_names(item: Item, definitions: Mapping[str, Definition] = MappingProxyType({})) -> Item | None:
    """The item with all names in its keys left as they stand, but for those that are defined; None where that makes no key."""
    try:
        return with_definitions(item, definitions)
    except UnusableKeyError:
        return None


def _explicit(tree: Node, functions: dict[str, Definition], item: Item) -> Node | None:
    try:
        return put_in(tree, functions, item.assumptions.limits.nodes)
    except UnfitDefinitionError:
        return None
