"""The report as Gradescope's results file: one test a part.

Source of the shape: Gradescope's autograder documentation ("Output format").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from pydantic import BaseModel, ConfigDict

from fullmarks.report.as_text import part_as_text
from fullmarks.report.build import shown_points
from fullmarks.report.facts import total_sentence
from fullmarks.report.model import Report, ReportPart
from fullmarks.report.pending import pending_points
from fullmarks.report.released_keys import released_keys
from fullmarks.report.shown import shown
from fullmarks.report.student_view import student_view
from fullmarks.rubric.model import Part, Rubric

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
    """What nobody is shown: which rubric and engine gave the marks, to which submission, and what is still open."""

    rubric: str
    rubric_version: str | None = None
    engine: str | None = None
    submission: str | None = None
    created_at: str | None = None
    earlier_submissions: int = 0
    pending_points: float = 0


class GradescopeResults(GradescopeModel):
    """The whole file."""

    score: float
    output: str
    output_format: Literal["text"] = "text"
    visibility: Visibility = "visible"
    stdout_visibility: Visibility = "hidden"
    tests: tuple[GradescopeTest, ...] = ()
    extra_data: ExtraData | None = None


def remark(sentence: str, extra: ExtraData | None = None) -> GradescopeResults:
    """Results that say why there are none."""
    return GradescopeResults(score=0, output=sentence, extra_data=extra)


def as_gradescope(report: Report, rubric: Rubric, extra: ExtraData) -> GradescopeResults:
    """The results of a report, in its student's view, shown when the rubric says so.

    Parts that the report does not hold yet are named without points.
    """
    # What is not shown before the due date may hold what is not told before it.
    seen = student_view(report, released_keys(rubric, due_passed=rubric.release.verdicts != "at once"))
    visibility = VISIBILITY[rubric.release.verdicts]
    done = {part.id for part in seen.parts}
    waiting = (part for part in rubric.parts if part.id not in done)
    return GradescopeResults(
        score=report.score,
        output="".join(f"{line}\n" for line in _remarks(seen)),
        visibility=visibility,
        tests=(*(_test(part, visibility) for part in seen.parts), *(_waiting(part, visibility) for part in waiting)),
        extra_data=extra.model_copy(
            update={
                "rubric_version": report.rubric.version,
                "engine": report.engine,
                "submission": report.submission,
                "pending_points": float(pending_points(report)),
            }
        ),
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


def _waiting(part: Part, visibility: Visibility) -> GradescopeTest:
    worth = float(shown_points(sum((item.points for item in part.items if not item.optional), Fraction(0))))
    name = f"{part.id} {part.title}".strip()
    return GradescopeTest(
        name=name, number=part.id, score=0, max_score=worth, output="Not graded yet.", visibility=visibility
    )


def _remarks(report: Report) -> Iterator[str]:
    yield total_sentence(report)
    if report.not_graded:
        yield "What answers no part of this homework was not graded:"
        yield from (f"- {shown(piece.heading)} ({shown(piece.reason)})" for piece in report.not_graded)
