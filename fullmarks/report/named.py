"""A report with the name of what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from fullmarks.report.model import Report


@dataclass(frozen=True, slots=True)
class NamedReport:
    """``name`` is what whoever asks calls the submission, such as its file; the report itself never holds a path."""

    name: str
    report: Report
