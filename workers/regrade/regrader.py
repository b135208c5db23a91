"""Does the pieces of regrades, one a message: whoever comes takes the next, and the last one goes on to what follows."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from datetime import timedelta

from fullmarks.errors import FullmarksError
from store.changes import Change, apply_piece, keep_changes
from store.clock import now
from store.database import Database
from store.marks import StoredMark, keep_judgements, keep_sheet
from store.overrides import overrides, refresh
from store.pieces import MOST_CLAIMS, LostPieceError, Phase, Piece, claim_piece, finish_piece, open_pieces
from store.regrades import PHASES, Origin, Regrade, RegradeState, move_on, regrade
from store.reports import StoredReport, report_under
from workers.regrade.by_marks import Told
from workers.regrade.counts import MOST_NAMED, Counts, Ungraded
from workers.regrade.going_on import go_on
from workers.regrade.known import Known, origin_of
from workers.regrade.planning import plan
from workers.regrade.whole import Before, change_of
from workers.settings import WorkerSettings
from workers.shelf import Shelf
from workers.tally import Tally

log = logging.getLogger(__name__)


class Regrader:
    """What one process needs to regrade."""

    def __init__(self, settings: WorkerSettings, database: Database, shelf: Shelf) -> None:
        self.tally = Tally()
        self._settings = settings
        self._database = database
        self._known = Known(settings, database, shelf)

    def work(self, regrade_id: str, delivery: str) -> int:
        """Do the next piece, and go on to what follows if it was the last; how many further messages the regrade needs now."""
        with self._database.transaction() as connection:
            one = regrade(connection, regrade_id)
        if one is None or one.state not in PHASES:
            return 0
        phases = PHASES[one.state]
        with self._database.transaction(durable=False) as connection:
            piece = claim_piece(connection, one.id, phases, delivery, now(), self.lease)
        if piece is not None:
            began = time.perf_counter()
            if not self._done(one, piece):
                return 0
            self.tally.piece(one.course, one.rubric_id, piece.phase, time.perf_counter() - began)
        return self._go_on(one, phases)

    @property
    def lease(self) -> timedelta:
        """How long a piece may take."""
        return self._settings.lease * 4

    def _done(self, one: Regrade, piece: Piece) -> bool:
        """Do a piece; whether it was done."""
        try:
            self._do(one, piece)
        except LostPieceError:
            return False
        except (FullmarksError, GivenUpError) as error:
            self._fail(one, error.sentence)
            return False
        except Exception as error:  # whatever it is, it is a defect of ours: kept, logged, and not tried for ever
            log.exception("Regrade %s failed", one.id)
            self._fail(one, f"The engine failed: {type(error).__name__}: {error}")
            return False
        return True

    def _fail(self, one: Regrade, cause: str) -> None:
        with self._database.transaction() as connection:
            move_on(connection, one, RegradeState.FAILED, now(), cause)

    def _do(self, one: Regrade, piece: Piece) -> None:
        if piece.claims > MOST_CLAIMS:
            raise GivenUpError
        match piece.phase:
            case Phase.PLAN:
                plan(self._database, self._known, one, piece)
            case Phase.JUDGE:
                self._judge(one, piece)
            case Phase.COMPARE:
                self._compare(one, piece)
            case Phase.GRADE:
                self._grade(one, piece)
            case Phase.APPLY:
                self._apply(one, piece)

    def _go_on(self, one: Regrade, phases: Sequence[Phase]) -> int:
        """If nothing is left to do in this state, go to the next one that has something to do."""
        with self._database.transaction() as connection:
            if open_pieces(connection, one.id, phases):
                return 0
        with self._database.transaction() as connection:
            state = go_on(connection, one, now())
            return (open_pieces(connection, one.id, PHASES[state]) or 1) if state in PHASES else 0

    # judging

    def _judge(self, one: Regrade, piece: Piece) -> None:
        """What the answers that stand for all come to; what cannot be told in time is left for the whole grading."""
        comparison = self._known.comparison(one, origin_of(piece))
        if comparison is None:
            raise LostPieceError
        marking = self._known.marking(one, comparison.needed_parts)
        marks: list[StoredMark] = []
        for body_id, body in self._known.bodies(piece.ids):
            outcome = self._known.graded(marking, body_id, body)
            if not isinstance(outcome, str):
                marks += (mark for mark in outcome.marks if mark.mark.item in comparison.changed_items)
        with self._database.transaction(durable=False) as connection:
            finish_piece(connection, piece, "{}")
            keep_judgements(connection, marking.sheet, marks)

    # comparing

    def _compare(self, one: Regrade, piece: Piece) -> None:
        origin = origin_of(piece)
        comparison = self._known.comparison(one, origin)
        if comparison is None:
            raise LostPieceError
        by_marks = self._known.by_marks(one, origin, comparison)
        counts = Counts()
        with self._database.transaction() as connection:
            found = by_marks.compare(connection, piece.ids, origin, counts)
        self._keep(piece, found, self._grade_whole(one, origin, found.untold, counts), counts)

    def _grade(self, one: Regrade, piece: Piece) -> None:
        counts = Counts()
        self._keep(piece, Told([], [], []), self._grade_whole(one, origin_of(piece), piece.ids, counts), counts)

    def _grade_whole(
        self, one: Regrade, origin: Origin, ids: Sequence[str], counts: Counts
    ) -> list[tuple[Change, StoredReport]]:
        if not ids:
            return []
        marking = self._known.marking(one)
        old = self._known.rubric(one, origin.rubric_version)
        found: list[tuple[Change, StoredReport]] = []
        for submission_id, body in self._known.bodies(ids):
            with self._database.transaction() as connection:
                before = report_under(connection, submission_id, origin.rubric_version, origin.engine_version)
            if before is None:
                continue
            after = self._known.graded(marking, submission_id, body)
            if isinstance(after, str):
                counts.ungraded += 1
                counts.causes = [*counts.causes, Ungraded(submission=submission_id, cause=after)][:MOST_NAMED]
            else:
                found.append((change_of(Before(submission_id, before, old), after, marking.rubric, counts), after))
        return found

    def _keep(self, piece: Piece, found: Told, whole: Sequence[tuple[Change, StoredReport]], counts: Counts) -> None:
        told = [*found.told, *(change.submission_id for change, _ in whole)]
        # What a power cut undoes is worked out again; applying waits for the disk, and with it for all that was before.
        with self._database.transaction(durable=False) as connection:
            finish_piece(connection, piece, counts.model_dump_json(), told)
            for _, report in whole[:1]:
                if report.sheet is not None:
                    keep_sheet(connection, report.sheet)
                    keep_judgements(connection, report.sheet, (mark for _, one in whole for mark in one.marks))
            keep_changes(connection, piece.regrade_id, [*found.changes, *(change for change, _ in whole)])

    # applying

    def _apply(self, one: Regrade, piece: Piece) -> None:
        with self._database.transaction() as connection:
            moved = apply_piece(connection, one, piece, now())
            decided = sorted({override.submission_id for override in overrides(connection, moved)})
            refresh(connection, decided, lambda version: self._known.rubric(one, version))
            finish_piece(connection, piece, Counts(applied=len(moved)).model_dump_json())


class GivenUpError(Exception):
    """A piece that ends its process again and again."""

    sentence = (
        f"A piece of it was begun {MOST_CLAIMS} times, and each time the worker process ended before it was done."
    )
