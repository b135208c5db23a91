"""What people decided about items: it counts before what the engine finds, and stays when it is graded again.

Each decision is a row. What they come to together, for one submission, is kept with it as a patch on the report that counts, made
anew whenever a decision, or that report, changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Select, delete, select, tuple_, update
from sqlalchemy.orm import InstrumentedAttribute

from fullmarks.outcome import Verdict
from fullmarks.report.build import shown_points
from fullmarks.report.part_scores import Settled, max_score, part_score, whole_score
from fullmarks.report.patch import PartPatch, Patch, ReviewPatch
from fullmarks.rubric.model import Item, Part, Rubric
from store.ids import new_id
from store.judged import Judged, judged
from store.mark_tables import OverrideRow
from store.marks import insert_new
from store.reports import REPORT_THAT_COUNTS
from store.tables import ReportRow, SubmissionRow

AT_ONCE = 1_000
RubricOf = Callable[[str], Rubric]
"""From a version to the rubric."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides about one item of one submission; ``group_key`` is what its answer means."""

    submission_id: str
    item: str
    verdict: Verdict
    points: Fraction
    reason: str
    feedback: str
    group_key: bytes


@dataclass(frozen=True, slots=True)
class Override:
    """A decision as it is stored."""

    id: str
    submission_id: str
    rubric_id: str
    item: str
    verdict: str
    points: str
    reason: str
    feedback: str
    group_key: bytes
    is_stale: bool
    decided_at: datetime


Of = TypeVar("Of", Override, Judged)


def decide(
    connection: Connection,
    course: str,
    rubric_id: str,
    key_id: str | None,
    decisions: Sequence[Decision],
    now: datetime,
) -> list[str]:
    """Store decisions, each instead of an earlier one on the same item; their ids. ``refresh`` makes them count."""
    row = OverrideRow
    places = [(one.submission_id, one.item) for one in decisions]
    for start in range(0, len(places), AT_ONCE):
        connection.execute(delete(row).where(tuple_(row.submission_id, row.item).in_(places[start : start + AT_ONCE])))
    ids = [new_id(now) for _ in decisions]
    insert_new(
        connection,
        OverrideRow,
        [
            {
                "id": override_id,
                "submission_id": one.submission_id,
                "item": one.item,
                "course_id": course,
                "rubric_id": rubric_id,
                "verdict": one.verdict.value,
                "points": str(one.points),
                "reason": one.reason,
                "feedback": one.feedback,
                "group_key": one.group_key,
                "is_stale": False,
                "key_id": key_id,
                "decided_at": now,
            }
            for override_id, one in zip(ids, decisions, strict=True)
        ],
    )
    return ids


def undo(connection: Connection, course: str, override_id: str) -> Override | None:
    """Take a decision back; what it was, None if the course has no such one."""
    row = OverrideRow
    gone = delete(row).where(row.id == override_id, row.course_id == course).returning(*_COLUMNS)
    found = connection.execute(gone).one_or_none()
    return None if found is None else Override(*found)


def overrides(connection: Connection, submissions: Sequence[str]) -> list[Override]:
    """The decisions about some submissions."""
    return _overrides(connection, OverrideRow.submission_id.in_(submissions))


def _overrides(connection: Connection, condition: ColumnElement[bool]) -> list[Override]:
    query = select(*_COLUMNS).where(condition).order_by(OverrideRow.submission_id, OverrideRow.item)
    return [Override(*found) for found in connection.execute(query)]


_COLUMNS: list[InstrumentedAttribute] = [
    OverrideRow.id,
    OverrideRow.submission_id,
    OverrideRow.rubric_id,
    OverrideRow.item,
    OverrideRow.verdict,
    OverrideRow.points,
    OverrideRow.reason,
    OverrideRow.feedback,
    OverrideRow.group_key,
    OverrideRow.is_stale,
    OverrideRow.decided_at,
]


def refresh(connection: Connection, submissions: Sequence[str], rubric_of: RubricOf) -> None:
    """Make what people decided about some submissions count on the reports that count now.

    A decision about an answer that means something else by now still counts, and comes back to the queue.
    """
    for start in range(0, len(submissions), AT_ONCE):
        _refresh(connection, submissions[start : start + AT_ONCE], rubric_of)


def _refresh(connection: Connection, submissions: Sequence[str], rubric_of: RubricOf) -> None:
    decided = _by_submission(overrides(connection, submissions))
    results = _by_submission(judged(connection, submissions))
    for submission, version, total in connection.execute(_counting(submissions)).all():
        if submission not in decided or total is None:
            _store(connection, submission, None)
            continue
        rubric = rubric_of(version)
        found = {one.item: one for one in results.get(submission, ())}
        mine = {one.item: one for one in decided[submission] if one.item in found}
        _mark_stale(connection, mine.values(), found)
        _store(connection, submission, _patch(rubric, Fraction(total), mine, found))


def _counting(submissions: Sequence[str]) -> Select:
    row, report = SubmissionRow, ReportRow
    query = select(row.id, row.rubric_version, report.total).join(report, REPORT_THAT_COUNTS)
    return query.where(row.id.in_(submissions))


def _by_submission(rows: Iterable[Of]) -> dict[str, list[Of]]:
    found: dict[str, list[Of]] = {}
    for one in rows:
        found.setdefault(one.submission_id, []).append(one)
    return found


def _mark_stale(connection: Connection, mine: Iterable[Override], found: Mapping[str, Judged]) -> None:
    for one in mine:
        is_stale = found[one.item].group_key != one.group_key
        if is_stale != one.is_stale:
            connection.execute(update(OverrideRow).where(OverrideRow.id == one.id).values(is_stale=is_stale))


def _patch(rubric: Rubric, total: Fraction, mine: Mapping[str, Override], found: Mapping[str, Judged]) -> Patch:
    parts: list[PartPatch] = []
    reviews: list[ReviewPatch] = []
    for part in rubric.parts:
        if not any(item.id in mine for item in part.items):
            continue
        before = part_score(part, [_settled(found[item.id]) for item in part.items], rubric)
        after = part_score(part, [_decided(item, mine.get(item.id), found[item.id]) for item in part.items], rubric)
        total += after.score - before.score
        parts.append(
            PartPatch(
                id=part.id,
                score=shown_points(after.score),
                max_score=shown_points(after.max_score),
                counted_attempt=after.counted_attempt,
            )
        )
        reviews += _reviews(part, mine, found)
    return Patch(
        score=shown_points(whole_score(total, rubric)),
        max_score=shown_points(max_score(rubric)),
        parts=tuple(parts),
        reviews=tuple(reviews),
    )


def _settled(one: Judged) -> Settled:
    return Settled(Verdict(one.verdict), Fraction(one.points), one.attempt)


def _decided(item: Item, override: Override | None, one: Judged) -> Settled:
    if override is None:
        return _settled(one)
    return Settled(Verdict(override.verdict), _points(item, override), one.attempt or 1)


def _points(item: Item, override: Override) -> Fraction:
    """What was decided; a void item gives everybody all its points."""
    return item.points if item.void else Fraction(override.points)


def _reviews(part: Part, mine: Mapping[str, Override], found: Mapping[str, Judged]) -> Iterable[ReviewPatch]:
    for item in part.items:
        one = mine.get(item.id)
        if one is not None:
            yield ReviewPatch(
                id=item.id,
                attempt=found[item.id].attempt or 1,
                verdict=Verdict(one.verdict),
                points=shown_points(_points(item, one)),
                feedback=one.feedback,
                staff_note=one.reason,
            )


def _store(connection: Connection, submission: str, patch: Patch | None) -> None:
    values = {
        "reviews": patch.model_dump_json() if patch else None,
        "reviewed_score": float(patch.score) if patch else None,
    }
    connection.execute(update(SubmissionRow).where(SubmissionRow.id == submission).values(values))
