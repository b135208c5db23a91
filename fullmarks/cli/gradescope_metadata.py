"""What Gradescope tells about a submission besides its files (``submission_metadata.json``).

Whatever depends on time is worked out from ``created_at``, never from the clock, so that a rerun gives the same marks.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from fullmarks.submission import Submission

MOST_BYTES = 5_000_000


class PreviousSubmission(BaseModel):
    """One earlier submission of the same student."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    autograder_error: bool | None = None


class Assignment(BaseModel):
    """What Gradescope says about the assignment, extensions of this student counted in."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    due_date: AwareDatetime | None = None


class Metadata(BaseModel):
    """The fields that are used; Gradescope sends more, and may send others one day."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    created_at: AwareDatetime | None = None
    assignment: Assignment = Assignment()
    previous_submissions: tuple[PreviousSubmission, ...] = ()

    @property
    def earlier_submissions(self) -> int:
        """How many were graded before this one; a run that failed costs the student nothing."""
        return sum(not previous.autograder_error for previous in self.previous_submissions)

    def with_times(self, submission: Submission) -> Submission:
        """The submission with Gradescope's own times: what the student's file says of them does not count."""
        return replace(submission, submitted_at=self.created_at, due=self.assignment.due_date)


def read_metadata(path: Path) -> Metadata:
    """The metadata; raises ValueError with a sentence where the file is missing or is none."""
    try:
        with path.open("rb") as file:
            return Metadata.model_validate_json(file.read(MOST_BYTES))
    except OSError as error:
        raise ValueError(f"{path.name} cannot be opened: {error.strerror}.") from error
    except ValidationError as error:
        raise ValueError(f"{path.name} is not what Gradescope writes: {error.errors()[0]['msg']}.") from error
