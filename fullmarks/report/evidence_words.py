"""How a verdict is known, in a few plain words."""

from __future__ import annotations

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.outcome import Verdict
from fullmarks.report.model import ReportEvidence


def evidence_words(evidence: ReportEvidence, verdict: Verdict) -> str:
    """For example ``different at x = 2``; empty where nothing was compared."""
    at = tuple((evidence.at or {}).items())
    return outcome_words(Evidence(evidence.kind, at, evidence.values, evidence.points, evidence.bits), verdict)


def outcome_words(evidence: Evidence, verdict: Verdict) -> str:
    """The same for evidence that is in no report."""
    at = ", ".join(f"{name} = {value}" for name, value in evidence.at)
    place = f" at {at}" if at else ""
    values = f" ({evidence.values[0]} is not {evidence.values[1]})" if evidence.values else ""
    sharpness = f" to {evidence.bits} bits" if evidence.bits else ", each in exact arithmetic"
    is_right = verdict is Verdict.CORRECT
    return {
        EvidenceKind.IDENTICAL: "written the same" if is_right else "",
        EvidenceKind.EXACT: f"{'equal' if is_right else 'different'} by exact arithmetic{place}{values}",
        EvidenceKind.COUNTEREXAMPLE: f"different{place}{values}",
        EvidenceKind.AGREED: f"equal at {evidence.points} points{sharpness}",
        EvidenceKind.PROVED: "proved equal",
        EvidenceKind.UNDECIDED: "undecided",
        EvidenceKind.TOLERANCE: "inside what is allowed" if is_right else "outside what is allowed",
        EvidenceKind.PHRASES: "by its words",
        EvidenceKind.CHOICE: "by the option chosen",
        EvidenceKind.PERSON: "a person's decision",
        EvidenceKind.NONE: "",
    }[evidence.kind]
