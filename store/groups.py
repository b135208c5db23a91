"""Answers of a class to one item in groups that mean the same, and results drawn by chance for people to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, func, select

from store.judged import counted
from store.mark_tables import AnswerRow, BasisRow, JudgementRow, MarkRow, OverrideRow
from store.tables import SubmissionRow


@dataclass(frozen=True, slots=True)
class OfRubric:
    """A rubric of a course."""

    course: str
    rubric_id: str


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that mean the same and have the same result: how many, and one of them."""

    key: bytes
    verdict: str
    points: str
    max_points: str
    diagnosis: str | None
    count: int
    reviewed: int
    """On how many of them somebody has decided."""
    answer: str
    submission_id: str


def groups(connection: Connection, of: OfRubric, item: str, limit: int) -> list[Group]:
    """The groups of an item, the largest first; what nobody answered is one of them."""
    judgement = JudgementRow
    override = OverrideRow
    this = and_(override.submission_id == MarkRow.submission_id, override.item == AnswerRow.item)
    size = func.count()
    columns = (judgement.group_key, judgement.verdict, judgement.points, BasisRow.max_points, judgement.diagnosis)
    query = (
        _of(of, item)
        .with_only_columns(
            *columns, size, func.count(override.id), func.min(AnswerRow.text), func.min(MarkRow.submission_id)
        )
        .outerjoin(override, this)
        .group_by(*columns)
        .order_by(size.desc(), judgement.group_key, judgement.verdict)
        .limit(limit)
    )
    return [Group(*row) for row in connection.execute(query)]


def members(connection: Connection, of: OfRubric, item: str, group_key: bytes, limit: int) -> list[str]:
    """The submissions whose answers mean that."""
    query = _of(of, item).where(JudgementRow.group_key == group_key).order_by(MarkRow.submission_id).limit(limit)
    return list(connection.scalars(query))


def _of(of: OfRubric, item: str) -> Select:
    return counted(MarkRow.submission_id).where(
        AnswerRow.course_id == of.course, AnswerRow.rubric_id == of.rubric_id, AnswerRow.item == item
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A result that was drawn: whose, on which item, what the answer is, and how its verdict is known."""

    submission_id: str
    item: str
    answer: str
    verdict: str
    evidence: str


def sample(connection: Connection, of: OfRubric, verdict: str, number: int, seed: str) -> list[Drawn]:
    """So many results of a verdict, drawn by chance; the same seed draws the same from the same class.

    What is drawn is a submission and an answer in it; a hash with the seed decides, so that nobody can arrange it.
    """
    submissions = connection.scalars(
        select(SubmissionRow.id).where(SubmissionRow.course_id == of.course, SubmissionRow.rubric_id == of.rubric_id)
    ).all()
    found: list[Drawn] = []
    drawn = sorted(submissions, key=lambda one: _lot(seed, one))
    for start in range(0, len(drawn), _AT_ONCE):
        found += _one_each(connection, drawn[start : start + _AT_ONCE], verdict, seed)
        if len(found) >= number:
            break
    return found[:number]


_AT_ONCE = 200


def _one_each(connection: Connection, submissions: Sequence[str], verdict: str, seed: str) -> list[Drawn]:
    columns = MarkRow.submission_id, AnswerRow.item, AnswerRow.text, JudgementRow.verdict, JudgementRow.evidence
    query = counted(*columns).where(MarkRow.submission_id.in_(submissions), JudgementRow.verdict == verdict)
    chosen: dict[str, Drawn] = {}
    for one in sorted((Drawn(*row) for row in connection.execute(query)), key=lambda one: _lot(seed, one.item)):
        chosen.setdefault(one.submission_id, one)
    return [chosen[one] for one in submissions if one in chosen]


def _lot(seed: str, name: str) -> bytes:
    return hashlib.sha256(f"{seed}\0{name}".encode()).digest()
