"""Grading under one rubric in one process: what was found out for one submission serves the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from fractions import Fraction

from fullmarks.grade.graded import Graded
from fullmarks.grade.memo import Same
from fullmarks.grade.whole_parts import AskedPart, MarkedPart
from fullmarks.report.bases import bases
from fullmarks.report.cases import Case, Mark, Marker
from fullmarks.report.engine_version import engine_version
from fullmarks.report.grader import Grader, Memory, Shown
from fullmarks.report.model import Report, ReportItem, ReportPart
from fullmarks.rubric.model import Rubric
from fullmarks.submission import Submission
from store.marks import Sheet, SheetItem, StoredMark
from store.reports import StoredReport
from workers.bounded import Bounded
from workers.clocked import Clocked, Spent

MOST_KEPT = 4_000
"""So many distinct answers to one rubric are remembered. The longest that are read take some 100 kB each."""
MOST_PARTS = 1_000
"""So many parts, answered in the same words, are remembered whole."""


class Marking:
    """Grades submissions to one version of a course's rubric; ``only`` are the parts that are marked, by default all."""

    def __init__(self, course: str, rubric: Rubric, only: Collection[str] = ()) -> None:
        shown: Bounded[Shown, ReportItem] = Bounded(MOST_KEPT)
        parts: Bounded[AskedPart, MarkedPart] = Bounded(MOST_PARTS)
        shown_parts: Bounded[tuple[Same, timedelta], ReportPart] = Bounded(MOST_PARTS)
        marks: Bounded[Case, Mark] = Bounded(MOST_KEPT)
        self.rubric = rubric
        self.sheet = sheet(course, rubric)
        self._judged = Clocked(MOST_KEPT)
        self._kinds = {item.id: item.checker.kind for item in rubric.items()}
        self._grader = Grader(rubric, Memory(self._judged, shown, parts, shown_parts), only)
        self._marker = Marker(marks)
        self._ids: Bounded[str, bytes] = Bounded(MOST_KEPT)

    def __call__(self, submission: Submission) -> StoredReport:
        """The report with its marks, as the store keeps them."""
        graded, report = self.graded(submission)
        return StoredReport(
            engine_version=report.engine,
            score=report.score,
            max_score=report.max_score,
            body=report.model_dump_json(),
            total=str(sum((part.score for part in graded.parts), Fraction(0))),
            sheet=self.sheet,
            marks=self.marks(graded, report),
        )

    def graded(self, submission: Submission) -> tuple[Graded, Report]:
        """The submission graded, and its report."""
        graded = self._grader.graded(submission)
        return graded, self._grader.report(graded)

    def checked(self) -> Mapping[str, Spent]:
        """By kind of checker, what was spent since this was last asked on answers that were not remembered."""
        by_kind: dict[str, Spent] = {}
        for item, spent in self._judged.spent().items():
            by_kind[self._kinds[item]] = by_kind.get(self._kinds[item], Spent()) + spent
        return by_kind

    def marks(self, graded: Graded, report: Report) -> tuple[StoredMark, ...]:
        """The marks of a grading."""
        return tuple(self._stored(mark) for mark in self._marker(graded, report))

    def _stored(self, mark: Mark) -> StoredMark:
        answer_id = self._ids.get(mark.case)
        if answer_id is None:
            answer_id = self._ids[mark.case] = self.sheet.answer_id(mark)
        return StoredMark(answer_id, self.sheet.items[mark.item].basis, mark)


def sheet(course: str, rubric: Rubric) -> Sheet:
    """What a rubric's items are judged by."""
    basis = bases(rubric)
    items = {
        item.id: SheetItem(place, str(item.points), bytes.fromhex(basis[item.id]))
        for place, item in enumerate(rubric.items())
    }
    return Sheet(course, rubric.id, rubric.version, engine_version(), items)
