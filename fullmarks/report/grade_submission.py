"""Grading in one call, from what a caller has at hand to the report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fullmarks.find.submissions import from_json_text, from_text, parse_submission
from fullmarks.grade.grade import mark
from fullmarks.regex import regex
from fullmarks.report.build import build
from fullmarks.report.model import Report
from fullmarks.rubric.load import load_rubric
from fullmarks.rubric.model import Rubric
from fullmarks.submission import Submission

JSON_START = regex(r'\s*(?:\{\s*"|\[\s*\{)')


def grade_submission(rubric: Rubric | Path | str, submission: Submission | Mapping[str, object] | str) -> Report:
    """The report; raises RubricError or SubmissionError."""
    loaded = rubric if isinstance(rubric, Rubric) else load_rubric(rubric)
    return build(mark(loaded, _parsed(submission, loaded)), loaded)


def looks_like_json(text: str) -> bool:
    """Whether a text is meant as JSON, where nothing else says what it is: no document starts like this."""
    return JSON_START.match(text) is not None


def _parsed(submission: Submission | Mapping[str, object] | str, rubric: Rubric) -> Submission:
    if isinstance(submission, Submission):
        return submission
    if isinstance(submission, str):
        return from_json_text(submission, rubric.sought) if looks_like_json(submission) else from_text(submission)
    return parse_submission(submission, rubric.sought)
