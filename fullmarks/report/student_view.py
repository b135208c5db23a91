"""The report as its student may see it: verdicts, readings and feedback, nothing that gives a key away."""

from __future__ import annotations

from fullmarks.report.model import Report, ReportAttempt, ReportItem, ReportPart


def student_view(report: Report) -> Report:
    """The same report without what is for staff.

    Left out are notes, values at a counterexample (one of them is the key's) and the details of a diagnosis (the factor
    by which an answer is wrong, with the answer, is the key).
    """
    return report.model_copy(update={"parts": tuple(_part(part) for part in report.parts)})


def _part(part: ReportPart) -> ReportPart:
    return part.model_copy(update={"attempts": tuple(_attempt(attempt) for attempt in part.attempts)})


def _attempt(attempt: ReportAttempt) -> ReportAttempt:
    return attempt.model_copy(update={"items": tuple(_item(item) for item in attempt.items)})


def _item(item: ReportItem) -> ReportItem:
    evidence = item.evidence.model_copy(update={"values": None, "note": None})
    diagnosis = item.diagnosis.model_copy(update={"detail": {}}) if item.diagnosis else None
    return item.model_copy(update={"evidence": evidence, "diagnosis": diagnosis, "staff_note": None})
