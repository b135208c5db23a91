"""A batch that a service grades: each submission is posted by itself, so many ahead, and the reports are fetched in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypeVar

from fullmarks.cli.batch.grading import Graded, GradingOrder, graded, not_gradable
from fullmarks.cli.batch.pool import Answer
from fullmarks.cli.handed_in import HandedIn
from fullmarks.cli.service_client import ServiceClient
from fullmarks.cli.status import Status
from fullmarks.cli.submission_body import body_of
from fullmarks.errors import OperatorError, StudentError, SubmissionError
from fullmarks.rubric.model import Rubric

AHEAD = 64
"""Submissions that the service has and whose reports are not fetched yet."""
Mine = TypeVar("Mine")
_Posted = str | Graded | None
"""The id of a submission, or why the service has none; None for what goes by."""


def by_service(
    service: ServiceClient, pieces: Iterable[tuple[Mine, str | None]], order: GradingOrder, rubric: Rubric
) -> Iterator[tuple[Mine, Answer]]:
    """Each piece with its answer, in order; what comes without a piece goes by. Raises OperatorError.

    The service must have the same rubric: its reports are told apart by the version.
    """
    posted: deque[tuple[Mine, str | None, _Posted]] = deque()
    try:
        for mine, piece in pieces:
            posted.append((mine, piece, None if piece is None else _posted(service, piece, rubric)))
            if len(posted) >= AHEAD:
                yield _fetched(service, *posted.popleft(), order, rubric)
        while posted:
            yield _fetched(service, *posted.popleft(), order, rubric)
    finally:
        service.close()


def _posted(service: ServiceClient, piece: str, rubric: Rubric) -> str | Graded:
    handed_in = HandedIn.model_validate_json(piece)
    try:
        return service.hand_in(body_of(handed_in, rubric.id))
    except SubmissionError as error:
        return not_gradable(handed_in.name, error)


def _fetched(
    service: ServiceClient, mine: Mine, piece: str | None, posted: _Posted, order: GradingOrder, rubric: Rubric
) -> tuple[Mine, Answer]:
    if piece is None or posted is None:
        return mine, None
    if isinstance(posted, Graded):
        return mine, posted.model_dump_json()
    handed_in = HandedIn.model_validate_json(piece)
    try:
        report = service.report(posted)
    except StudentError as error:
        return mine, Graded(name=handed_in.name, status=Status.FAILED, why=error.sentence).model_dump_json()
    if report.rubric.version != rubric.version:
        raise OperatorError(
            "other_rubric",
            f"The service at {service.url} grades “{rubric.id}” by another version of it: "
            f"{report.rubric.version[:12]}, and this one is {rubric.version[:12]}.",
        )
    return mine, graded(handed_in, report, order, rubric).model_dump_json()
