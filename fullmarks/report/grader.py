"""One rubric and many submissions: what is the same for all of them is worked out once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping
from dataclasses import field, replace
from datetime import timedelta
from fractions import Fraction

from fullmarks.errors import Span
from fullmarks.find.find import find
from fullmarks.grade.grade import graded_parts, graded_so_far
from fullmarks.grade.graded import Counted, Graded, GradedItem, GradedPart
from fullmarks.grade.judging import judge_answer
from fullmarks.grade.memo import Memo, Same, remembering
from fullmarks.grade.whole_parts import WholeParts, stands_alone
from fullmarks.records import frozen
from fullmarks.report.build import Show, ShowPart, build, show_item, show_part
from fullmarks.report.model import Report, ReportItem, ReportPart
from fullmarks.rubric.model import Part, Rubric
from fullmarks.submission import Submission


@frozen
class Shown:
    """All that an item's place in a report depends on."""

    item: str
    outcome: Same
    reading: Same
    answer: tuple[str, tuple[str, ...], Span | None] | None
    costs: tuple[Fraction, Fraction] | None
    late_by: timedelta


@frozen
class Memory:
    """What a grader keeps from one submission for the next. The mappings are the caller's, who bounds them.

    Whole parts are kept only by whoever gives mappings for them.
    """

    judged: Memo = field(default_factory=dict)
    shown: MutableMapping[Shown, ReportItem] = field(default_factory=dict)
    parts: WholeParts | None = None
    shown_parts: MutableMapping[tuple[Same, timedelta], ReportPart] | None = None


class Grader:
    """Grades submissions as ``grade_submission`` does; with a memory, an answer given again costs next to nothing.

    ``only`` names the parts that the reports hold; what they follow is marked, and not shown.
    """

    def __init__(self, rubric: Rubric, memory: Memory | None = None, only: Collection[str] = ()) -> None:
        self.rubric = rubric
        self._judge = judge_answer if memory is None else remembering(memory.judged)
        self._known = None if memory is None else memory.parts
        self._show = None if memory is None else remembering_parts(memory)
        self._only = frozenset(only)
        self._marked = replace(rubric, parts=tuple(_needed(rubric, self._only))) if only else rubric

    def __call__(self, submission: Submission) -> Report:
        """The report."""
        return self.report(self.graded(submission))

    def graded(self, submission: Submission) -> Graded:
        """The submission marked, from which its report is made."""
        found = find(submission, self.rubric.sought)
        parts = tuple(graded_parts(self._marked, submission, found, self._judge, self._known))
        if self._only:
            parts = tuple(part for part in parts if part.part.id in self._only)
        return graded_so_far(self.rubric, submission, found, parts)

    def report(self, graded: Graded) -> Report:
        """The report of what this grader has marked."""
        return build(graded, self.rubric, self._show)


def _needed(rubric: Rubric, only: Collection[str]) -> Iterator[Part]:
    """The parts of these ids and all that they follow, over any number of steps, in the rubric's order."""
    needed = {item.id for part in rubric.parts if part.id in only for item in part.items}
    for part in reversed(rubric.parts):  # what is followed stands before what follows it
        for item in reversed(part.items):
            if item.id in needed:
                needed.update(followed.earlier.id for followed in item.follows)
    return (part for part in rubric.parts if any(item.id in needed for item in part.items))


def remembering_parts(memory: Memory) -> ShowPart:
    """Shows as ``show_part`` does, and a part once that was marked once for many."""
    items, parts = remembering_items(memory.shown), memory.shown_parts

    def show(graded: GradedPart, late_by: timedelta) -> ReportPart:
        if parts is None or not stands_alone(graded.part):
            return show_part(graded, late_by, items)
        asked = Same(graded), late_by
        known = parts.get(asked)
        if known is None:
            known = parts[asked] = show_part(graded, late_by, items)
        return known

    return show


def remembering_items(memo: MutableMapping[Shown, ReportItem]) -> Show:
    """Shows as ``show_item`` does, and the same thing once. An outcome that is the same thing means the same."""

    def show(graded: GradedItem, attempt: int, counted: Counted | None, late_by: timedelta) -> ReportItem:
        answer = (graded.answer.text, graded.answer.others, graded.answer.span) if graded.answer else None
        costs = (counted.cost, counted.late) if counted and (counted.cost or counted.late) else None
        asked = Shown(graded.item.id, Same(graded.outcome), Same(graded.reading), answer, costs, late_by)
        known = memo.get(asked)
        if known is None:
            known = memo[asked] = show_item(graded, attempt, counted, late_by)
        return known

    return show
