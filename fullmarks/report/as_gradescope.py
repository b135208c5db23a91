"""The report as Gradescope's results file: one test a part.

Source of the shape: Gradescope's autograder documentation ("Output format").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fullmarks.report.as_text import part_as_text
from fullmarks.report.build import shown_points
from fullmarks.report.facts import total_sentence, verdict_words
from fullmarks.report.model import Report, ReportPart
from fullmarks.report.pending import pending_points
from fullmarks.report.released_keys import released_keys
from fullmarks.report.shown import shown
from fullmarks.report.student_view import student_view
from fullmarks.rubric.model import Part, Rubric

Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]
Status = Literal["passed", "failed"]
UNFINISHED = "Grading was stopped before it was done. This is not your fault: please tell the course staff."
VISIBILITY: Mapping[str, Visibility] = {"at once": "visible", "after due": "after_due_date", "never": "hidden"}
"""A rubric's release of verdicts, as Gradescope names it."""


class GradescopeModel(BaseModel):
    """Base of the results' parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GradescopeTest(GradescopeModel):
    """One part; ``number`` is its id, ``tags`` are the verdicts on its items."""

    name: str
    number: str
    score: float
    max_score: float
    status: Status
    output: str
    output_format: Literal["text"] = "text"
    tags: tuple[str, ...] = ()
    visibility: Visibility = "visible"


class TriedBefore(GradescopeModel):
    """What was tried for one item up to and with this submission, so that the next one can tell a further try from a repeated one."""

    submissions: int = Field(ge=0, le=100_000)
    last: str = Field(max_length=64)


class ExtraData(GradescopeModel):
    """What nobody is shown: which rubric and engine gave the marks, to which submission, and what is still open."""

    rubric: str
    rubric_version: str | None = None
    engine: str | None = None
    submission: str | None = None
    created_at: str | None = None
    earlier_submissions: int = 0
    handed_in_by: int = 1
    tried: Mapping[str, TriedBefore] = {}
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


def as_gradescope(
    report: Report, rubric: Rubric, extra: ExtraData, before: tuple[GradescopeTest, ...] = ()
) -> GradescopeResults:
    """The results of a report, in its student's view, shown when the rubric says so.

    Parts that the report does not hold yet are named without points, and it is said that grading was stopped: it may be
    the last that anybody sees. ``before`` are the tests of its first parts, where they have been made.
    """
    # What is not shown before the due date may hold what is not told before it.
    seen = student_view(report, released_keys(rubric, due_passed=rubric.release.verdicts != "at once"))
    visibility = VISIBILITY[rubric.release.verdicts]
    done = {part.id for part in seen.parts}
    waiting = tuple(part for part in rubric.parts if part.id not in done)
    return GradescopeResults(
        score=report.score,
        output="".join(f"{line}\n" for line in ((UNFINISHED,) if waiting else _remarks(seen))),
        visibility=visibility,
        tests=(
            *before,
            *(_test(part, visibility) for part in seen.parts[len(before) :]),
            *(_waiting(part, visibility) for part in waiting),
        ),
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
        status="passed" if part.score >= part.max_score else "failed",
        output=part_as_text(part, width=90),
        visibility=visibility,
        tags=tuple(dict.fromkeys(_verdicts(part))),
    )


def _verdicts(part: ReportPart) -> Iterator[str]:
    """Those of the attempt that counts, in words; of a part that nothing answers, of its only one."""
    counted = next((one for one in part.attempts if one.attempt == part.counted_attempt), part.attempts[0])
    return (verdict_words(item) for item in counted.items)


def _waiting(part: Part, visibility: Visibility) -> GradescopeTest:
    worth = float(shown_points(sum((item.points for item in part.items if not item.optional), Fraction(0))))
    name = f"{part.id} {part.title}".strip()
    return GradescopeTest(
        name=name,
        number=part.id,
        score=0,
        max_score=worth,
        status="failed",
        output="Not graded yet.",
        visibility=visibility,
    )


def _remarks(report: Report) -> Iterator[str]:
    yield total_sentence(report)
    if report.not_graded:
        yield "What answers no part of this homework was not graded:"
        yield from (f"- {shown(piece.heading)} ({shown(piece.reason)})" for piece in report.not_graded)
