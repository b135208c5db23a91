"""Grading again under a changed rubric what has a report already: only what may have changed is judged anew.

The result is that of grading all of it again, byte for byte. An item's stored results stand where both rubrics say the same about it
(``rubric.same_items``), the same engine made them, and they tell exactly what was earned: nothing or all. What nobody could decide is
tried again, and all of a report that does not add up.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction

from fullmarks.compare.comparison import Evidence
from fullmarks.find.find import find
from fullmarks.find.found import Answer
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.grade import graded_parts, graded_so_far
from fullmarks.grade.graded import Counted, GradedItem
from fullmarks.grade.judge import Judged
from fullmarks.grade.judging import JudgeAnswer
from fullmarks.grade.memo import remembering
from fullmarks.outcome import Outcome, Verdict
from fullmarks.report.build import build, show_part
from fullmarks.report.engine_version import engine_version
from fullmarks.report.grader import Grader, Memory, remembering_items
from fullmarks.report.model import Report, ReportItem
from fullmarks.rubric.model import Item, Rubric
from fullmarks.rubric.same_items import same_items
from fullmarks.submission import Submission

_EXACT: Mapping[Verdict, Fraction] = {
    Verdict.CORRECT: Fraction(1),
    Verdict.INCORRECT: Fraction(0),
    Verdict.SEVERAL_ANSWERS: Fraction(0),
    Verdict.UNREADABLE: Fraction(0),
}
"""Verdicts that tell the share of the points that was earned."""

Stored = Mapping[tuple[str, int | None], ReportItem]
"""The stored results that stand, by item and turn."""


class _OtherwiseError(Exception):
    """What was stored is not about the answer that is found now."""


class Regrader:
    """Grades again under ``new`` what has reports under ``old``."""

    def __init__(self, old: Rubric, new: Rubric, memory: Memory) -> None:
        self._version = old.version
        self._new = new
        self._items = {item.id: item for item in new.items()}
        self._same = same_items(old, new)
        self._engine = engine_version()
        self._grader = Grader(new, memory)
        self._judge = remembering(memory.judged)
        self._show = remembering_items(memory.shown)

    def __call__(self, submission: Submission, before: Report) -> Report:
        """The report under the new rubric; ``before`` is the stored one."""
        stored = self._stored(before) if self._fits(submission, before) else {}
        if not stored:
            return self._grader(submission)
        try:
            return self._again(submission, stored, before)
        except _OtherwiseError:
            return self._grader(submission)

    def _fits(self, submission: Submission, before: Report) -> bool:
        return (before.engine, before.rubric.version, before.submission) == (self._engine, self._version, submission.id)

    def _stored(self, before: Report) -> Stored:
        """The results that stand; none of an item that something follows which is judged anew."""
        columns: dict[str, list[tuple[int | None, ReportItem]]] = {}
        for part in before.parts:
            for attempt in part.attempts:
                for shown in attempt.items:
                    columns.setdefault(shown.id, []).append((attempt.turn, shown))
        anew: set[str] = set()
        stands: dict[tuple[str, int | None], ReportItem] = {}
        for item in reversed(self._items.values()):  # what is followed stands before what follows it
            column = columns.get(item.id, [])
            if item.id in self._same and item.id not in anew and all(_is_exact(stored) for _, stored in column):
                stands.update({(item.id, turn): stored for turn, stored in column if stored.answer is not None})
            else:
                anew.update(followed.earlier.id for followed in item.follows)
        return stands

    def _again(self, submission: Submission, stored: Stored, before: Report) -> Report:
        found = find(submission, self._new.sought)
        parts = tuple(graded_parts(self._new, submission, found, self._judging(stored)))
        turns = {(part.part.id, attempt.number): attempt.turn for part in parts for attempt in part.attempts}

        def show(graded: GradedItem, attempt: int, counted: Counted | None, late_by: timedelta) -> ReportItem:
            part = graded.item.id.rpartition(".")[0]
            kept = stored.get((graded.item.id, turns[part, attempt])) if graded.answer else None
            return kept or self._show(graded, attempt, counted, late_by)

        graded = graded_so_far(self._new, submission, found, parts)
        after = build(graded, self._new, lambda part, late_by: show_part(part, late_by, show))
        self._check(after, stored, before)
        return after

    def _check(self, after: Report, stored: Stored, before: Report) -> None:
        """A part of which all stands must be what it was; else somebody has changed what was stored."""
        parts = {part.id: part for part in before.parts}
        for part in after.parts:
            stands = all(
                item.id in self._same and (item.answer is None or (item.id, attempt.turn) in stored)
                for attempt in part.attempts
                for item in attempt.items
            )
            if stands and part != parts.get(part.id):
                raise _OtherwiseError

    def _judging(self, stored: Stored) -> JudgeAnswer:
        def judge(answer: Answer, item: Item, earlier: Earlier, turn: int | None) -> Judged:
            kept = stored.get((item.id, turn))
            if kept is None:
                return self._judge(answer, item, earlier, turn)
            if kept.answer != answer.text:
                raise _OtherwiseError
            return Judged(Outcome(kept.verdict, _EXACT[kept.verdict], Evidence(kept.evidence.kind)), None)

        return judge


def _is_exact(item: ReportItem) -> bool:
    return item.verdict in _EXACT or item.answer is None
