"""What one process knows for regrading: rubrics, what two versions differ in, and what answers came to."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.rubric.model import Rubric
from store.database import Database
from store.pieces import Piece
from store.regrades import Origin, Regrade
from store.reports import StoredReport
from store.submissions import bodies
from workers.bounded import Bounded
from workers.bounds import graded_within
from workers.handed_in import read_body
from workers.marking import Marking
from workers.regrade.by_marks import ByMarks
from workers.regrade.comparison import Comparison
from workers.settings import WorkerSettings
from workers.shelf import Shelf

MOST_REMEMBERED = 4


class Known:
    """What is found out for one piece serves the next of the same regrade."""

    def __init__(self, settings: WorkerSettings, database: Database, shelf: Shelf) -> None:
        self._settings = settings
        self._database = database
        self._shelf = shelf
        self._by_marks: Bounded[tuple[str, Origin], ByMarks] = Bounded(MOST_REMEMBERED)
        self._comparisons: Bounded[tuple[str, Origin], Comparison | None] = Bounded(MOST_REMEMBERED)
        self._markings: Bounded[tuple[str, frozenset[str]], Marking] = Bounded(MOST_REMEMBERED)

    def comparison(self, one: Regrade, origin: Origin) -> Comparison | None:
        """The two versions side by side; None where marks are not enough to compare them."""
        name = (one.id, origin)
        if name not in self._comparisons:
            self._comparisons[name] = self._compared(one, origin)
        return self._comparisons[name]

    def _compared(self, one: Regrade, origin: Origin) -> Comparison | None:
        if origin.engine_version != one.engine_version:
            return None
        old, new = self.rubric(one, origin.rubric_version), self.rubric(one, one.rubric_version)
        comparison = Comparison(one.course, old, new)
        return comparison if comparison.is_by_marks else None

    def rubric(self, one: Regrade, version: str) -> Rubric:
        """The regrade's rubric in one of its versions."""
        return self._shelf.rubric(self._database, one.course, one.rubric_id, version)

    def by_marks(self, one: Regrade, origin: Origin, comparison: Comparison) -> ByMarks:
        """What compares submissions by their marks."""
        name = (one.id, origin)
        if name not in self._by_marks:
            self._by_marks[name] = ByMarks(comparison)
        return self._by_marks[name]

    def marking(self, one: Regrade, only: frozenset[str] = frozenset()) -> Marking:
        """What grades under the new version; ``only`` these parts, by default all."""
        name = (one.id, only)
        if name not in self._markings:
            self._markings[name] = Marking(one.course, self.rubric(one, one.rubric_version), only)
        return self._markings[name]

    def bodies(self, ids: Sequence[str]) -> list[tuple[str, bytes]]:
        """What these submissions handed in."""
        with self._database.transaction() as connection:
            return bodies(connection, ids)

    def graded(self, marking: Marking, submission_id: str, body: bytes) -> StoredReport | str:
        """The report, or the cause for which there is none."""
        return graded_within(self._settings, lambda: marking(read_body(body).submission(marking.rubric, submission_id)))


def origin_of(piece: Piece) -> Origin:
    """The versions that the submissions of a piece count under."""
    return Origin(piece.rubric_version, piece.engine_version)
