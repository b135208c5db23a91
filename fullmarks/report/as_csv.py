"""Reports as a table for spreadsheets: one row an item, with the result that counts.

The form is RFC 4180's. A spreadsheet takes a cell for a formula that begins like one, whoever wrote it. Such a cell gets a ``'`` in front,
and so does one that begins with ``'`` itself: who takes one ``'`` away from the front of each cell has the texts as they were.
Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from fullmarks.report.model import Points, ReportAttempt, ReportItem, ReportPart
from fullmarks.report.named import NamedReport
from fullmarks.report.shown import shown
from fullmarks.report.standing import counted_in
from fullmarks.rubric.model import AttemptPolicy

COLUMNS = (
    *("submission", "item", "verdict", "points", "max_points", "pending_points", "attempt", "turn"),
    *("part", "part_score", "part_max_score"),
    *("answer", "read_as", "evidence", "diagnosis", "feedback", "staff_note"),
    *("rubric", "rubric_version", "engine", "submission_hash"),
)
LONGEST_CELL = 32_000
"""Characters of a cell; spreadsheets take 32,767."""
# Also behind white space, and in the wide forms that some spreadsheets take for the narrow ones.
_LIKE_A_FORMULA = re.compile(r"\s*['=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")

Cell = str | Points


def header() -> str:
    """The first line, with its end."""
    return _line(COLUMNS)


def as_csv(named: NamedReport, policy: AttemptPolicy) -> str:
    """The rows of one report, each with its end; ``policy`` is the rubric's, by which the report was made."""
    return "".join(_line(row) for part in named.report.parts for row in _rows(part, named, policy))


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula, that hides nothing and fits into a cell."""
    safe = shown(text)
    if _LIKE_A_FORMULA.match(safe) and not _NUMBER.fullmatch(safe):
        safe = f"'{safe}"
    return safe if len(safe) <= LONGEST_CELL else f"{safe[: LONGEST_CELL - 1]}…"


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


def _line(cells: Iterable[Cell]) -> str:
    line = StringIO()
    # Quotes around every text: no comma, semicolon or line end in one is taken for the end of a cell.
    writer = csv.writer(line, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([cell(one) if isinstance(one, str) else one for one in cells])
    return line.getvalue()
