"""Reports by submission, rubric version and engine version: kept whole, or as what differs from an earlier one.

Every grading that a submission ever had stays. The one that counts is that of the version which its row names.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, and_, insert, select, tuple_

from fullmarks.report.cases import shown_items
from fullmarks.report.model import Report, ReportItem, RubricName
from fullmarks.report.patch import ItemPatch, Patch, patched
from store.mark_tables import JudgementRow
from store.marks import NOTHING_KNOWN, Known, Sheet, StoredMark, keep_judgements, keep_marks, keep_sheet
from store.tables import ReportRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What came of one grading; ``body`` is the report as JSON, ``total`` its parts added up, as an exact fraction."""

    engine_version: str
    score: float
    max_score: float
    body: str
    total: str | None = None
    sheet: Sheet | None = None
    marks: tuple[StoredMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Grading:
    """A report with the submission and the version of its rubric that it is about."""

    submission_id: str
    rubric_version: str
    report: StoredReport


def keep(connection: Connection, gradings: Sequence[Grading], now: datetime, known: Known = NOTHING_KNOWN) -> Known:
    """Store first reports of submissions with their marks; what is known to be stored is not sent again.

    What is stored by it now: the caller may take it for known once the transaction is committed.
    """
    if not gradings:
        return NOTHING_KNOWN
    connection.execute(insert(ReportRow), [_row(one, now) for one in gradings])
    fresh = _keep_judgements(connection, gradings, known)
    keep_marks(connection, [(one.submission_id, mark.answer_id) for one in gradings for mark in one.report.marks])
    return fresh


def _row(one: Grading, now: datetime) -> dict[str, str | float | datetime | None]:
    return {
        "submission_id": one.submission_id,
        "rubric_version": one.rubric_version,
        "engine_version": one.report.engine_version,
        "score": one.report.score,
        "max_score": one.report.max_score,
        "body": one.report.body,
        "total": one.report.total,
        "graded_at": now,
    }


def _keep_judgements(connection: Connection, gradings: Sequence[Grading], known: Known) -> Known:
    new: dict[int, tuple[Sheet, list[StoredMark]]] = {}
    fresh: set[bytes] = set()
    for one in gradings:
        sheet = one.report.sheet
        if sheet is None:
            continue
        for mark in one.report.marks:
            name = mark.answer_id + mark.basis
            if name not in known and name not in fresh:
                fresh.add(name)
                new.setdefault(id(sheet), (sheet, []))[1].append(mark)
    for sheet, marks in new.values():
        keep_sheet(connection, sheet)
        keep_judgements(connection, sheet, marks)
    return frozenset(fresh)


# serving

REPORT_THAT_COUNTS = and_(
    ReportRow.submission_id == SubmissionRow.id,
    ReportRow.rubric_version == SubmissionRow.rubric_version,
    ReportRow.engine_version == SubmissionRow.engine_version,
)


@dataclass(frozen=True, slots=True)
class PastGrading:
    """One grading of a submission, without its report."""

    rubric_version: str
    engine_version: str
    score: float
    max_score: float
    graded_at: datetime


def gradings(connection: Connection, submission_id: str) -> Sequence[PastGrading]:
    """Every grading that a submission ever had, the first one first."""
    row = ReportRow
    query = select(row.rubric_version, row.engine_version, row.score, row.max_score, row.graded_at)
    query = query.where(row.submission_id == submission_id).order_by(row.graded_at, row.rubric_version)
    return [PastGrading(*found) for found in connection.execute(query)]


def reports(connection: Connection, submission_id: str) -> Sequence[str]:
    """Every report that a submission ever had, as JSON, in the same order."""
    query = (
        select(ReportRow, SubmissionRow.rubric_id)
        .join(SubmissionRow, ReportRow.submission_id == SubmissionRow.id)
        .where(ReportRow.submission_id == submission_id)
        .order_by(ReportRow.graded_at, ReportRow.rubric_version)
    )
    return [_text(connection, row) for row in connection.execute(query).all()]


def counted_report(connection: Connection, submission_id: str) -> str | None:
    """The report that counts for a submission, with what people decided, as JSON; None if it has none."""
    query = (
        select(ReportRow, SubmissionRow.rubric_id, SubmissionRow.reviews)
        .join(SubmissionRow, REPORT_THAT_COUNTS)
        .where(SubmissionRow.id == submission_id)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    text = _text(connection, row)
    if row.reviews is None:
        return text
    return patched(Report.model_validate_json(text), Patch.model_validate_json(row.reviews), {}).model_dump_json()


def report_under(connection: Connection, submission_id: str, rubric_version: str, engine_version: str) -> str | None:
    """The report that a grading gave, without what people decided since; None if there was no such grading."""
    query = (
        select(ReportRow, SubmissionRow.rubric_id)
        .join(SubmissionRow, ReportRow.submission_id == SubmissionRow.id)
        .where(
            SubmissionRow.id == submission_id,
            ReportRow.rubric_version == rubric_version,
            ReportRow.engine_version == engine_version,
        )
    )
    row = connection.execute(query).one_or_none()
    return _text(connection, row) if row else None


def _text(connection: Connection, row: Row) -> str:
    """The bytes that grading under the row's version gives."""
    if row.body is not None:
        return row.body
    base = connection.scalar(
        select(ReportRow.body).where(
            ReportRow.submission_id == row.submission_id,
            ReportRow.rubric_version == row.base_rubric_version,
            ReportRow.engine_version == row.base_engine_version,
        )
    )
    if base is None:
        raise LookupError(f"The report of {row.submission_id} that a later one stands on is gone.")
    if row.patch is None:
        return _with_head(base, row)
    patch = Patch.model_validate_json(row.patch)
    report = patched(Report.model_validate_json(base), patch, _shown(connection, patch.items))
    name = RubricName(id=row.rubric_id, version=row.rubric_version)
    return report.model_copy(update={"rubric": name, "engine": row.engine_version}).model_dump_json()


def _shown(connection: Connection, items: Sequence[ItemPatch]) -> dict[str, tuple[ReportItem, ...]]:
    names = {(bytes.fromhex(one.answer), bytes.fromhex(one.basis)): one.id for one in items}
    row = JudgementRow
    query = select(row.answer_id, row.basis, row.shown).where(tuple_(row.answer_id, row.basis).in_(list(names)))
    found = {
        names[bytes(answer), bytes(basis)]: shown_items(shown) for answer, basis, shown in connection.execute(query)
    }
    if len(found) != len(names):
        raise LookupError("Judgements that a report stands on are gone.")
    return found


def _with_head(base: str, row: Row) -> str:
    """The same report under another version: the head is all that differs."""
    old = _head(row.rubric_id, row.base_rubric_version, row.base_engine_version)
    if not base.startswith(old):
        raise LookupError(f"The report of {row.submission_id} does not begin as it must.")
    return _head(row.rubric_id, row.rubric_version, row.engine_version) + base[len(old) :]


def _head(rubric_id: str, rubric_version: str, engine_version: str) -> str:
    name = RubricName(id=rubric_id, version=rubric_version).model_dump_json()
    return f'{{"schema":"fullmarks/report@1","rubric":{name},"engine":{json.dumps(engine_version)},"submission":'


# regrading


@dataclass(frozen=True, slots=True)
class Counting:
    """What a regrade needs of the report that counts, but for its body."""

    submission_id: str
    score: float
    total: str | None
    patch: str | None


def counting(connection: Connection, ids: Sequence[str], rubric_version: str, engine_version: str) -> list[Counting]:
    """Of those of the submissions that still count under these versions."""
    query = (
        select(ReportRow.submission_id, ReportRow.score, ReportRow.total, ReportRow.patch)
        .join(SubmissionRow, REPORT_THAT_COUNTS)
        .where(
            SubmissionRow.id.in_(ids),
            SubmissionRow.rubric_version == rubric_version,
            SubmissionRow.engine_version == engine_version,
        )
        .order_by(ReportRow.submission_id)
    )
    return [Counting(*row) for row in connection.execute(query)]
