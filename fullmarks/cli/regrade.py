"""``fullmarks regrade``: kept results under a changed rubric, shown before anything changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from fullmarks.cli.printing import colored, width
from fullmarks.cli.results import Result, Results, ResultsHead, lines_of, read_results
from fullmarks.cli.rubric_file import RubricFile, read_rubric
from fullmarks.cli.status import Status
from fullmarks.cli.whole_file import write_whole
from fullmarks.errors import OperatorError, SubmissionError
from fullmarks.report.changes import Regraded, changes
from fullmarks.report.changes_as_text import changes_as_text
from fullmarks.report.grade_submission import grade_submission
from fullmarks.report.shown import shown
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric


@click.command()
@click.argument("results_path", metavar="RESULTS", type=click.Path(path_type=Path))
@click.option("--rubric", "rubric_path", required=True, type=click.Path(path_type=Path), help="The changed rubric.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--allow-lower", is_flag=True, help="Let parts lose points.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to RESULTS.")
def regrade(results_path: Path, rubric_path: Path, dry_run: bool, allow_lower: bool, output: Path | None) -> Status:
    """Grade kept results again under a changed rubric.

    RESULTS is a file from “fullmarks grade -o”. Shown is who changes, in which item, from what to what, and why: from
    the stored marks, not from a new look at them. Without --dry-run the new results then take the old ones' place.
    """
    results = read_results(results_path)
    new = read_rubric(rubric_path)
    old = load_rubric_text(results.head.rubric_source, results.head.rubric_file)
    regraded, refused = _regraded(results, old, new.rubric)
    click.echo(changes_as_text(regraded, width=width(), color=colored()), color=colored(), nl=False)
    for name, why in refused:
        click.echo(f"{shown(name)}: {why}", err=True)
    if dry_run:
        return Status.FAILED if refused else Status.DONE
    if refused:
        click.echo("Nothing was written: some submissions do not fit the changed rubric.", err=True)
        return Status.FAILED
    if not allow_lower and (fewer := _fewer(regraded)):
        click.echo(f"Nothing was written: {fewer} would lose points. Say --allow-lower if they should.", err=True)
        return Status.FAILED
    after = [
        Result(handed_in=one.handed_in, report=now.after) for one, now in zip(results.results, regraded, strict=True)
    ]
    _write(output or results_path, new, after)
    return Status.DONE


def _regraded(results: Results, old: Rubric, new: Rubric) -> tuple[list[Regraded], list[tuple[str, str]]]:
    """Each result with its new one, and the names of those that the new rubric cannot take, with the reason."""
    regraded: list[Regraded] = []
    refused: list[tuple[str, str]] = []
    for before in results.results:
        try:
            report = grade_submission(new, before.handed_in.submission(new))
        except SubmissionError as error:
            refused.append((before.handed_in.name, error.sentence))
            continue
        changed = changes(before.report, report, old, new)
        regraded.append(Regraded(before.handed_in.name, before.report, report, changed))
    return regraded, refused


def _fewer(regraded: Sequence[Regraded]) -> str:
    count = sum(bool(one.lowered) for one in regraded)
    return f"{count} submission{'' if count == 1 else 's'}" if count else ""


def _write(path: Path, rubric: RubricFile, results: Sequence[Result]) -> None:
    head = ResultsHead(rubric_file=rubric.name, rubric_source=rubric.source)
    try:
        write_whole(path, lines_of(head, results))
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: results cannot be written here: {error.strerror}.") from error
    click.echo(f"{len(results)} results written to {path}.", err=True)
