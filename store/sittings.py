"""A class's submissions as its statistics count them: what counts of each item, with what people decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from sqlalchemy import Connection, select

from fullmarks.analysis.records import Mark, Sitting
from fullmarks.outcome import Verdict
from fullmarks.report.cases import shown_items
from store.groups import OfRubric
from store.judged import counted
from store.mark_tables import AnswerRow, BasisRow, JudgementRow, MarkRow, OverrideRow
from store.state import State
from store.tables import SubmissionRow

MOST_SITTINGS = 20_000
"""So many submissions, the newest, are counted."""


def sittings(connection: Connection, of: OfRubric) -> Iterator[Sitting]:
    """The newest submissions of a class that are graded."""
    row = SubmissionRow
    graded = row.course_id == of.course, row.rubric_id == of.rubric_id, row.state == State.GRADED
    newest = select(row.id).where(*graded).order_by(row.id.desc()).limit(MOST_SITTINGS).subquery()
    reviewed = _reviewed(connection, of)
    columns = MarkRow.submission_id, JudgementRow.answer_id, JudgementRow.basis, AnswerRow.item, BasisRow.max_points
    query = counted(*columns).where(MarkRow.submission_id.in_(select(newest.c.id)))
    known: dict[tuple[bytes, bytes], Mark] = {}
    results = connection.execute(query.order_by(MarkRow.submission_id, BasisRow.position)).all()
    for submission, rows in groupby(results, key=lambda result: result[0]):
        marks = []
        for _, answer, basis, item, most in rows:
            name = (answer, basis)
            if name not in known:
                known[name] = _mark(connection, name, item, most)
            marks.append(_decided(known[name], reviewed.get((submission, item))))
        score = sum(mark.points for mark in marks)
        yield Sitting(submission, score, sum(mark.max_points for mark in marks), tuple(marks))


def _mark(connection: Connection, name: tuple[bytes, bytes], item: str, most: str) -> Mark:
    row = JudgementRow
    query = select(row.shown, row.attempt).where(row.answer_id == name[0], row.basis == name[1])
    shown, attempt = connection.execute(query).one()
    entries = shown_items(shown)
    counts = entries[(attempt or 1) - 1]
    return Mark(
        item=item,
        verdict=counts.verdict,
        points=counts.points,
        max_points=float(Fraction(most)),
        answer=counts.answer,
        reading=counts.read_as.text if counts.read_as else None,
        code=counts.diagnosis.code if counts.diagnosis else None,
        attempts=sum(one.verdict is not Verdict.MISSING for one in entries),
        attempt=attempt or 1,
    )


Decided = tuple[Verdict, float]


def _reviewed(connection: Connection, of: OfRubric) -> dict[tuple[str, str], Decided]:
    row = OverrideRow
    query = select(row.submission_id, row.item, row.verdict, row.points)
    query = query.where(row.course_id == of.course, row.rubric_id == of.rubric_id)
    return {
        (submission, item): (Verdict(verdict), float(Fraction(points)))
        for submission, item, verdict, points in connection.execute(query)
    }


def _decided(mark: Mark, decided: Decided | None) -> Mark:
    return mark if decided is None else replace(mark, verdict=decided[0], points=decided[1], code=None)
