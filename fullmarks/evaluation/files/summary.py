"""What a file of outputs says about its model, and what two files say about theirs."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from fullmarks.evaluation.files.fields import Fields
from fullmarks.evaluation.statistics.interval import Estimate
from fullmarks.evaluation.statistics.paired import Comparison


class Summed(BaseModel):
    """Base of the records."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GroupSummary(Summed):
    """The answers whose ``field`` has this value."""

    field: str
    value: str
    answers: int
    accuracy: Estimate
    undecided: int


class NotScored(Summed):
    """A line without a verdict."""

    row: int
    why: str


class Summary(Summed):
    """A model's answers. Shares are from 0 to 1, of the answers that have a verdict; one that nobody could decide is not right."""

    file: str
    fields: Fields
    gold_place: str
    answers: int
    problems: int
    accuracy: Estimate | None
    method: str
    verdicts: Mapping[str, int]
    evidence: Mapping[str, int]
    pass_at: Mapping[int, Estimate]
    """For files with several answers a problem."""
    majority: Estimate | None
    votes_by_text: int = 0
    """Problems whose answers were so many, or so hard to compare, that they were grouped by their texts."""
    groups: tuple[GroupSummary, ...]
    not_scored: int
    first_not_scored: tuple[NotScored, ...]

    @property
    def undecided(self) -> int:
        return self.verdicts.get("needs_review", 0)


class Scores(Summed):
    """The whole result: one file, or two with the comparison of the problems that both answer."""

    schema_name: str = "fullmarks/score-summary@1"
    files: tuple[Summary, ...]
    comparison: Comparison | None = None
