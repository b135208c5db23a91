"""A batch that a service grades: handed in by lots, and each report fetched when it is there.

So many submissions are with the service at a time, and no more is kept here. A lot has a key that is made of all it depends on, so
that a run that was stopped and is begun again hands in only what is new, and is given the reports that are there.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from fullmarks.cli.batch.answers import Answered, Piece
from fullmarks.cli.batch.grading import Graded, GradingOrder, graded, not_gradable
from fullmarks.cli.handed_in import HandedIn
from fullmarks.cli.service_client import FIRST_PAUSE_S, LONGEST_PAUSE_S, ServiceClient
from fullmarks.cli.status import Status
from fullmarks.cli.submission_body import body_of
from fullmarks.errors import OperatorError, StudentError, SubmissionError
from fullmarks.records import frozen
from fullmarks.report.model import Report
from fullmarks.rubric.model import Rubric

LOT = 64
"""Submissions that are handed in together."""
AHEAD = 256
"""Submissions that the service has and whose reports are not fetched yet."""
SPREAD = 512
"""The last that is handed in stands less than this behind the first whose report is not there."""
UNREADY = 8
"""After so many reports in a row that are not there yet a pause is made: submissions are graded about in order."""

Mine = TypeVar("Mine")


@frozen
class _Sent(Generic[Mine]):
    number: int
    mine: Mine
    handed_in: HandedIn
    body: str = ""
    id: str = ""


@dataclass(slots=True)
class _Desk(Generic[Mine]):
    service: ServiceClient
    order: GradingOrder
    rubric: Rubric
    waiting: list[_Sent[Mine]] = field(default_factory=list)
    """What the service has, in the order of the pieces."""

    def hand_in(self, lot: list[_Sent[Mine]]) -> Iterator[Answered[Mine]]:
        """Hands them in; answered is what the service refuses."""
        if not lot:
            return
        lines = [one.body for one in lot]
        key = hashlib.sha256("\n".join((self.rubric.version, *lines)).encode("utf-8", "surrogatepass")).hexdigest()
        for one, became in zip(lot, self.service.hand_in_all(lines, key), strict=True):
            if isinstance(became, SubmissionError):
                yield _answered(one, not_gradable(one.handed_in.name, became))
            else:
                self.waiting.append(_Sent(one.number, one.mine, one.handed_in, id=became))
        lot.clear()

    def is_full(self, number: int) -> bool:
        """Whether a report must come before another lot, up to that number, may be handed in."""
        return len(self.waiting) > AHEAD - LOT or (
            bool(self.waiting) and number + LOT - self.waiting[0].number > SPREAD
        )

    def fetched(self) -> Iterator[Answered[Mine]]:
        """The reports that are there; waits until there is one."""
        pause = FIRST_PAUSE_S
        while self.waiting:
            left: list[_Sent[Mine]] = []
            unready, count = 0, len(self.waiting)
            for place, one in enumerate(self.waiting):
                if unready == UNREADY:
                    left += self.waiting[place:]
                    break
                answer = self._fetched(one)
                if answer is None:
                    unready += 1
                    left.append(one)
                else:
                    unready = 0
                    yield _answered(one, answer)
            self.waiting = left
            if len(left) < count:
                return
            time.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE_S)

    def _fetched(self, one: _Sent[Mine]) -> Graded | None:
        try:
            report = self.service.report_if_there(one.id)
        except StudentError as error:
            return Graded(name=one.handed_in.name, status=Status.FAILED, why=error.sentence)
        return None if report is None else graded(one.handed_in, self._believed(report), self.order, self.rubric)

    def _believed(self, report: Report) -> Report:
        if report.rubric.version != self.rubric.version:
            raise OperatorError(
                "other_rubric",
                f"The service at {self.service.url} grades “{self.rubric.id}” by another version of it: "
                f"{report.rubric.version[:12]}, and this one is {self.rubric.version[:12]}.",
            )
        return report


def by_service(
    service: ServiceClient, pieces: Iterable[Piece[Mine]], order: GradingOrder, rubric: Rubric
) -> Iterator[Answered[Mine]]:
    """Each piece with its answer, as it comes; what comes without a piece goes by. Raises OperatorError.

    The service must have the same rubric: its reports are told apart by the version.
    """
    desk: _Desk[Mine] = _Desk(service, order, rubric)
    lot: list[_Sent[Mine]] = []
    try:
        for number, (mine, piece) in enumerate(pieces):
            if piece is None:
                yield Answered(number, mine, None)
                continue
            handed_in = HandedIn.model_validate_json(piece)
            try:
                body = json.dumps(body_of(handed_in, rubric.id), ensure_ascii=False)
            except SubmissionError as error:
                yield Answered(number, mine, not_gradable(handed_in.name, error).line())
                continue
            lot.append(_Sent(number, mine, handed_in, body))
            if len(lot) == LOT:
                yield from desk.hand_in(lot)
                while desk.is_full(number):
                    yield from desk.fetched()
        yield from desk.hand_in(lot)
        while desk.waiting:
            yield from desk.fetched()
    finally:
        service.close()


def _answered(one: _Sent[Mine], answer: Graded) -> Answered[Mine]:
    return Answered(one.number, one.mine, answer.line())
