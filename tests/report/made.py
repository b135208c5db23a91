"""One small report that has something of everything, made by hand."""

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.outcome import Verdict
from fullmarks.report.model import (
    ReadAs,
    Report,
    ReportAttempt,
    ReportDiagnosis,
    ReportEntry,
    ReportEvidence,
    ReportItem,
    ReportNotGraded,
    ReportPart,
    ReportSpan,
    RubricName,
)


def evidence(kind="none", **more):
    facts = {"at": None, "values": None, "points": None, "bits": None, "note": None, **more}
    return ReportEvidence(kind=EvidenceKind(kind), **facts)


def item(name, verdict, points=0, answer=None, **more):
    open_points = 1 if verdict in ("unreadable", "needs_review") else 0
    facts = {
        "max_points": 1,
        "read_as": None,
        "span": ReportSpan(start=0, end=len(answer)) if answer else None,
        "evidence": evidence(),
        "diagnosis": None,
        "pending_points": open_points,
        "feedback": f"About {name}.",
        "staff_note": None,
        "entries": None,
        **more,
    }
    return ReportItem(id=name, verdict=Verdict(verdict), points=points, answer=answer, **facts)


def made_wrong_item():
    """Wrong by a factor, with all that staff may see."""
    return item(
        "1a.runtime",
        "partial",
        0.5,
        "$c d$",
        read_as=ReadAs(latex="c d", text="c*d"),
        evidence=evidence("exact", at={"c": "1", "d": "2"}, values=("2", "4"), note="By its coefficients."),
        diagnosis=ReportDiagnosis(code="constant_factor", detail={"factor": "1/2"}),
        staff_note="Half of the key 2 c d.",
    )


def made_report():
    """A part with two attempts, a part that nobody could read, and a part that nothing answers."""
    wrong_item = made_wrong_item()
    right = item("1a.runtime", "correct", 1, "2cd", evidence=evidence("identical"), feedback="Right.")
    left_out = item("1a.why", "missing", feedback="No answer was found.")
    entries = tuple(
        ReportEntry(place=(1, column), verdict=Verdict(verdict), answer=str(column))
        for column, verdict in enumerate(("correct", "incorrect"), 1)
    )
    reason = item(
        "1a.why", "incorrect", 0, "[1, 2]", evidence=evidence("counterexample", at={"x": "2"}), entries=entries
    )
    return Report(
        rubric=RubricName(id="demo", version="0123456789abcdef"),
        engine="fullmarks 0.1.0",
        submission="5e1f",
        score=1,
        max_score=4,
        parts=(
            ReportPart(
                id="1a",
                title="Cost",
                score=1,
                max_score=2,
                counted_attempt=2,
                attempts=(
                    ReportAttempt(attempt=1, turn=1, items=(wrong_item, reason)),
                    ReportAttempt(attempt=2, turn=3, items=(right, left_out)),
                ),
            ),
            ReportPart(
                id="1b",
                title="",
                score=0,
                max_score=1,
                counted_attempt=1,
                attempts=(ReportAttempt(attempt=1, turn=5, items=(item("1b.y", "unreadable", 0, "(("),)),),
            ),
            ReportPart(
                id="2",
                title="Why",
                score=0,
                max_score=1,
                counted_attempt=None,
                attempts=(
                    ReportAttempt(
                        attempt=1, turn=None, items=(item("2.why", "missing", feedback="No answer was found."),)
                    ),
                ),
            ),
        ),
        not_graded=(
            ReportNotGraded(
                turn=7, span=ReportSpan(start=0, end=9), heading="Question 9", reason="no part has this name"
            ),
        ),
    )
