"""What waits for a person: answers that the engine did not decide on, decisions that an answer has outgrown, submissions that failed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, and_, or_, select

from store.judged import counted
from store.mark_tables import AnswerRow, BasisRow, JudgementRow, MarkRow, OverrideRow
from store.state import State
from store.tables import SubmissionRow


class Waiting(StrEnum):
    """Why something waits."""

    NEEDS_REVIEW = "needs_review"
    UNREADABLE = "unreadable"
    SEVERAL_ANSWERS = "several_answers"
    STALE = "stale"
    """It was decided on, and the answer means something else by now."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which are asked for; None asks for all."""

    course: str
    rubric_id: str | None = None
    item: str | None = None
    why: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An item of a submission: lists go on behind it."""

    submission_id: str
    item: str


@dataclass(frozen=True, slots=True)
class Review:
    """One answer that waits, with what the engine found and, where it is stale, what was decided."""

    submission_id: str
    rubric_id: str
    item: str
    student: str | None
    answer: str
    verdict: str
    max_points: str
    diagnosis: str | None
    group_key: bytes
    decided_verdict: str | None
    decided_points: str | None
    decided_reason: str | None


def reviews(connection: Connection, sought: Sought, after: Place | None, limit: int) -> list[Review]:
    """A page of what waits, by submission and item, which is the order in time."""
    submission, answer, judgement, override = SubmissionRow, AnswerRow, JudgementRow, OverrideRow
    query = counted(
        MarkRow.submission_id,
        submission.rubric_id,
        answer.item,
        submission.student,
        answer.text,
        judgement.verdict,
        BasisRow.max_points,
        judgement.diagnosis,
        judgement.group_key,
        override.verdict,
        override.points,
        override.reason,
    )
    of_this = and_(override.submission_id == MarkRow.submission_id, override.item == answer.item)
    query = query.outerjoin(override, of_this).where(submission.course_id == sought.course)
    undecided = and_(OPEN_VERDICT, override.id.is_(None))
    match sought.why:
        case None:
            query = query.where(or_(undecided, override.is_stale))
        case Waiting.STALE:
            query = query.where(override.is_stale)
        case verdict:
            query = query.where(undecided, judgement.verdict == verdict.value)
    if sought.rubric_id is not None:
        query = query.where(submission.rubric_id == sought.rubric_id)
    if sought.item is not None:
        query = query.where(answer.item == sought.item)
    if after is not None:
        further = and_(MarkRow.submission_id == after.submission_id, answer.item > after.item)
        query = query.where(or_(MarkRow.submission_id > after.submission_id, further))
    return [Review(*row) for row in connection.execute(query.order_by(MarkRow.submission_id, answer.item).limit(limit))]


OPEN_VERDICT = JudgementRow.verdict.in_([Waiting.NEEDS_REVIEW, Waiting.UNREADABLE, Waiting.SEVERAL_ANSWERS])


@dataclass(frozen=True, slots=True)
class Failed:
    """A submission that could not be graded."""

    submission_id: str
    rubric_id: str
    student: str | None
    cause: str | None


def failed(connection: Connection, sought: Sought, after: str | None, limit: int) -> list[Failed]:
    """A page of those that could not be graded."""
    row = SubmissionRow
    query = select(row.id, row.rubric_id, row.student, row.cause)
    query = query.where(row.course_id == sought.course, row.state == State.FAILED).order_by(row.id).limit(limit)
    if sought.rubric_id is not None:
        query = query.where(row.rubric_id == sought.rubric_id)
    if after is not None:
        query = query.where(row.id > after)
    return [Failed(*found) for found in connection.execute(query)]
