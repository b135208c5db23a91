"""``fullmarks gradescope``: the program inside a Gradescope autograder's container.

The only thing that Gradescope reads is ``results/results.json``. It is valid from the first moment on and written
again, whole, after every part, so that whatever stops the run leaves what was graded until then.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import click

from fullmarks.cli.gradescope_folder import answers_file
from fullmarks.cli.gradescope_metadata import Metadata, read_metadata
from fullmarks.cli.handed_in import read_handed_in
from fullmarks.cli.rubric_file import read_rubric
from fullmarks.cli.status import Status
from fullmarks.cli.whole_file import write_whole
from fullmarks.errors import OperatorError, RubricError, SubmissionError
from fullmarks.find.find import find
from fullmarks.grade.grade import graded_parts, graded_so_far
from fullmarks.grade.graded import GradedPart
from fullmarks.report.as_gradescope import ExtraData, GradescopeResults, as_gradescope, remark
from fullmarks.report.build import build
from fullmarks.rubric.model import Rubric
from fullmarks.submission import Submission

Write = Callable[[GradescopeResults], None]

UNFINISHED = "Grading was stopped before it was done. This is not your fault: please tell the course staff."
BROKEN = "The autograder of this homework is not set up right. This is not your fault: please tell the course staff."


@click.group()
def gradescope() -> None:
    """Run as a Gradescope autograder."""


@gradescope.command()
@click.option(
    "--root",
    default="/autograder",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that holds submission, submission_metadata.json, source and results.",
)
@click.option(
    "--rubric", "rubric_path", type=click.Path(path_type=Path), help="The rubric, by default source/rubric.yaml."
)
def run(root: Path, rubric_path: Path | None) -> Status:
    """Grade the submission under ROOT and write results/results.json."""
    write = _writer(root / "results" / "results.json")
    write(remark(UNFINISHED))
    try:
        rubric = read_rubric(rubric_path or root / "source" / "rubric.yaml").rubric
    except RubricError:
        write(remark(BROKEN))
        raise
    metadata = _metadata(root / "submission_metadata.json")
    try:
        submission = metadata.with_times(_submission(root / "submission", rubric))
    except SubmissionError as error:
        write(remark(error.sentence, _extra(rubric, metadata)))
        raise
    return _graded(rubric, submission, _extra(rubric, metadata), write)


def _graded(rubric: Rubric, submission: Submission, extra: ExtraData, write: Write) -> Status:
    """Part after part, the file whole after each; a mistake of ours leaves those before it, and says so."""
    parts: list[GradedPart] = []
    try:
        found = find(submission, rubric.sought)
        for part in graded_parts(rubric, submission, found):
            parts.append(part)
            report = build(graded_so_far(rubric, submission, found, tuple(parts)), rubric)
            write(as_gradescope(report, rubric, extra))
    except Exception:  # noqa: BLE001 - Gradescope must get a valid file whatever breaks; it is shown to staff
        click.echo(traceback.format_exc(), err=True)
        if not parts:
            write(remark(UNFINISHED, extra))
        return Status.FAILED
    return Status.DONE


def _submission(folder: Path, rubric: Rubric) -> Submission:
    path = answers_file(folder)
    return read_handed_in(path, name=str(path.relative_to(folder))).submission(rubric)


def _metadata(path: Path) -> Metadata:
    """Without usable metadata the submission is graded all the same, as a first one."""
    try:
        return read_metadata(path)
    except ValueError as error:
        click.echo(str(error), err=True)
        return Metadata()


def _extra(rubric: Rubric, metadata: Metadata) -> ExtraData:
    created = metadata.created_at.isoformat() if metadata.created_at else None
    return ExtraData(rubric=rubric.id, created_at=created, earlier_submissions=metadata.earlier_submissions)


def _writer(path: Path) -> Write:
    """A function that puts results in the file, whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OperatorError("cannot_write", f"{path.parent}: this folder cannot be made: {error.strerror}.") from error

    def write(results: GradescopeResults) -> None:
        try:
            write_whole(path, (results.model_dump_json(indent=2), "\n"))
        except OSError as error:
            raise OperatorError("cannot_write", f"{path}: cannot be written: {error.strerror}.") from error

    return write
