"""Grades the submissions of one message, each claimed, marked and stored on its own."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from fullmarks.errors import FullmarksError
from fullmarks.report.grade_submission import grade_submission
from fullmarks.report.model import Report
from store.claims import Claim, claim, fail, finish
from store.clock import now
from store.database import Database
from store.reports import StoredReport
from workers.bounds import TookTooLong, time_limits
from workers.handed_in import read_body
from workers.settings import WorkerSettings
from workers.shelf import Shelf

log = logging.getLogger(__name__)


class Grader:
    """What one process needs to grade: its own connections, the rubrics it has read, and the bounds."""

    def __init__(self, settings: WorkerSettings, database: Database, shelf: Shelf) -> None:
        self._settings = settings
        self._database = database
        self._shelf = shelf

    def grade(self, ids: Sequence[str], delivery: str) -> None:
        """Grade those of the submissions that nobody else holds; ``delivery`` tells this message from all others."""
        for submission_id in ids:
            with self._database.transaction() as connection:
                held = claim(connection, submission_id, delivery, now(), self._settings.lease)
            if held is not None:
                self._settle(held)

    def _settle(self, held: Claim) -> None:
        outcome = self._outcome(held)
        with self._database.transaction() as connection:
            if isinstance(outcome, str):
                log.warning("Submission %s can't be graded: %s", held.submission_id, outcome)
                fail(connection, held, outcome, now())
            else:
                finish(connection, held, outcome, now())

    def _outcome(self, held: Claim) -> StoredReport | str:
        """The report, or the cause for which there is none."""
        with self._database.transaction() as connection:
            try:
                rubric = self._shelf.rubric(connection, held.course, held.rubric_id, held.rubric_version)
            except FullmarksError as error:
                return error.sentence
        try:
            with time_limits(self._settings.grading_soft_s, self._settings.grading_hard_s):
                submission = read_body(held.body).submission(rubric, held.submission_id)
                return stored(grade_submission(rubric, submission))
        except TookTooLong:
            return f"Its grading took longer than {self._settings.grading_soft_s:g} s."
        except MemoryError:
            return f"Its grading needed more than {self._settings.grading_memory_mb} MB of memory."
        except FullmarksError as error:
            return error.sentence
        except Exception as error:  # whatever it is, it is a defect of ours: kept, logged, and not tried again
            log.exception("The engine failed on submission %s", held.submission_id)
            return f"The engine failed: {type(error).__name__}: {error}"


def stored(report: Report) -> StoredReport:
    """The report as the store keeps it."""
    return StoredReport(report.engine, report.score, report.max_score, report.model_dump_json())
