"""A report with the name of what it is about."""

from __future__ import annotations

from fullmarks.records import frozen
from fullmarks.report.model import Report


@frozen
class NamedReport:
    """``name`` is what whoever asks calls the submission, such as its file; the report itself never holds a path."""

    name: str
    report: Report
