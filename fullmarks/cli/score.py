"""``fullmarks score``: a file of a model's outputs against its keys, and two models against each other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal

import click

from fullmarks.cli.kept_scores import KeptScores, kept_scores
from fullmarks.cli.progress import counted
from fullmarks.cli.score_options import bounds_options, field_options, how_options
from fullmarks.cli.status import Status
from fullmarks.errors import OperatorError, SubmissionError
from fullmarks.evaluation.bounded import BoundedChecks, Bounds
from fullmarks.evaluation.checked import How
from fullmarks.evaluation.files.dataset import Dataset
from fullmarks.evaluation.files.fields import Asked, Fields
from fullmarks.evaluation.files.rows import BadRow, Row, lines_of, no_rows, rows_of
from fullmarks.evaluation.files.score_lines import Head, ScoreLine
from fullmarks.evaluation.files.scored import scored
from fullmarks.evaluation.files.summary import Scores, Summary
from fullmarks.evaluation.files.summary_as_text import summary_as_text
from fullmarks.evaluation.files.tally import Tally
from fullmarks.evaluation.statistics.paired import Comparison, compared
from fullmarks.records import frozen
from fullmarks.report.engine_version import engine_version

STANDARD_INPUT = Path("-")
Read = Callable[[BinaryIO], Iterator[Fields | Row | BadRow]]


@frozen
class _Run:
    """One file, scored."""

    summary: Summary
    shares: Mapping[str, float]
    has_only_bad_rows: bool


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--against", type=click.Path(path_type=Path), help="Another model's outputs for the same problems.")
@field_options
@how_options
@bounds_options
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Keep every verdict, as NDJSON.")
def score(
    path: Path,
    against: Path | None,
    asked: Asked,
    as_told: How,
    bounds: Bounds,
    shape: Literal["text", "json"],
    output: Path | None,
) -> Status:
    """Score the outputs of a model in FILE, one JSON object a line, against the keys beside them.

    Fields are found by their usual names unless they are given; a dot leads into an object. A run that keeps its verdicts
    and is stopped goes on where it was when it is started again.
    """
    paths = [path] if against is None else [path, against]
    keys = Path(asked.dataset) if asked.dataset else None
    named = [one.resolve() for one in (*paths, keys, output) if one is not None]
    if len(set(named)) < len(named):
        raise click.UsageError("The files must be different ones.")
    dataset = None if keys is None else _dataset(keys, asked)
    # How many processes there are changes nothing in the verdicts.
    head = Head(engine=engine_version(), how=as_told, fields=asked, bounds=replace(bounds, workers=None))
    with kept_scores(output, head) as kept, BoundedChecks(as_told, bounds) as checks:
        runs = [_run(one, lambda file: rows_of(file, asked, dataset), checks, kept) for one in paths]
    scores = Scores(files=tuple(run.summary for run in runs), comparison=_compared(runs))
    click.echo(scores.model_dump_json(indent=2) if shape == "json" else summary_as_text(scores))
    return _status(runs)


def _dataset(path: Path, asked: Asked) -> Dataset:
    with _opened(path) as file:
        return Dataset(str(path), lines_of(file), asked.problem)


def _run(path: Path, read: Read, checks: BoundedChecks, kept: KeptScores) -> _Run:
    name = str(path)
    tally = Tally(name)
    verdicts = set()
    with _opened(path) as file, counted("Scoring") as count:
        fields, rows = _begun(name, read(file))
        for lines in chain(_kept(name, rows, kept), _new(name, fields, rows, checks, kept)):
            for line in lines:
                tally.add(line)
                verdicts.add(line.verdict)
            count(len(lines))
    return _Run(tally.summary(fields, checks), tally.shares(), verdicts == {"bad_row"})


def _begun(name: str, items: Iterator[Fields | Row | BadRow]) -> tuple[Fields, Iterator[Row | BadRow]]:
    """The fields, and all rows."""
    before: list[BadRow] = []
    for item in items:
        if isinstance(item, Fields):
            return item, chain(before, _rows(items))
        if isinstance(item, BadRow):
            before.append(item)
    raise no_rows(name)


def _rows(items: Iterable[Fields | Row | BadRow]) -> Iterator[Row | BadRow]:
    yield from (item for item in items if not isinstance(item, Fields))


def _kept(name: str, rows: Iterator[Row | BadRow], kept: KeptScores) -> Iterator[tuple[ScoreLine, ...]]:
    """The rows that a run before this one has scored; takes as many from ``rows``."""
    for lines in kept.taken(name):
        row = next(rows, None)
        if row is None or row.digest != lines[0].digest:
            raise OperatorError(
                "changed_input",
                f"{name}:{lines[0].row}: this line is not the one that was scored before. Keep scores in another file.",
            )
        yield lines


def _new(
    name: str, fields: Fields, rows: Iterator[Row | BadRow], checks: BoundedChecks, kept: KeptScores
) -> Iterator[tuple[ScoreLine, ...]]:
    for lines in scored(name, fields, rows, checks):
        kept.keep(lines)
        yield lines


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise SubmissionError("cannot_open", f"{path}: this file cannot be read: {error.strerror}.") from error
    with file:
        yield file


def _compared(runs: list[_Run]) -> Comparison | None:
    """The second against the first, on the problems that both answer."""
    if len(runs) < 2:
        return None
    first, second = (run.shares for run in runs)
    both = [problem for problem in first if problem in second]
    if not both:
        click.echo("The two files have no problem in common, so they are not compared. Say --problem-field.", err=True)
        return None
    return compared([first[problem] for problem in both], [second[problem] for problem in both])


def _status(runs: list[_Run]) -> Status:
    """Bad input or bad keys only where nothing else is there; else a line without a verdict is a failure among many."""
    if not any(run.summary.not_scored for run in runs):
        return Status.DONE
    if any(run.summary.answers for run in runs):
        return Status.FAILED
    return Status.BAD_INPUT if all(run.has_only_bad_rows for run in runs) else Status.BAD_RUBRIC
