"""Why a mark changes: what in an item two rubrics say differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fullmarks.rubric.model import Item, Key, Rubric

NOT_IN_THE_ITEM = "another answer was found, because parts or items are named differently"


@dataclass(frozen=True, slots=True)
class Reasons:
    """Two rubrics to compare; ``other_engine`` where another version of the program graded."""

    old: Rubric
    new: Rubric
    other_engine: bool

    def of(self, item: str) -> tuple[str, ...]:
        """Why that item's result may have changed, in plain words; never empty."""
        before = next((one for one in self.old.items() if one.id == item), None)
        after = next((one for one in self.new.items() if one.id == item), None)
        if before is None or after is None:
            return ("the item is new",) if before is None else ("the item is gone",)
        return (*_differences(before, after), *self._of_everything()) or (NOT_IN_THE_ITEM,)

    def of_part(self) -> tuple[str, ...]:
        """Why a part's score may have changed while no item did."""
        return tuple(self._of_everything()) or (NOT_IN_THE_ITEM,)

    def _of_everything(self) -> Iterator[str]:
        if self.old.attempts != self.new.attempts:
            yield "attempts count or cost differently"
        if self.old.late != self.new.late:
            yield "being late costs differently"
        if self.old.rounding != self.new.rounding:
            yield "points are rounded differently"
        if self.other_engine:
            yield "another version of the program graded"


def _differences(old: Item, new: Item) -> Iterator[str]:
    yield from _keys(old, new)
    if old.checker.kind != new.checker.kind:
        yield f"checked as {new.checker.kind}, not {old.checker.kind}"
    if old.points != new.points:
        yield f"worth {new.points}, not {old.points}"
    if old.void != new.void:
        yield "made void: everybody gets all points" if new.void else "no longer void"
    if _known(old) != _known(new):
        yield "known mistakes changed"
    if old.near != new.near:
        yield "credit for near misses changed"
    if _conventions(old) != _conventions(new):
        yield "conventions changed"
    if old.target != new.target or old.labels != new.labels:
        yield "what marks its answer changed"
    if _follows(old) != _follows(new):
        yield "what it follows changed"
    if old.vocabulary != new.vocabulary or old.assumptions.domains != new.assumptions.domains:
        yield "symbols changed"


def _keys(old: Item, new: Item) -> Iterator[str]:
    if old.keys and new.keys and old.keys[0].text != new.keys[0].text:
        yield f"the key was {old.keys[0].text} and is {new.keys[0].text}"
    if [_meaning(key) for key in old.keys[1:]] != [_meaning(key) for key in new.keys[1:]]:
        yield "further accepted keys changed"
    elif [_meaning(key)[1:] for key in old.keys[:1]] != [_meaning(key)[1:] for key in new.keys[:1]]:
        yield "options of the key changed"


def _meaning(key: Key) -> tuple[str, object, object]:
    return key.text, key.share, key.options.model_dump(exclude={"key"})


def _known(item: Item) -> list[tuple[object, ...]]:
    return [(*_meaning(known.key), known.points) for known in item.known]


def _conventions(item: Item) -> list[tuple[object, ...]]:
    return [(convention.name, *_meaning(convention.key), convention.points) for convention in item.conventions]


def _follows(item: Item) -> list[tuple[object, ...]]:
    return [(one.name, one.earlier.id, one.earlier.hash, one.where, one.share) for one in item.follows]
