"""Marks item by item: what each submission answers, and what each distinct answer comes to.

A submission's marks are only the ids of its answers. What an answer comes to is kept once, however many gave it, under the basis of
its item, so that a changed key costs the distinct answers and not the submissions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.dialects import postgresql, sqlite

from fullmarks.report.cases import Mark
from store.mark_tables import HASH_BYTES, AnswerRow, BasisRow, JudgementRow, MarkRow
from store.tables import Base

IDS_A_QUERY = 2_000

Value = str | bytes | int | float | bool | datetime | None


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An item of a sheet: its place, what it is worth as an exact fraction, and its basis."""

    position: int
    max_points: str
    basis: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A course's rubric in one version, under one engine: what marks are made by."""

    course: str
    rubric_id: str
    rubric_version: str
    engine_version: str
    items: Mapping[str, SheetItem]

    def answer_id(self, mark: Mark) -> bytes:
        """The id of a mark's answer: the same in every version of the rubric."""
        return hash_of(self.course, self.rubric_id, mark.item, mark.case)


@dataclass(frozen=True, slots=True)
class StoredMark:
    """A mark, with the ids that it is kept by."""

    answer_id: bytes
    basis: bytes
    mark: Mark


Known = AbstractSet[bytes]
"""What a process knows to be stored: nothing of it need be sent again."""
NOTHING_KNOWN: Known = frozenset()


def hash_of(*texts: str) -> bytes:
    """A hash of texts in their order."""
    lengths = " ".join(str(len(text)) for text in texts)
    return hashlib.sha256("\0".join((lengths, *texts)).encode("utf-8", "surrogatepass")).digest()[:HASH_BYTES]


def keep_sheet(connection: Connection, sheet: Sheet) -> None:
    """Store what the items of a sheet are judged by, if that is new."""
    rows: list[dict[str, Value]] = [
        {
            "course_id": sheet.course,
            "rubric_id": sheet.rubric_id,
            "rubric_version": sheet.rubric_version,
            "engine_version": sheet.engine_version,
            "item": item,
            "position": one.position,
            "max_points": one.max_points,
            "basis": one.basis,
        }
        for item, one in sheet.items.items()
    ]
    insert_new(connection, BasisRow, rows)


def keep_judgements(connection: Connection, sheet: Sheet, marks: Iterable[StoredMark]) -> None:
    """Store answers and what they come to, those that are new; in one order, so that two who do it don't wait for each other."""
    distinct = sorted({one.answer_id + one.basis: one for one in marks}.items())
    insert_new(connection, AnswerRow, [_answer(sheet, one) for _, one in distinct])
    insert_new(connection, JudgementRow, [_judgement(one) for _, one in distinct])


def keep_marks(connection: Connection, marks: Sequence[tuple[str, bytes]]) -> None:
    """Store which answers submissions give: pairs of a submission's id and an answer's."""
    if not marks:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO marks (submission_id, answer_id) VALUES (?, ?)", list(marks))
        return
    # One statement, however many there are.
    ids, answers = [list(column) for column in zip(*marks, strict=True)]
    connection.exec_driver_sql(
        "INSERT INTO marks (submission_id, answer_id) SELECT * FROM unnest(%s::text[], %s::bytea[])", (ids, answers)
    )


def insert_new(connection: Connection, table: type[Base], rows: Sequence[Mapping[str, Value]]) -> None:
    """Insert those rows whose key is new."""
    if rows:
        dialect = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name]
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), list(rows))


def _answer(sheet: Sheet, one: StoredMark) -> dict[str, Value]:
    return {
        "id": one.answer_id,
        "course_id": sheet.course,
        "rubric_id": sheet.rubric_id,
        "item": one.mark.item,
        "text": _storable(one.mark.answer),
    }


def _judgement(one: StoredMark) -> dict[str, Value]:
    mark = one.mark
    return {
        "answer_id": one.answer_id,
        "basis": one.basis,
        "verdict": mark.verdict.value,
        "points": str(mark.points),
        "pending": str(mark.pending),
        "attempt": mark.attempt,
        "attempts": mark.attempts,
        "group_key": bytes.fromhex(mark.group),
        "diagnosis": mark.diagnosis,
        "evidence": mark.evidence,
        "shown": mark.shown,
        "shown_key": hash_of(mark.shown),
    }


def _storable(text: str) -> str:
    """What every database can keep: PostgreSQL has no text with a zero, and a half of a character is none."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


# reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer comes to under one basis."""

    verdict: str
    points: str
    attempt: int | None
    shown: str
    shown_key: bytes


def judgements(
    connection: Connection, answers: Sequence[bytes], basis: Sequence[bytes]
) -> dict[tuple[bytes, bytes], Judgement]:
    """Those judgements of some answers that there are, by answer and basis."""
    row = JudgementRow
    found: dict[tuple[bytes, bytes], Judgement] = {}
    for start in range(0, len(answers), IDS_A_QUERY):
        query = select(row.answer_id, row.basis, row.verdict, row.points, row.attempt, row.shown, row.shown_key).where(
            row.answer_id.in_(answers[start : start + IDS_A_QUERY]), row.basis.in_(basis)
        )
        for answer, under, verdict, points, attempt, shown, shown_key in connection.execute(query):
            found[bytes(answer), bytes(under)] = Judgement(verdict, points, attempt, shown, bytes(shown_key))
    return found


def marks_of(connection: Connection, submissions: Sequence[str], items: Sequence[str]) -> list[tuple[str, str, bytes]]:
    """What submissions answer to some items: the submission, the item, the answer's id."""
    query = (
        select(MarkRow.submission_id, AnswerRow.item, MarkRow.answer_id)
        .join(AnswerRow, AnswerRow.id == MarkRow.answer_id)
        .where(MarkRow.submission_id.in_(submissions), AnswerRow.item.in_(items))
    )
    return [(submission, item, bytes(answer)) for submission, item, answer in connection.execute(query)]


def unjudged(connection: Connection, course: str, rubric_id: str, item: str, basis: bytes) -> list[str]:
    """For every answer to an item that was never judged under a basis, a submission that gives it."""
    judged = exists().where(JudgementRow.answer_id == AnswerRow.id, JudgementRow.basis == basis)
    query = (
        select(func.min(MarkRow.submission_id))
        .join(AnswerRow, AnswerRow.id == MarkRow.answer_id)
        .where(AnswerRow.course_id == course, AnswerRow.rubric_id == rubric_id, AnswerRow.item == item, ~judged)
        .group_by(AnswerRow.id)
    )
    return list(connection.scalars(query))
