"""What counts of each item of each submission, as the database sees it: a mark, judged under the basis of the version that counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, select
from sqlalchemy.orm import InstrumentedAttribute

from store.mark_tables import AnswerRow, BasisRow, JudgementRow, MarkRow
from store.tables import SubmissionRow


@dataclass(frozen=True, slots=True)
class Judged:
    """The result that counts of one item of one submission, as the engine found it; points are exact fractions."""

    submission_id: str
    item: str
    verdict: str
    points: str
    attempt: int | None
    group_key: bytes


def judged(connection: Connection, submissions: Sequence[str]) -> list[Judged]:
    """The results of some submissions, in the order of their items."""
    query = counted(
        MarkRow.submission_id,
        AnswerRow.item,
        JudgementRow.verdict,
        JudgementRow.points,
        JudgementRow.attempt,
        JudgementRow.group_key,
    )
    query = query.where(MarkRow.submission_id.in_(submissions)).order_by(MarkRow.submission_id, BasisRow.position)
    return [Judged(*row) for row in connection.execute(query)]


def counted(*columns: InstrumentedAttribute) -> Select:
    """Columns of submissions, their marks, answers and the judgements that count."""
    mark, answer, basis, judgement, submission = MarkRow, AnswerRow, BasisRow, JudgementRow, SubmissionRow
    under = and_(
        basis.course_id == submission.course_id,
        basis.rubric_id == submission.rubric_id,
        basis.rubric_version == submission.rubric_version,
        basis.engine_version == submission.engine_version,
        basis.item == answer.item,
    )
    return (
        select(*columns)
        .select_from(mark)
        .join(submission, submission.id == mark.submission_id)
        .join(answer, answer.id == mark.answer_id)
        .join(basis, under)
        .join(judgement, and_(judgement.answer_id == mark.answer_id, judgement.basis == basis.basis))
    )
