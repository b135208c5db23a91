"""An item with other things put in for the names in its keys, everything that comes of them worked out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from fullmarks.compare.statements.builders import condition_of
from fullmarks.errors import ReadError, UnusableKeyError
from fullmarks.expr.definitions import Definition, UnfitDefinitionError, put_in
from fullmarks.expr.nodes import Node
from fullmarks.limits import DEFAULT
from fullmarks.read.reader import read
from fullmarks.rubric.model import Convention, Item, Key
from fullmarks.rubric.negated import negated
from fullmarks.rubric.parse import NEGATED


def defined(tree: Node, definitions: Mapping[str, Definition]) -> Node:
    """A tree of a key with what its names stand for; raises UnusableKeyError."""
    try:
        return put_in(tree, definitions, DEFAULT.nodes)
    except UnfitDefinitionError as error:
        raise UnusableKeyError("unfit_definition", str(error)) from error


def with_definitions(item: Item, definitions: Mapping[str, Definition]) -> Item:
    """The item with keys, known mistakes and conventions read again; raises UnusableKeyError where one of them is none then."""
    keys = tuple(_again(key, item, definitions) for key in item.keys)
    known = tuple(replace(one, key=_again(one.key, item, definitions)) for one in item.known)
    conventions = tuple(_convention(one, item, keys[0], definitions) for one in item.conventions)
    return replace(item, keys=keys, known=known, conventions=conventions)


def with_names(item: Item, definitions: Mapping[str, Definition] = MappingProxyType({})) -> Item | None:
    """The item with all names in its keys left as they stand, but for those that are defined; None where that makes no key."""
    try:
        return with_definitions(item, definitions)
    except UnusableKeyError:
        return None


def _convention(one: Convention, item: Item, main: Key, definitions: Mapping[str, Definition]) -> Convention:
    if one.key.text == NEGATED:
        return replace(one, key=replace(one.key, tree=negated(main.tree) or main.tree))
    return replace(one, key=_again(one.key, item, definitions))


def _again(key: Key, item: Item, definitions: Mapping[str, Definition]) -> Key:
    def read_key(text: str) -> Node:
        try:
            return defined(condition_of(read(text, item.vocabulary).tree), definitions)
        except ReadError as error:
            raise UnusableKeyError("unreadable_key", error.sentence) from error

    return replace(key, tree=item.checker.expected(key.options, read_key))
