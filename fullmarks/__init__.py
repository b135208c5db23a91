"""Marks mathematical homework: reads answers, decides equality with evidence, explains what is wrong.

    >>> from fullmarks import check
    >>> check("2 c d_out^2", "c*d_out**2*2").verdict.value
    'correct'

Importing this loads next to nothing; the engine is fetched by the first call.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from fullmarks.grade.check_answer import CheckResult, KeyValue, OptionValue
    from fullmarks.report.model import Report
    from fullmarks.rubric.model import Rubric
    from fullmarks.submission import Submission

__all__ = ["check", "grade", "load_rubric"]

# The package grade has the name of a function below. Python binds a package to its parent's attribute once, when it
# is first loaded: here, before the function takes the name.
import_module("fullmarks.grade")


def load_rubric(path: Path | str) -> Rubric:
    """The rubric in a YAML file; raises RubricError with all its mistakes by line and column."""
    from fullmarks.rubric.load import load_rubric as load

    return load(path)


def grade(rubric: Rubric | Path | str, submission: Submission | Mapping[str, object] | str) -> Report:
    """Grade one submission.

    ``rubric`` is a loaded one or the path of its file. ``submission`` is one that was parsed, the object that the HTTP
    interface takes (``{"answers": …}``, ``{"messages": …}`` or ``{"document": …}``), or the text of a document. Raises
    RubricError or SubmissionError; no answer raises anything.
    """
    from fullmarks.report.grade_submission import grade_submission

    return grade_submission(rubric, submission)


def check(
    key: KeyValue,
    answer: object,
    *,
    checker: str = "auto",
    symbols: Mapping[str, str] | None = None,
    prose: bool = False,
    **options: OptionValue,
) -> CheckResult:
    """Check one answer against one key, both in any spelling.

    ``checker`` is a kind of checker, by default the one that the key's form asks for. ``symbols`` maps names to domains
    (``{"n": "positive integer"}``); without it the key's own are real. With ``prose`` the answer is a text that holds
    the final answer somewhere. ``options`` are the checker's: ``relative``, ``absolute``, ``significant_figures``,
    ``decimal_places``, ``form``, ``target``, ``ordered``, ``up_to``. Raises UnusableKeyError for a key, symbols or
    options that cannot be used; no answer raises anything.
    """
    from fullmarks.grade.check_answer import check_answer

    return check_answer(key, answer, checker=checker, symbols=symbols, prose=prose, options=options)
