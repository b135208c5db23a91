"""The report as its student may see it: verdicts, readings and feedback, nothing that gives a key away before the rubric does."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fullmarks.outcome import Verdict
from fullmarks.report.model import Report, ReportAttempt, ReportItem, ReportPart

NO_KEYS: Mapping[str, str] = MappingProxyType({})


def student_view(report: Report, keys: Mapping[str, str] = NO_KEYS) -> Report:
    """The same report without what is for staff.

    Left out are notes, values at a counterexample (one of them is the key's) and the details of a diagnosis (the factor
    by which an answer is wrong, with the answer, is the key). ``keys`` are those that the rubric releases by now, by their
    items: the feedback to an answer that is not the key then says it.
    """
    return report.model_copy(update={"parts": tuple(_part(part, keys) for part in report.parts)})


def _part(part: ReportPart, keys: Mapping[str, str]) -> ReportPart:
    return part.model_copy(update={"attempts": tuple(_attempt(attempt, keys) for attempt in part.attempts)})


def _attempt(attempt: ReportAttempt, keys: Mapping[str, str]) -> ReportAttempt:
    return attempt.model_copy(update={"items": tuple(_item(item, keys.get(item.id)) for item in attempt.items)})


def _item(item: ReportItem, key: str | None) -> ReportItem:
    evidence = item.evidence.model_copy(update={"values": None, "note": None})
    diagnosis = item.diagnosis.model_copy(update={"detail": {}}) if item.diagnosis else None
    feedback = item.feedback
    if key is not None and (item.verdict is not Verdict.CORRECT or item.diagnosis is not None):
        feedback = f"{feedback} The key is: {key}"
    return item.model_copy(
        update={"evidence": evidence, "diagnosis": diagnosis, "staff_note": None, "feedback": feedback}
    )
