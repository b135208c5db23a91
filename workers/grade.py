"""Grades the submissions of one message, each claimed, marked and stored on its own."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Sequence

from fullmarks.errors import FullmarksError
from fullmarks.rubric.model import Rubric
from store.claims import Claim, claim, claim_fresh, fail, finish
from store.clock import now
from store.database import Database
from store.reports import StoredReport
from workers.arrival import with_arrival
from workers.bounded import Bounded
from workers.bounds import graded_within
from workers.handed_in import read_body
from workers.log import Value, event
from workers.marking import Marking
from workers.settings import WorkerSettings
from workers.shelf import Shelf
from workers.tally import Tally

log = logging.getLogger(__name__)

MOST_RUBRICS = 20
"""The answers to so many rubrics are remembered at a time."""
MOST_KNOWN = 500_000
"""So many answers are known to be stored, before all is forgotten."""
TOGETHER = 5
"""So many submissions are claimed, and their reports stored, in one transaction."""
LONGEST_UNSTORED_S = 0.1
"""A report waits at most so long, and one more grading, until it is stored."""


class Grader:
    """What one process needs to grade: its own connections, the rubrics it has read, and the bounds."""

    def __init__(self, settings: WorkerSettings, database: Database, shelf: Shelf) -> None:
        self.tally = Tally()
        self._settings = settings
        self._database = database
        self._shelf = shelf
        self._markings: Bounded[tuple[str, str], Marking] = Bounded(MOST_RUBRICS)
        self._known: set[bytes] = set()

    def grade(self, ids: Sequence[str], delivery: str) -> None:
        """Grade those of the submissions that nobody else holds; ``delivery`` tells this message from all others.

        A few are claimed and stored together, which costs little more than one. What was begun before may have ended
        its process, so it is tried alone: it then costs nobody else a try.
        """
        for start in range(0, len(ids), TOGETHER):
            few = ids[start : start + TOGETHER]
            with self._database.transaction(durable=False) as connection:
                fresh = claim_fresh(connection, few, delivery, now(), self._settings.lease * len(few))
            self._settle(fresh)
            for submission_id in set(few) - {held.id for held in fresh}:
                with self._database.transaction(durable=False) as connection:
                    again = claim(connection, submission_id, delivery, now(), self._settings.lease)
                if again is not None:
                    self._settle([again])

    def _settle(self, several: Sequence[Claim]) -> None:
        """Grade each. What is done does not wait long for the others to be stored."""
        done: list[tuple[Claim, StoredReport]] = []
        stored_at = time.monotonic()
        for held in several:
            began = time.perf_counter()
            outcome = self._outcome(held)
            self._note(held, outcome, time.perf_counter() - began)
            if isinstance(outcome, str):
                with self._database.transaction(durable=False) as connection:
                    fail(connection, held, outcome, now())
            else:
                done.append((held, outcome))
            if time.monotonic() - stored_at > LONGEST_UNSTORED_S:
                self._store(done)
                done = []
                stored_at = time.monotonic()
        self._store(done)

    def _store(self, done: Sequence[tuple[Claim, StoredReport]]) -> None:
        """A report that a power cut undoes is graded again, to the same bytes: nobody waits for the disk."""
        if done:
            with self._database.transaction(durable=False) as connection:
                fresh = finish(connection, done, now(), self._known)
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            self._known |= fresh

    def _note(self, held: Claim, outcome: StoredReport | str, seconds: float) -> None:
        """Count a grading, and write a line about it."""
        about: dict[str, Value] = {
            "submission": held.id,
            "course": held.course,
            "rubric": held.rubric_id,
            "seconds": round(seconds, 4),
        }
        if isinstance(outcome, str):
            self.tally.failed(held.course, held.rubric_id, seconds)
            # The cause may quote the answer: the row keeps it, the log does not.
            event(log, logging.WARNING, "A submission can't be graded: its row says why", about)
            return
        self.tally.graded(held.course, held.rubric_id, outcome.marks, seconds)
        if log.isEnabledFor(logging.DEBUG):
            verdicts = Counter(str(one.mark.verdict) for one in outcome.marks)
            event(log, logging.DEBUG, "Graded", {**about, **verdicts})

    def _outcome(self, held: Claim) -> StoredReport | str:
        """The report, or the cause for which there is none."""
        try:
            rubric = self._shelf.rubric(self._database, held.course, held.rubric_id, held.rubric_version)
        except FullmarksError as error:
            return error.sentence

        def grading() -> StoredReport:
            submission = read_body(held.body).submission(rubric, held.id)
            arrived = with_arrival(submission, rubric, self._database)
            return self._marking(held.course, rubric)(arrived)

        try:
            outcome = graded_within(self._settings, grading)
        except Exception as error:  # whatever it is, it is a defect of ours: kept, logged, and not tried again
            log.exception("The engine failed on submission %s", held.id)
            return f"The engine failed: {type(error).__name__}: {error}"
        if not isinstance(outcome, str):
            self.tally.checked(held.course, rubric.id, self._marking(held.course, rubric).checked())
        return outcome

    def _marking(self, course: str, rubric: Rubric) -> Marking:
        name = (course, rubric.version)
        if name not in self._markings:
            self._markings[name] = Marking(course, rubric)
        return self._markings[name]
