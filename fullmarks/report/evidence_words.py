"""How a verdict is known, in a few plain words."""

from __future__ import annotations

from fullmarks.checkers.outcome import Verdict
from fullmarks.compare.comparison import EvidenceKind
from fullmarks.report.model import ReportEvidence


def evidence_words(evidence: ReportEvidence, verdict: Verdict) -> str:
    """For example ``different at x = 2``; empty where nothing was compared."""
    at = ", ".join(f"{name} = {value}" for name, value in (evidence.at or {}).items())
    place = f" at {at}" if at else ""
    values = f" ({evidence.values[0]} is not {evidence.values[1]})" if evidence.values else ""
    return {
        EvidenceKind.IDENTICAL: "written the same",
        EvidenceKind.EXACT: f"{_compared(verdict)} by exact arithmetic{place}{values}",
        EvidenceKind.COUNTEREXAMPLE: f"different{place}{values}",
        EvidenceKind.AGREED: f"equal at {evidence.points} points to {evidence.bits} bits",
        EvidenceKind.PROVED: "proved equal",
        EvidenceKind.UNDECIDED: "undecided",
        EvidenceKind.TOLERANCE: "inside what is allowed" if verdict is Verdict.CORRECT else "outside what is allowed",
        EvidenceKind.PHRASES: "by its words",
        EvidenceKind.CHOICE: "by the option chosen",
        EvidenceKind.PERSON: "a person's decision",
        EvidenceKind.NONE: "",
    }[evidence.kind]


def _compared(verdict: Verdict) -> str:
    return "equal" if verdict is Verdict.CORRECT else "different"
