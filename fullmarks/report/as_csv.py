"""Reports as a table for spreadsheets: one row an item, with the result that counts."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.report.cells import Cell, line
from fullmarks.report.model import ReportAttempt, ReportItem, ReportPart
from fullmarks.report.named import NamedReport
from fullmarks.report.standing import counted_in
from fullmarks.rubric.model import AttemptPolicy

COLUMNS = (
    *("submission", "item", "verdict", "points", "max_points", "pending_points", "attempt", "turn"),
    *("part", "part_score", "part_max_score"),
    *("answer", "read_as", "evidence", "diagnosis", "feedback", "staff_note"),
    *("rubric", "rubric_version", "engine", "submission_hash"),
)


def header() -> str:
    """The first line, with its end."""
    return line(COLUMNS)


def as_csv(named: NamedReport, policy: AttemptPolicy) -> str:
    """The rows of one report, each with its end; ``policy`` is the rubric's, by which the report was made."""
    return "".join(line(row) for part in named.report.parts for row in _rows(part, named, policy))


def _rows(part: ReportPart, named: NamedReport, policy: AttemptPolicy) -> Iterator[tuple[Cell, ...]]:
    report = named.report
    whole = (report.rubric.id, report.rubric.version, report.engine, report.submission)
    for attempt, item in counted_in(part, policy):
        yield named.name, *_result(item, attempt), part.id, part.score, part.max_score, *_words(item), *whole


def _result(item: ReportItem, attempt: ReportAttempt) -> Iterator[Cell]:
    yield from (item.id, item.verdict.value, item.points, item.max_points, item.pending_points)
    yield from (attempt.attempt, "" if attempt.turn is None else attempt.turn)


def _words(item: ReportItem) -> Iterator[Cell]:
    yield item.answer or ""
    yield item.read_as.text if item.read_as else ""
    yield item.evidence.kind.value
    yield item.diagnosis.code if item.diagnosis else ""
    yield item.feedback
    yield item.staff_note or ""
