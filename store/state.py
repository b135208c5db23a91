"""What can be going on with a submission.

    received ──▶ queued ──▶ grading ──▶ graded
        ╰──────────────────▶ │  ▲ ╰───▶ failed
                             ╰──╯ a lease that ran out: queued again

Each arrow is one conditional UPDATE, so that two processes can't both take it. A row that is not finished has a
lease: until then somebody is at it, after that the sweeper queues it again.
"""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a submission stands."""

    RECEIVED = "received"
    """Stored; perhaps its message was never sent."""
    QUEUED = "queued"
    """A message with its id was sent."""
    GRADING = "grading"
    """A worker has claimed it."""
    GRADED = "graded"
    """Its report is stored."""
    FAILED = "failed"
    """It can't be graded; the row's cause says why."""

    @property
    def is_finished(self) -> bool:
        return self in {State.GRADED, State.FAILED}
