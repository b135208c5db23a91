"""From the bytes of submissions to stored ones: read by the rubric that each names, as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fullmarks.errors import FullmarksError, OperatorError, SubmissionError
from service.caller import Caller
from service.desk import Desk
from service.refused import RefusedError
from service.request_log import note_submissions
from service.visible import own_idempotency_key, owner
from store.submissions import HandedIn, Outdated, Receipt
from workers.handed_in import read_body

TRIES = 5
"""So often a submission is read anew because its rubric was changed in the very moment."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One submission as it came, or why it cannot be one."""

    content: bytes | SubmissionError
    idempotency_key: str | None = None


def receive_all(at: Desk, known: Caller, incoming: Sequence[Incoming]) -> Sequence[Receipt | FullmarksError]:
    """Store those that can be taken, and have them graded; for each its receipt, or what is wrong with it."""
    became: dict[int, Receipt | FullmarksError] = {}
    left = list(range(len(incoming)))
    for _ in range(TRIES):
        handed_in: dict[int, HandedIn] = {}
        for place in left:
            match _read(at, known, incoming[place]):
                case HandedIn() as one:
                    handed_in[place] = one
                case error:
                    became[place] = error
        left = []
        for place, stored in zip(handed_in, at.intake.take(list(handed_in.values())), strict=True):
            if isinstance(stored, Outdated):
                at.rubrics.forget(known.course, handed_in[place].rubric_id)
                left.append(place)
            else:
                became[place] = stored
        if not left:
            note_submissions(one.id for one in became.values() if isinstance(one, Receipt))
            return [became[place] for place in range(len(incoming))]
    raise OperatorError("rubric_in_motion", "The rubric is being changed right now. Try again in a moment.")


def _read(at: Desk, known: Caller, incoming: Incoming) -> HandedIn | FullmarksError:
    if isinstance(incoming.content, SubmissionError):
        return incoming.content
    try:
        body = read_body(incoming.content)
        rubric = at.rubrics.current(known.course, body.rubric_id)
        submission = body.submission(rubric, submission_id="")
        student = owner(known, submission)
    except (SubmissionError, RefusedError) as error:
        return error
    return HandedIn(
        known.course,
        rubric.id,
        rubric.version,
        incoming.content,
        student,
        submission.external_id,
        idempotency_key=own_idempotency_key(known, incoming.idempotency_key),
        key_id=known.key_id,
    )
