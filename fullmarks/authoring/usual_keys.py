"""Keys of algebra systems as a rubric has them: ``{{x -> 2}, {x -> 3}}`` is ``x = 2 or x = 3``, and ``3 + 4*I`` is ``3 + 4*i``."""

from __future__ import annotations

from dataclasses import replace

from fullmarks.authoring.listed_keys import ListedKey, ListedKeys
from fullmarks.authoring.listed_names import tree_of
from fullmarks.expr.plain import plain
from fullmarks.grade.spellings import key_as_usual


def with_usual_keys(listed: ListedKeys) -> ListedKeys:
    """The list with such keys in their usual spelling; the others are as they were."""
    return replace(listed, keys=tuple(map(_usual, listed.keys)))


def _usual(key: ListedKey) -> ListedKey:
    tree = tree_of(key.key)
    usual = tree if tree is None else key_as_usual(tree, key.key, frozenset())
    return key if usual is None or usual == tree else replace(key, key=plain(usual))
