"""What regrades look like, coming in and going out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from fullmarks.report.model import Points
from service.api.model import ApiModel
from service.api.paging import Next, PageQuery
from store.regrades import RegradeState
from workers.regrade.moves import Move

MOST_NAMED = 1_000


class RegradeBody(ApiModel):
    """What to grade again, and by what."""

    rubric: Annotated[str, Field(min_length=1, max_length=200, description="Id of the rubric.")]
    version: Annotated[
        str | None,
        Field(max_length=200, description="By which version; by default the one that new submissions are graded by."),
    ] = None
    submissions: Annotated[
        tuple[str, ...],
        Field(max_length=MOST_NAMED, description="Only these; by default all that are graded by another version."),
    ] = ()
    dry_run: Annotated[
        bool,
        Field(description="Change nothing before it is applied. Without it what lowers nobody is applied at once."),
    ] = True
    allow_lower: Annotated[bool, Field(description="Let it take points away.")] = False


class ApplyBody(ApiModel):
    """How to apply."""

    allow_lower: Annotated[bool, Field(description="Let it take points away.")] = False


class PhaseProgress(ApiModel):
    """How many pieces of a phase are done."""

    done: int
    of: int


class RegradeCounts(ApiModel):
    """Who changes, in numbers."""

    compared: int
    changed: int
    reworded: Annotated[int, Field(description="Reports in which nothing but words changes.")]
    up: int
    down: int
    lowered: Annotated[int, Field(description="Submissions that lose points in some part.")]
    ungraded: Annotated[int, Field(description="Submissions that this version cannot grade; they keep what they have.")]
    applied: int
    before: Annotated[float, Field(description="All scores together.")]
    after: float


class RegradeLinks(ApiModel):
    """Where to go on from here."""

    self_: Annotated[str, Field(alias="self")]
    diff: str
    apply: str


class RegradeShown(ApiModel):
    """A regrade, and how far it is."""

    id: str
    rubric: str
    version: str
    engine: str
    state: RegradeState
    allow_lower: bool
    submissions: Annotated[int, Field(description="How many it is about.")]
    created_at: datetime
    computed_at: datetime | None
    applied_at: datetime | None
    cause: Annotated[str | None, Field(description="Why it failed.")]
    progress: dict[str, PhaseProgress]
    counts: RegradeCounts
    not_graded_yet: Annotated[int, Field(description="Submissions to the rubric that wait for their first grading.")]
    links: RegradeLinks


class RegradeList(ApiModel):
    """A page of regrades."""

    regrades: tuple[RegradeShown, ...]
    next: Next


class RegradesQuery(PageQuery):
    """Which page."""


class DiffQuery(PageQuery):
    """Which page of a difference."""

    lowered: Annotated[bool, Field(description="Only those who lose points in some part.")] = False


class ChangedSubmission(ApiModel):
    """A submission that changes: its score, and each item."""

    submission: str
    student: str | None
    external_id: str | None
    before: Points
    after: Points
    changes: tuple[Move, ...]


class ItemDifference(ApiModel):
    """How many submissions change in an item."""

    up: int
    down: int
    same: Annotated[int, Field(description="Another verdict for the same points.")]


class UngradedSubmission(ApiModel):
    """A submission that the version cannot grade, and why."""

    submission: str
    cause: str


class Difference(ApiModel):
    """What changes: a page of submissions, and all of it in numbers."""

    counts: RegradeCounts
    items: dict[str, ItemDifference]
    histogram: Annotated[dict[str, int], Field(description="By how many points a score changes: how many submissions.")]
    ungraded: Annotated[tuple[UngradedSubmission, ...], Field(description="The first of them.")]
    submissions: tuple[ChangedSubmission, ...]
    next: Next
