"""The job of grading: a submission as it was handed in goes in, its result and its report as it is to be shown come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from fullmarks.cli.batch.job import JobModel
from fullmarks.cli.batch.recent import Recent
from fullmarks.cli.handed_in import HandedIn
from fullmarks.cli.printing import Style, printed
from fullmarks.cli.results import Result
from fullmarks.cli.status import Status
from fullmarks.errors import SubmissionError
from fullmarks.report.grader import Grader, Memory
from fullmarks.report.model import Report
from fullmarks.report.named import NamedReport
from fullmarks.report.pending import pending_points
from fullmarks.report.shown import shown
from fullmarks.report.student_view import student_view
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric

PREPARE = f"{__name__}:prepared"
Output = Literal["result", "shown", "page", "report"]
MOST_REMEMBERED = 8_000
"""Judgements, and as many marks of whole parts and places in reports, that a process remembers."""


class GradingOrder(JobModel):
    """By which rubric, and what is wanted of each grading."""

    rubric_file: str
    rubric_source: str
    only: tuple[str, ...] = ()
    style: Style = Style()
    outputs: tuple[Output, ...]
    remember: bool = True


class Graded(JobModel):
    """What came of a submission; of the texts those that were ordered, else empty.

    ``result`` is its line in a results file, ``shown`` and ``page`` its report in the order's style and as a page, ``report`` the
    report in that view as JSON.
    """

    name: str
    status: Status = Status.DONE
    why: str = ""
    score: float = 0
    max_score: float = 0
    pending: float = 0
    result: str = ""
    shown: str = ""
    page: str = ""
    report: str = ""

    def line(self) -> str:
        """All of it in one line. The result stands behind the rest as it is, since it is long and JSON already."""
        return f"{self.model_copy(update={'result': ''}).model_dump_json()}{_BETWEEN}{self.result}"


_BETWEEN = "\t"
"""Within JSON it is written otherwise."""


def graded_of(line: str) -> Graded:
    """What ``Graded.line`` wrote."""
    rest, _, result = line.partition(_BETWEEN)
    return Graded.model_validate_json(rest).model_copy(update={"result": result})


def memory() -> Memory:
    """What a process remembers, bounded."""
    return Memory(Recent(MOST_REMEMBERED), Recent(MOST_REMEMBERED), Recent(MOST_REMEMBERED), Recent(MOST_REMEMBERED))


def prepared(order: str) -> Callable[[str], str]:
    """The job as a process of a pool knows it."""
    told = GradingOrder.model_validate_json(order)
    return Grading(told, load_rubric_text(told.rubric_source, told.rubric_file))


class Grading:
    """Grades one submission after the other by the order's rubric, which is there already where it was asked for by its file."""

    def __init__(self, order: GradingOrder, rubric: Rubric) -> None:
        self._order = order
        self._rubric = rubric
        remembered = memory() if order.remember else None
        self._grader = Grader(self._rubric, remembered, order.only)

    def __call__(self, piece: str) -> str:
        handed_in = HandedIn.model_validate_json(piece)
        try:
            report = self._grader(handed_in.submission(self._rubric))
            return graded(handed_in, report, self._order, self._rubric).line()
        except SubmissionError as error:
            return not_gradable(handed_in.name, error).line()
        except Exception:  # noqa: BLE001 - a mistake of ours costs one submission; it is shown and decides the exit status
            import traceback

            why = f"not graded, through a mistake in Fullmarks:\n{traceback.format_exc()}"
            return Graded(name=handed_in.name, status=Status.FAILED, why=why).line()


def graded(handed_in: HandedIn, report: Report, order: GradingOrder, rubric: Rubric) -> Graded:
    """What is ordered of a grading."""
    outputs, style = order.outputs, order.style
    seen = student_view(report) if style.view == "student" else report
    named = NamedReport(handed_in.name, seen)
    return Graded(
        name=handed_in.name,
        score=report.score,
        max_score=report.max_score,
        pending=pending_points(report),
        result=Result(handed_in=handed_in, report=report).model_dump_json() if "result" in outputs else "",
        shown=printed(named, style, rubric) if "shown" in outputs else "",
        page=_page(named, rubric) if "page" in outputs else "",
        report=seen.model_dump_json() if "report" in outputs else "",
    )


def _page(named: NamedReport, rubric: Rubric) -> str:
    from fullmarks.report.as_html import as_html

    return as_html([named], rubric)


def not_gradable(name: str, error: SubmissionError) -> Graded:
    """What is said of a submission whose form is wrong."""
    where = f"{error.where}: " if error.where else ""
    return Graded(name=name, status=Status.BAD_INPUT, why=shown(f"{where}{error.sentence}"))
