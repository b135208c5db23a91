"""``fullmarks grade``: submissions in, reports out."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import click

from fullmarks.cli.handed_in import STANDARD_INPUT, files_in, read_handed_in
from fullmarks.cli.printing import Form, printed
from fullmarks.cli.progress import watched
from fullmarks.cli.results import Result, ResultsHead, kept
from fullmarks.cli.rubric_file import read_rubric
from fullmarks.cli.status import Status
from fullmarks.errors import SubmissionError
from fullmarks.report.grade_submission import grade_submission
from fullmarks.report.named import NamedReport
from fullmarks.report.shown import shown
from fullmarks.report.student_view import student_view
from fullmarks.rubric.model import Rubric

View = Literal["staff", "student"]


@dataclass(frozen=True, slots=True)
class NotGraded:
    """A file that has no report: why, and the status that means it."""

    status: Status
    why: str


@click.command()
@click.argument("rubric_path", metavar="RUBRIC", type=click.Path(path_type=Path))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="text",
    help="JSON is one report a line, CSV one item a line, HTML one page.",
)
@click.option(
    "--view",
    type=click.Choice(get_args(View)),
    default="staff",
    help="A student's view holds nothing that gives a key away.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Keep the results for “fullmarks regrade”."
)
def grade(rubric_path: Path, paths: tuple[Path, ...], form: Form, view: View, output: Path | None) -> Status:
    """Grade submissions against a rubric.

    A PATH is a Markdown, plain text or LaTeX document, or JSON that holds answers or chat messages; a folder means all
    such files in it, and - is standard input. Reports go to standard output in the order of the paths, all else to
    standard error.
    """
    files = files_in(paths)
    _refuse_overwriting(output, (rubric_path, *files))
    file = read_rubric(rubric_path)
    statuses: list[Status] = []
    with (
        kept(output, ResultsHead(rubric_file=file.name, rubric_source=file.source)) as keep,
        printed(form, file.rubric, several=len(files) > 1) as print_one,
        watched(files) as queue,
    ):
        for path in queue:
            outcome = _graded(path, file.rubric)
            if isinstance(outcome, NotGraded):
                statuses.append(outcome.status)
                click.echo(f"{path}: {outcome.why}", err=True)
            else:
                keep(outcome)
                seen = student_view(outcome.report) if view == "student" else outcome.report
                print_one(NamedReport("standard input" if path == STANDARD_INPUT else str(path), seen))
    return _status(len(files), statuses)


def _graded(path: Path, rubric: Rubric) -> Result | NotGraded:
    try:
        handed_in = read_handed_in(path)
        return Result(handed_in=handed_in, report=grade_submission(rubric, handed_in.submission(rubric)))
    except SubmissionError as error:
        return NotGraded(Status.BAD_INPUT, shown(f"{error.where}: {error.sentence}" if error.where else error.sentence))
    except Exception:  # noqa: BLE001 - a mistake of ours costs one submission; it is shown and decides the exit status
        return NotGraded(Status.FAILED, f"not graded, through a mistake in Fullmarks:\n{traceback.format_exc()}")


def _status(asked: int, failures: Sequence[Status]) -> Status:
    """Bad input only where nothing else came in; else a failure is a failure among many."""
    if not failures:
        return Status.DONE
    return failures[0] if len(failures) == asked and len(set(failures)) == 1 else Status.FAILED


def _refuse_overwriting(output: Path | None, inputs: Sequence[Path]) -> None:
    if output is not None and output.resolve() in {path.resolve() for path in inputs}:
        raise click.UsageError(f"{output} is one of the files to read; results need a file of their own.")
