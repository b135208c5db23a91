"""The job of grading again: a line of a results file goes in, what changes and the new line come out."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from pydantic import ValidationError

from fullmarks.cli.batch.grading import memory
from fullmarks.cli.batch.job import JobModel
from fullmarks.cli.results import Result
from fullmarks.errors import SubmissionError
from fullmarks.report.changes import Regraded, regraded
from fullmarks.report.regrader import Regrader
from fullmarks.rubric.load import load_rubric_text

PREPARE = f"{__name__}:prepared"


class RegradingOrder(JobModel):
    """From which rubric to which; ``lines``: the new lines are wanted as well."""

    old_file: str
    old_source: str
    new_file: str
    new_source: str
    lines: bool


class RegradedLine(JobModel):
    """What became of a line: what changes, or why the new rubric cannot take the submission; ``is_bad``: it is none of ours."""

    name: str = ""
    why: str = ""
    is_bad: bool = False
    change: Regraded | None = None
    line: str = ""


def prepared(order: str) -> Callable[[str], str]:
    """The job as a process of a pool knows it."""
    return Regrading(RegradingOrder.model_validate_json(order))


class Regrading:
    """Regrades one result after the other."""

    def __init__(self, order: RegradingOrder) -> None:
        self._old = load_rubric_text(order.old_source, order.old_file)
        self._new = load_rubric_text(order.new_source, order.new_file)
        self._lines = order.lines
        self._regrader = Regrader(self._old, self._new, memory())

    def __call__(self, piece: str) -> str:
        return self._regraded(piece).model_dump_json()

    def _regraded(self, piece: str) -> RegradedLine:
        try:
            result = Result.model_validate_json(piece)
        except ValidationError:  # told with its place by who knows that
            return RegradedLine(is_bad=True)
        name, before = result.handed_in.name, result.report
        try:
            after = self._regrader(result.handed_in.submission(self._new), before)
        except SubmissionError as error:
            return RegradedLine(name=name, why=error.sentence)
        except Exception:  # noqa: BLE001 - a mistake of ours costs one submission; it is shown and decides the exit status
            return RegradedLine(name=name, why=f"not graded, through a mistake in Fullmarks:\n{traceback.format_exc()}")
        change = regraded(name, before, after, self._old, self._new)
        line = Result(handed_in=result.handed_in, report=after).model_dump_json() if self._lines else ""
        return RegradedLine(name=name, change=change, line=line)
