"""What a late submission costs, by its own times: no clock is asked, so that grading again gives the same points."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from fullmarks.records import frozen
from fullmarks.rubric.model import LatePolicy
from fullmarks.submission import Submission


@frozen
class Lateness:
    """By how much a submission is late, and what share of the points that costs."""

    by: timedelta = timedelta(0)
    cost: Fraction = Fraction(0)


IN_TIME = Lateness()


def lateness(submission: Submission, policy: LatePolicy | None) -> Lateness:
    """The lateness of a submission; in time where nobody knows when it came or was due, and within the grace.

    What was due for this student goes before what is due for all. Past the grace it is late from the due time on.
    """
    due = submission.due or (policy.after if policy else None)
    if policy is None or due is None or submission.submitted_at is None:
        return IN_TIME
    by = submission.submitted_at - due
    if by <= policy.grace:
        return IN_TIME
    return Lateness(by, min(policy.cap, policy.cost.over(by)))
