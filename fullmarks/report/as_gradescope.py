"""The report as Gradescope's results file: one test a part.

Source of the shape: Gradescope's autograder documentation ("Output format").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from fullmarks.report.as_text import part_as_text, total_sentence
from fullmarks.report.model import Report, ReportPart
from fullmarks.report.student_view import student_view
from fullmarks.rubric.model import ReleasePolicy

Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]
VISIBILITY: Mapping[str, Visibility] = {"at once": "visible", "after due": "after_due_date", "never": "hidden"}
"""A rubric's release of verdicts, as Gradescope names it."""


class GradescopeModel(BaseModel):
    """Base of the results' parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GradescopeTest(GradescopeModel):
    """One part; ``number`` is its id. Gradescope derives from the score whether it is passed."""

    name: str
    number: str
    score: float
    max_score: float
    output: str
    output_format: Literal["text"] = "text"
    visibility: Visibility = "visible"


class ExtraData(GradescopeModel):
    """What nobody is shown: whence the marks come, and what is still open."""

    rubric: str | None = None
    rubric_version: str | None = None
    engine: str | None = None
    submission: str | None = None
    created_at: str | None = None
    earlier_submissions: int | None = None
    pending_points: float = 0


class GradescopeResults(GradescopeModel):
    """The whole file."""

    score: float
    output: str
    output_format: Literal["text"] = "text"
    visibility: Visibility = "visible"
    stdout_visibility: Visibility = "hidden"
    tests: tuple[GradescopeTest, ...]
    extra_data: ExtraData


def as_gradescope(report: Report, release: ReleasePolicy, extra: ExtraData) -> GradescopeResults:
    """The results of a report in its student's view, shown when the rubric says so."""
    seen = student_view(report)
    visibility = VISIBILITY[release.verdicts]
    return GradescopeResults(
        score=report.score,
        output="".join(f"{line}\n" for line in _remarks(seen)),
        visibility=visibility,
        tests=tuple(_test(part, visibility) for part in seen.parts),
        extra_data=extra,
    )


def _test(part: ReportPart, visibility: Visibility) -> GradescopeTest:
    return GradescopeTest(
        name=f"{part.id} {part.title}".strip(),
        number=part.id,
        score=part.score,
        max_score=part.max_score,
        output=part_as_text(part, width=90),
        visibility=visibility,
    )


def _remarks(report: Report) -> Iterator[str]:
    yield total_sentence(report)
    if report.not_graded:
        yield "What answers no part of this homework was not graded:"
        yield from (f"- {piece.heading} ({piece.reason})" for piece in report.not_graded)
