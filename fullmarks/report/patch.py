"""A report told by what differs from an earlier report of the same submission: new results of some items, and what they add up to.

After a key has changed, most of each report stays as it was. Kept is what changed; the whole is put together when it is asked for,
byte for byte as grading again would have made it.
"""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.outcome import Verdict
from fullmarks.report.model import Points, Report, ReportAttempt, ReportEvidence, ReportItem, ReportModel, ReportPart


class PartPatch(ReportModel):
    """What a part comes to now."""

    id: str
    score: Points
    max_score: Points
    counted_attempt: int | None


class ItemPatch(ReportModel):
    """Where an item's new entries are: the id of its answer, and the basis under which it was judged."""

    id: str
    answer: str
    basis: str


class ReviewPatch(ReportModel):
    """A person's decision on an item in one attempt."""

    id: str
    attempt: int
    verdict: Verdict
    points: Points
    feedback: str
    staff_note: str


class Patch(ReportModel):
    """All that differs."""

    score: Points
    max_score: Points
    parts: tuple[PartPatch, ...] = ()
    items: tuple[ItemPatch, ...] = ()
    reviews: tuple[ReviewPatch, ...] = ()


PERSON = ReportEvidence(kind=EvidenceKind.PERSON, at=None, values=None, points=None, bits=None, note=None)


def patched(report: Report, patch: Patch, shown: Mapping[str, tuple[ReportItem, ...]]) -> Report:
    """The report with the patch on it; ``shown`` are the new entries of its items, by item, one an attempt."""
    reviews = {one.id: one for one in patch.reviews}
    sums = {one.id: one for one in patch.parts}
    parts = tuple(_part(part, sums.get(part.id), shown, reviews) for part in report.parts)
    return report.model_copy(update={"score": patch.score, "max_score": patch.max_score, "parts": parts})


def _part(
    part: ReportPart,
    sums: PartPatch | None,
    shown: Mapping[str, tuple[ReportItem, ...]],
    reviews: Mapping[str, ReviewPatch],
) -> ReportPart:
    if sums is None:
        return part
    attempts = tuple(_attempt(attempt, place, shown, reviews) for place, attempt in enumerate(part.attempts))
    update = {"score": sums.score, "max_score": sums.max_score, "counted_attempt": sums.counted_attempt}
    return part.model_copy(update={**update, "attempts": attempts})


def _attempt(
    attempt: ReportAttempt,
    place: int,
    shown: Mapping[str, tuple[ReportItem, ...]],
    reviews: Mapping[str, ReviewPatch],
) -> ReportAttempt:
    items = (_regraded(item, shown.get(item.id), place) for item in attempt.items)
    items = (_reviewed(item, reviews.get(item.id), attempt.attempt) for item in items)
    return attempt.model_copy(update={"items": tuple(items)})


def _regraded(item: ReportItem, shown: tuple[ReportItem, ...] | None, place: int) -> ReportItem:
    return item if shown is None else shown[place].model_copy(update={"span": item.span})


def _reviewed(item: ReportItem, review: ReviewPatch | None, attempt: int) -> ReportItem:
    if review is None or review.attempt != attempt:
        return item
    return item.model_copy(
        update={
            "verdict": review.verdict,
            "points": review.points,
            "evidence": PERSON,
            "diagnosis": None,
            "pending_points": 0,
            "feedback": review.feedback,
            "staff_note": review.staff_note,
        }
    )
