"""When a submission came, where its sender may not say so: a student's own key hands in what has come when it came."""

from __future__ import annotations

from dataclasses import replace

from fullmarks.rubric.model import Rubric
from fullmarks.submission import Submission
from store.arrival import own_arrival
from store.database import Database


def with_arrival(submission: Submission, rubric: Rubric, database: Database) -> Submission:
    """The submission as it is to be graded; every grading of it, the first one and any later one, starts from this.

    Asked only where being late costs something.
    """
    if rubric.late is None or submission.submitted_at is not None:
        return submission
    with database.look() as connection:
        arrived = own_arrival(connection, submission.id)
    return submission if arrived is None else replace(submission, submitted_at=arrived)
