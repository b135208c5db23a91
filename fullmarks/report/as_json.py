"""The report as JSON: one line, the same bytes for the same report."""

from __future__ import annotations

from fullmarks.report.model import Report


def as_json(report: Report) -> str:
    """One line without its end."""
    return report.model_dump_json()
