"""What waits for a person: answers that the engine did not decide on, decisions that an answer has outgrown, submissions that failed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Select, and_, or_, select

from store.judged import counted
from store.mark_tables import OPEN, AnswerRow, BasisRow, JudgementRow, MarkRow, OverrideRow
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


SUBMISSIONS_A_LOOK = 200
_COLUMNS = (
    MarkRow.submission_id,
    SubmissionRow.rubric_id,
    AnswerRow.item,
    SubmissionRow.student,
    AnswerRow.text,
    JudgementRow.verdict,
    BasisRow.max_points,
    JudgementRow.diagnosis,
    JudgementRow.group_key,
    OverrideRow.verdict,
    OverrideRow.points,
    OverrideRow.reason,
)
_OF_THIS = and_(OverrideRow.submission_id == MarkRow.submission_id, OverrideRow.item == AnswerRow.item)
OPEN_VERDICT = JudgementRow.verdict.in_([Waiting.NEEDS_REVIEW, Waiting.UNREADABLE, Waiting.SEVERAL_ANSWERS])


def reviews(connection: Connection, sought: Sought, after: Place | None, limit: int) -> list[Review]:
    """A page of what waits, by submission and item, which is the order in time.

    What nobody has decided on and what was outgrown are asked for by themselves: a database finds the few of each by an index of
    these, and of both at once only by looking at every mark that there is.
    """
    found: list[Review] = []
    if sought.why is not Waiting.STALE:
        found += _undecided(connection, sought, after, limit)
    if sought.why in {None, Waiting.STALE}:
        override = OverrideRow
        stale = counted(*_COLUMNS).join(override, _OF_THIS)
        found += _page(
            connection, stale.where(override.is_stale, override.course_id == sought.course), sought, after, limit
        )
    return sorted(found, key=lambda one: (one.submission_id, one.item))[:limit]


def _undecided(connection: Connection, sought: Sought, after: Place | None, limit: int) -> list[Review]:
    """First which submissions give an open answer, by the index of these; then what is open in a few of them."""
    found: list[Review] = []
    query = counted(*_COLUMNS).outerjoin(OverrideRow, _OF_THIS).where(OverrideRow.id.is_(None), OPEN_VERDICT)
    if sought.why is not None:
        query = query.where(JudgementRow.verdict == sought.why.value)
    ids = _with_open_answers(connection, after)
    for start in range(0, len(ids), SUBMISSIONS_A_LOOK):
        some = ids[start : start + SUBMISSIONS_A_LOOK]
        # Both are said, so that no database begins with all submissions of the course.
        among = and_(MarkRow.submission_id.in_(some), SubmissionRow.id.in_(some))
        found += _page(connection, query.where(among), sought, after, limit)
        if len(found) >= limit:
            break
    return found


def _with_open_answers(connection: Connection, after: Place | None) -> list[str]:
    """The submissions that give an answer that is open in any version.

    Sorted here: a database that is asked to may go through all marks in their order instead.
    """
    open_ones = select(JudgementRow.answer_id).where(OPEN)
    found = set(connection.scalars(select(MarkRow.submission_id).where(MarkRow.answer_id.in_(open_ones))))
    return sorted(one for one in found if after is None or one >= after.submission_id)


def _page(connection: Connection, query: Select, sought: Sought, after: Place | None, limit: int) -> Iterator[Review]:
    submission, answer = SubmissionRow, AnswerRow
    query = query.where(submission.course_id == sought.course)
    if sought.rubric_id is not None:
        # Not by an index: those who wait are fewer than the rubric's submissions.
        query = query.where(submission.rubric_id.concat("") == sought.rubric_id)
    if sought.item is not None:
        query = query.where(answer.item == sought.item)
    if after is not None:
        further = and_(MarkRow.submission_id == after.submission_id, answer.item > after.item)
        query = query.where(or_(MarkRow.submission_id > after.submission_id, further))
    rows = connection.execute(query.order_by(MarkRow.submission_id, answer.item).limit(limit))
    return (Review(*row) for row in rows)


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
