"""The report as others see it, schema ``fullmarks/report@1``: the shape is fixed, and pinned by golden files.

Points are numbers rounded to 4 decimals. All fields are always present; what there is nothing to say about is null.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.outcome import Verdict
from fullmarks.report.encodable import EncodableText

Points = int | float
"""A number of points, rounded to 4 decimals; whole ones are integers."""


class ReportModel(BaseModel):
    """Base of the report's parts: frozen, nothing unknown."""

    # The outermost model builds all others with it.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class RubricName(ReportModel):
    """Which rubric was applied; ``version`` is the hash of its meaning."""

    id: EncodableText
    version: EncodableText


class ReadAs(ReportModel):
    """How an answer was read, written back."""

    latex: EncodableText
    text: EncodableText

    def __str__(self) -> str:
        return self.text


class ReportSpan(ReportModel):
    """Code points, half open, in the message's content, the document or the answer string as handed in."""

    start: int
    end: int


class ReportEvidence(ReportModel):
    """How the verdict is known. ``values`` (the answer's, then the key's) and ``note`` are for staff."""

    kind: EvidenceKind
    at: dict[EncodableText, EncodableText] | None
    values: tuple[EncodableText, EncodableText] | None
    points: int | None
    bits: int | None
    note: EncodableText | None


class ReportDiagnosis(ReportModel):
    """Why the answer is wrong, by a stable code; ``detail`` is for programs and staff."""

    code: EncodableText
    detail: dict[EncodableText, EncodableText | int]


class ReportEntry(ReportModel):
    """One entry of a matrix, tuple or list; ``place`` counts from 1, row before column."""

    place: tuple[int, ...]
    verdict: Verdict
    answer: EncodableText


class ReportItem(ReportModel):
    """One item in one attempt. ``points`` are what the answer earns by itself, before what further attempts cost."""

    id: EncodableText
    verdict: Verdict
    points: Points
    max_points: Points
    answer: EncodableText | None
    read_as: ReadAs | None
    span: ReportSpan | None
    evidence: ReportEvidence
    diagnosis: ReportDiagnosis | None
    pending_points: Points
    feedback: EncodableText
    staff_note: EncodableText | None
    entries: tuple[ReportEntry, ...] | None


class ReportAttempt(ReportModel):
    """One try at a part; ``turn`` is the 0-based index of the chat message, null elsewhere."""

    attempt: int
    turn: int | None
    items: tuple[ReportItem, ...]


class ReportPart(ReportModel):
    """One part of the rubric; ``counted_attempt`` is null where nothing answers it."""

    id: EncodableText
    title: EncodableText
    score: Points
    max_score: Points
    counted_attempt: int | None
    attempts: tuple[ReportAttempt, ...]


class ReportNotGraded(ReportModel):
    """A piece of the submission that answers no part of the rubric."""

    turn: int | None
    span: ReportSpan
    heading: EncodableText
    reason: EncodableText


class Report(ReportModel):
    """What became of one submission."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    # Spelt with an underscore because Pydantic's base class has a method called schema.
    schema_: Literal["fullmarks/report@1"] = Field("fullmarks/report@1", alias="schema")
    rubric: RubricName
    engine: EncodableText
    submission: EncodableText
    score: Points
    max_score: Points
    parts: tuple[ReportPart, ...]
    not_graded: tuple[ReportNotGraded, ...]
