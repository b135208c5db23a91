"""Items that two rubrics say the same about, so that no answer to them can be judged or shown otherwise."""

from __future__ import annotations

from dataclasses import replace

from fullmarks.rubric.model import Item, Rubric


def same_items(old: Rubric, new: Rubric) -> frozenset[str]:
    """The ids of these items.

    There are none where the two look for answers in other places, or count attempts, lateness or roundings otherwise. An item's tests
    and its place in the file say nothing about any answer.
    """
    if old.sought != new.sought:
        return frozenset()
    if (old.attempts, old.late, old.rounding) != (new.attempts, new.late, new.rounding):
        return frozenset()
    before = {item.id: _bare(item) for item in old.items()}
    return frozenset(item.id for item in new.items() if before.get(item.id) == _bare(item))


def _bare(item: Item) -> Item:
    follows = tuple(replace(one, earlier=_bare(one.earlier)) for one in item.follows)
    return replace(item, line=0, examples=(), follows=follows)
