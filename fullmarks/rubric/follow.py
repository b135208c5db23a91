"""Which items follow which: only such as stand before them, so that the rubric's own order is one in which all can be marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fullmarks.errors import Problem
from fullmarks.rubric.field_names import did_you_mean
from fullmarks.rubric.mistakes import problem
from fullmarks.rubric.parse import item_path
from fullmarks.rubric.schema import RubricShape
from fullmarks.rubric.written import Written, place_of_value


def follow_problems(shape: RubricShape, root: Written) -> Iterator[Problem]:
    """Items that are followed and do not exist, or do not stand before what follows them."""
    follows = {
        f"{part}.{name}": {one.item for one in item.follows.values()}
        for part, holder in shape.parts.items()
        for name, item in holder.items.items()
    }
    before: list[str] = []
    for part, holder in shape.parts.items():
        for name, item in holder.items.items():
            this = f"{part}.{name}"
            for symbol, followed in item.follows.items():
                if followed.item not in before:
                    sentence = _not_before(followed.item, this, follows)
                    yield problem(place_of_value(root, (*item_path(part, name), "follows", symbol, "item")), sentence)
            before.append(this)


def _not_before(followed: str, this: str, follows: Mapping[str, set[str]]) -> str:
    if followed not in follows:
        return f"There is no item “{followed}”. {did_you_mean(followed, follows)}".rstrip()
    if followed == this:
        return "An item cannot follow itself."
    if this in _all_followed(followed, follows):
        return f"“{followed}” follows this item, so that neither could be marked before the other."
    return f"“{followed}” does not stand before this item. An item follows only what was asked before it."


def _all_followed(item: str, follows: Mapping[str, set[str]]) -> set[str]:
    """All that an item hangs on, over any number of steps."""
    found: set[str] = set()
    waiting = [item]
    while waiting:
        new = follows.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
