"""What Gradescope tells about a submission besides its files (``submission_metadata.json``).

Whatever depends on time is worked out from ``created_at``, never from the clock, so that a rerun gives the same marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, JsonValue, ValidationError

from fullmarks.report.as_gradescope import ExtraData, TriedBefore
from fullmarks.submission import Submission, Tried

MOST_BYTES = 5_000_000


class Told(BaseModel):
    """Base of what is read of it: Gradescope tells more, and may tell other things one day."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class OwnExtra(Told):
    """What we left in the results of an earlier submission."""

    tried: Mapping[str, TriedBefore] = {}


class OwnResults(Told):
    """The results of an earlier submission, if they are ours."""

    extra_data: OwnExtra = OwnExtra()


class PreviousSubmission(Told):
    """One earlier submission of the same student or group; only the latest has ``results``."""

    submission_time: AwareDatetime | None = None
    autograder_error: bool | None = None
    results: JsonValue = None

    def tried(self) -> Mapping[str, TriedBefore] | None:
        """What had been tried by then; None where that is not known."""
        try:
            return OwnResults.model_validate(self.results).extra_data.tried
        except ValidationError:
            return None


class Assignment(Told):
    """What Gradescope says about the assignment, extensions of this student counted in."""

    due_date: AwareDatetime | None = None


class User(Told):
    """One of those who handed in together."""

    id: int | str | None = None


class Metadata(Told):
    """The fields that are used."""

    id: int | str | None = None
    created_at: AwareDatetime | None = None
    assignment: Assignment = Assignment()
    users: tuple[User, ...] = ()
    previous_submissions: tuple[PreviousSubmission, ...] = ()

    @property
    def earlier(self) -> tuple[PreviousSubmission, ...]:
        """Those before this one that were graded; a run that failed costs the student nothing."""
        return tuple(one for one in self.previous_submissions if not one.autograder_error and self._was_before(one))

    def _was_before(self, other: PreviousSubmission) -> bool:
        """Also where an old submission is run again: what came after it does not count."""
        return self.created_at is None or other.submission_time is None or other.submission_time < self.created_at

    @property
    def tried(self) -> Mapping[str, TriedBefore]:
        """What was tried before, by items, as the latest results that are ours tell it."""
        known = (one.tried() for one in reversed(self.earlier) if one.results is not None)
        return next((tried for tried in known if tried is not None), {})

    def told(self, submission: Submission) -> Submission:
        """The submission with what Gradescope says of it: what the student's file says of times does not count."""
        tried = {item: Tried(one.submissions, one.last) for item, one in self.tried.items()}
        return replace(submission, submitted_at=self.created_at, due=self.assignment.due_date, tried=tried)

    def noted(self, rubric: str) -> ExtraData:
        """What is noted before anything is graded; what was tried goes on from submission to submission."""
        return ExtraData(
            rubric=rubric,
            created_at=self.created_at.isoformat() if self.created_at else None,
            earlier_submissions=len(self.earlier),
            handed_in_by=max(len(self.users), 1),
            tried=self.tried,
        )


def read_metadata(path: Path) -> Metadata:
    """The metadata; raises ValueError with a sentence where the file is missing or is none."""
    try:
        with path.open("rb") as file:
            return Metadata.model_validate_json(file.read(MOST_BYTES))
    except OSError as error:
        raise ValueError(f"{path.name} cannot be opened: {error.strerror}.") from error
    except ValidationError as error:
        raise ValueError(f"{path.name} is not what Gradescope writes: {error.errors()[0]['msg']}.") from error
