"""Two versions of a rubric side by side: which items may come to something else, and whether marks are enough to tell to what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from fullmarks.report.reasons import Reasons
from fullmarks.rubric.model import Part, Rubric
from workers.marking import sheet


class Comparison:
    """An old and a new version of one rubric of a course, both graded by this engine."""

    def __init__(self, course: str, old: Rubric, new: Rubric) -> None:
        self.old, self.new = old, new
        self.old_sheet, self.new_sheet = sheet(course, old), sheet(course, new)

    @property
    def is_by_marks(self) -> bool:
        """Whether the same answers are found under both, and nothing but what items come to may differ."""
        return self.old.sought == self.new.sought and self.old.late == self.new.late

    @cached_property
    def changed_items(self) -> frozenset[str]:
        """The items that an answer may have another result for, if only in its words."""
        return frozenset(
            item for item, one in self.new_sheet.items.items() if one.basis != self.old_sheet.items[item].basis
        )

    @cached_property
    def changed_parts(self) -> tuple[tuple[Part, Part], ...]:
        """The parts that may come to another score, old and new."""
        everywhere = self.old.rounding != self.new.rounding
        return tuple(
            (old, new)
            for old, new in zip(self.old.parts, self.new.parts, strict=True)
            if everywhere or any(item.id in self.changed_items for item in new.items)
        )

    @cached_property
    def needed_parts(self) -> frozenset[str]:
        """The parts whose answers the results of the changed items depend on."""
        return frozenset(self._needed())

    def _needed(self) -> Iterator[str]:
        needed = set(self.changed_items)
        for part in reversed(self.new.parts):  # what is followed stands before what follows it
            for item in reversed(part.items):
                if item.id in needed:
                    needed.update(followed.earlier.id for followed in item.follows)
            if any(item.id in needed for item in part.items):
                yield part.id

    @cached_property
    def reasons(self) -> Reasons:
        """Why results change."""
        return Reasons(self.old, self.new, other_engine=False)
