"""Does the pieces of regrades, one a message: whoever comes takes the next, and the last one goes on to what follows."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from fullmarks.errors import FullmarksError
from fullmarks.rubric.model import Rubric
from store.changes import Change, apply_piece, keep_changes, lowered
from store.clock import now
from store.database import Database
from store.marks import StoredMark, keep_judgements, keep_sheet, unjudged
from store.overrides import overrides, refresh
from store.pieces import (
    MOST_CLAIMS,
    LostPieceError,
    Phase,
    Piece,
    PlannedPiece,
    claim_piece,
    finish_piece,
    open_pieces,
    plan_pieces,
)
from store.regrades import PHASES, Origin, Regrade, RegradeState, move_on, regrade, set_size, to_regrade
from store.reports import StoredReport, report_under
from store.submissions import bodies
from workers.bounded import Bounded
from workers.bounds import TookTooLong, time_limits
from workers.handed_in import read_body
from workers.marking import Marking
from workers.regrade.applying import begin_applying
from workers.regrade.by_marks import ByMarks, Told
from workers.regrade.comparison import Comparison
from workers.regrade.counts import MOST_NAMED, Counts, Ungraded
from workers.regrade.whole import Before, change_of
from workers.settings import WorkerSettings
from workers.shelf import Shelf

log = logging.getLogger(__name__)

JUDGED_A_PIECE = 40
COMPARED_A_PIECE = 2_000
GRADED_A_PIECE = 100
"""A piece takes about a second at most: live work waits no longer for the process that does it."""
MOST_REMEMBERED = 4


class Regrader:
    """What one process needs to regrade; what it finds out for one piece serves the next of the same regrade."""

    def __init__(self, settings: WorkerSettings, database: Database, shelf: Shelf) -> None:
        self._settings = settings
        self._database = database
        self._shelf = shelf
        self._by_marks: Bounded[tuple[str, Origin], ByMarks] = Bounded(MOST_REMEMBERED)
        self._comparisons: Bounded[tuple[str, Origin], Comparison | None] = Bounded(MOST_REMEMBERED)
        self._markings: Bounded[tuple[str, frozenset[str]], Marking] = Bounded(MOST_REMEMBERED)

    def work(self, regrade_id: str, delivery: str) -> int:
        """Do the next piece, and go on to what follows if it was the last; how many further messages the regrade needs now."""
        with self._database.transaction() as connection:
            one = regrade(connection, regrade_id)
        if one is None or one.state not in PHASES:
            return 0
        phases = PHASES[one.state]
        with self._database.transaction(durable=False) as connection:
            piece = claim_piece(connection, one.id, phases, delivery, now(), self.lease)
        if piece is not None and not self._done(one, piece):
            return 0
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
                self._plan(one, piece)
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
            state = _after(connection, one, now())
            return (open_pieces(connection, one.id, PHASES[state]) or 1) if state in PHASES else 0

    # planning

    def _plan(self, one: Regrade, piece: Piece) -> None:
        """Which answers are to be judged, and which submissions compared by their marks or graded whole."""
        with self._database.transaction() as connection:
            origins = to_regrade(connection, one, piece.ids)
        comparisons = {origin: self._comparison(one, origin) for origin in origins}
        with self._database.transaction() as connection:
            finish_piece(connection, piece, "{}")
            set_size(connection, one.id, sum(map(len, origins.values())))
            plan_pieces(connection, one.id, self._planned(connection, one, origins, comparisons), now())

    def _planned(
        self,
        connection: Connection,
        one: Regrade,
        origins: dict[Origin, list[str]],
        comparisons: dict[Origin, Comparison | None],
    ) -> Iterator[PlannedPiece]:
        for origin, ids in origins.items():
            versions = origin.rubric_version, origin.engine_version
            comparison = comparisons[origin]
            if comparison is None:
                yield from _cut(Phase.GRADE, ids, GRADED_A_PIECE, versions)
                continue
            keep_sheet(connection, comparison.new_sheet)
            examples = _examples(connection, one, comparison)
            yield from _cut(Phase.JUDGE, examples, JUDGED_A_PIECE, versions)
            yield from _cut(Phase.COMPARE, ids, COMPARED_A_PIECE, versions)

    def _comparison(self, one: Regrade, origin: Origin) -> Comparison | None:
        """The two versions side by side; None where marks are not enough to compare them."""
        name = (one.id, origin)
        if name not in self._comparisons:
            self._comparisons[name] = self._compared(one, origin)
        return self._comparisons[name]

    def _compared(self, one: Regrade, origin: Origin) -> Comparison | None:
        if origin.engine_version != one.engine_version:
            return None
        old, new = self._rubric(one, origin.rubric_version), self._rubric(one, one.rubric_version)
        comparison = Comparison(one.course, old, new)
        return comparison if comparison.is_by_marks else None

    def _rubric(self, one: Regrade, version: str) -> Rubric:
        return self._shelf.rubric(self._database, one.course, one.rubric_id, version)

    # judging

    def _judge(self, one: Regrade, piece: Piece) -> None:
        """What the answers that stand for all come to; what cannot be told in time is left for the whole grading."""
        comparison = self._comparison(one, _origin(piece))
        if comparison is None:
            raise LostPieceError
        marking = self._marking(one, comparison.needed_parts)
        marks: list[StoredMark] = []
        for body_id, body in self._bodies(piece.ids):
            outcome = self._graded(marking, body_id, body)
            if not isinstance(outcome, str):
                marks += (mark for mark in outcome.marks if mark.mark.item in comparison.changed_items)
        with self._database.transaction(durable=False) as connection:
            finish_piece(connection, piece, "{}")
            keep_judgements(connection, marking.sheet, marks)

    def _marking(self, one: Regrade, only: frozenset[str] = frozenset()) -> Marking:
        name = (one.id, only)
        if name not in self._markings:
            self._markings[name] = Marking(one.course, self._rubric(one, one.rubric_version), only)
        return self._markings[name]

    def _bodies(self, ids: Sequence[str]) -> list[tuple[str, bytes]]:
        with self._database.transaction() as connection:
            return bodies(connection, ids)

    def _graded(self, marking: Marking, submission_id: str, body: bytes) -> StoredReport | str:
        """The report, or the cause for which there is none."""
        try:
            with time_limits(self._settings.grading_soft_s, self._settings.grading_hard_s):
                return marking(read_body(body).submission(marking.rubric, submission_id))
        except TookTooLong:
            return f"Its grading took longer than {self._settings.grading_soft_s:g} s."
        except MemoryError:
            return f"Its grading needed more than {self._settings.grading_memory_mb} MB of memory."
        except FullmarksError as error:
            return error.sentence

    # comparing

    def _compare(self, one: Regrade, piece: Piece) -> None:
        origin = _origin(piece)
        comparison = self._comparison(one, origin)
        if comparison is None:
            raise LostPieceError
        name = (one.id, origin)
        if name not in self._by_marks:
            self._by_marks[name] = ByMarks(comparison)
        counts = Counts()
        with self._database.transaction() as connection:
            found = self._by_marks[name].compare(connection, piece.ids, origin, counts)
        self._keep(piece, found, self._grade_whole(one, origin, found.untold, counts), counts)

    def _grade(self, one: Regrade, piece: Piece) -> None:
        counts = Counts()
        self._keep(piece, Told([], [], []), self._grade_whole(one, _origin(piece), piece.ids, counts), counts)

    def _grade_whole(
        self, one: Regrade, origin: Origin, ids: Sequence[str], counts: Counts
    ) -> list[tuple[Change, StoredReport]]:
        if not ids:
            return []
        marking = self._marking(one)
        old = self._rubric(one, origin.rubric_version)
        found: list[tuple[Change, StoredReport]] = []
        for submission_id, body in self._bodies(ids):
            with self._database.transaction() as connection:
                before = report_under(connection, submission_id, origin.rubric_version, origin.engine_version)
            if before is None:
                continue
            after = self._graded(marking, submission_id, body)
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
            refresh(connection, decided, lambda version: self._rubric(one, version))
            finish_piece(connection, piece, Counts(applied=len(moved)).model_dump_json())


class GivenUpError(Exception):
    """A piece that ends its process again and again."""

    sentence = (
        f"A piece of it was begun {MOST_CLAIMS} times, and each time the worker process ended before it was done."
    )


def _origin(piece: Piece) -> Origin:
    return Origin(piece.rubric_version, piece.engine_version)


def _cut(phase: Phase, ids: Sequence[str], size: int, versions: tuple[str, str]) -> Iterator[PlannedPiece]:
    for start in range(0, len(ids), size):
        yield PlannedPiece(phase, ids[start : start + size], *versions)


def _examples(connection: Connection, one: Regrade, comparison: Comparison) -> list[str]:
    """Submissions that between them give every answer that is to be judged."""
    found: set[str] = set()
    for item in sorted(comparison.changed_items):
        basis = comparison.new_sheet.items[item].basis
        found.update(unjudged(connection, one.course, one.rubric_id, item, basis))
    return sorted(found)


def _after(connection: Connection, one: Regrade, moment: datetime) -> RegradeState | None:
    """Go to the next state, once, with the pieces that it needs; None if somebody was quicker."""
    match one.state:
        case RegradeState.RECEIVED:
            state = RegradeState.JUDGING
        case RegradeState.JUDGING:
            state = RegradeState.COMPARING
        case RegradeState.COMPARING:
            state = RegradeState.COMPUTED
        case _:
            state = RegradeState.APPLIED
    if not move_on(connection, one, state, moment):
        return RegradeState.FAILED
    if (
        state is RegradeState.COMPUTED
        and one.applies_by_itself
        and (one.allow_lower or not lowered(connection, one.id))
    ):
        begin_applying(connection, replace(one, state=state), moment)
        return RegradeState.APPLYING
    return state
