"""Why a mark changes: what in an item two rubrics say differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fullmarks.records import frozen
from fullmarks.rubric.differences import Difference, item_differences
from fullmarks.rubric.facets import Aspect
from fullmarks.rubric.model import Item, Rubric

NOT_IN_THE_ITEM = "another answer was found, because parts or items are named differently"


@frozen
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
    """Each reason once; what only changes words explains no mark."""
    said = (_reason(difference) for difference in item_differences(old, new))
    yield from dict.fromkeys(reason for reason in said if reason)


def _reason(difference: Difference) -> str | None:
    before, after = difference.before, difference.after
    match difference.aspect:
        case None:
            return "something else in the item changed"
        case Aspect.KEY if before is not None and after is not None:
            return f"the key was {before} and is {after}"
        case Aspect.CHECKER:
            return f"checked as {after}, not {before}"
        case Aspect.POINTS:
            return f"worth {after}, not {before}"
        case Aspect.VOID:
            return "made void: everybody gets all points" if after else "no longer void"
    return _OTHERS.get(difference.aspect)


_OTHERS: Mapping[Aspect, str] = {
    **dict.fromkeys((Aspect.OPTION, Aspect.KEY), "options of the key changed"),
    Aspect.CRITERION: "what its text must say changed",
    Aspect.ALSO: "further accepted keys changed",
    Aspect.KNOWN: "known mistakes changed",
    Aspect.NEAR: "credit for near misses changed",
    Aspect.CONVENTION: "conventions changed",
    **dict.fromkeys((Aspect.TARGET, Aspect.BOUND, Aspect.LABEL), "what marks its answer changed"),
    Aspect.FOLLOWS: "what it follows changed",
    **dict.fromkeys((Aspect.SYMBOL, Aspect.SIZE, Aspect.OPERATOR, Aspect.DECIMAL_COMMA), "symbols changed"),
}
"""What changed, where its words would be too many."""
