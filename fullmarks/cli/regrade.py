"""``fullmarks regrade``: kept results under a changed rubric, shown before anything changes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TextIO

import click
from pydantic import BaseModel, ConfigDict, TypeAdapter

from fullmarks.cli.batch.answers import Answer, Lost, here, in_order, in_processes, job_of
from fullmarks.cli.batch.regrading import PREPARE, RegradedLine, RegradingOrder
from fullmarks.cli.batch.settings import FEW, MEMORY_MB, TIMEOUT_S
from fullmarks.cli.former_results import replace_results, restore_results
from fullmarks.cli.printing import colored, width
from fullmarks.cli.progress import watched
from fullmarks.cli.regrade_on_server import RegradeCommand
from fullmarks.cli.results import OpenResults, ResultLine, ResultsHead, count_results, opened_results
from fullmarks.cli.rubric_file import ENDINGS, RubricFile, read_rubric
from fullmarks.cli.status import Status
from fullmarks.errors import OperatorError
from fullmarks.pool.job import prepared
from fullmarks.report.changes import Change, Regraded
from fullmarks.report.changes_as_text import changes_as_text
from fullmarks.report.engine_version import engine_version
from fullmarks.report.shown import shown
from fullmarks.rubric.load import load_rubric_text


class Asked(BaseModel):
    """What the options say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dry_run: bool
    allow_lower: bool
    output: Path | None
    summary: bool
    form: Literal["text", "json"]
    exit_code: bool
    jobs: int | None
    timeout: float
    memory: int


@dataclass(slots=True)
class Found:
    """What a regrade has found so far."""

    regraded: list[Regraded] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Names of those that the new rubric cannot take, with the reason."""


@click.command(cls=RegradeCommand)
@click.argument("results_path", metavar="RESULTS", type=click.Path(path_type=Path))
@click.option("--rubric", "rubric_path", type=click.Path(path_type=Path), help="The changed rubric.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--allow-lower", is_flag=True, help="Let parts lose points.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to RESULTS.")
@click.option("--undo", is_flag=True, help="Put the former results back.")
@click.option("--summary", is_flag=True, help="Show what changes by item, not for each submission.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="JSON is one change a line."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changes, for scripts.")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes that grade, by default one for each core.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=TIMEOUT_S, help="Seconds a submission.")
@click.option("--memory", type=click.IntRange(256), default=MEMORY_MB, help="Megabytes a process.")
def regrade(results_path: Path, rubric_path: Path | None, undo: bool, **said: object) -> Status:
    """Grade kept results again under a changed rubric.

    RESULTS is a file from “fullmarks grade -o”. Shown is who changes, in which item, from what to what, and why: from
    the stored marks, not from a new look at them. Without --dry-run the new results then take the old ones' place, and
    these stay beside them: --undo puts them back.
    """
    if undo:
        click.echo(f"{results_path} is again what {restore_results(results_path)} was.", err=True)
        return Status.DONE
    if rubric_path is None:
        raise click.UsageError("Say with --rubric by which rubric to grade, or --undo.")
    if results_path.suffix.lower() in ENDINGS:
        raise click.UsageError(f"The results stand first: fullmarks regrade RESULTS --rubric {results_path}")
    asked = Asked.model_validate(said)
    new = read_rubric(rubric_path)
    found = Found()
    with opened_results(results_path) as results, _draft(asked, results_path, new) as draft:
        for line in _lines(results, new, asked, results_path, found):
            if draft:
                draft.write(f"{line}\n")
        _tell(found, asked)
        if draft and (status := _gate(found, asked)) is not None:
            return status
        if draft:
            draft.flush()
            os.fsync(draft.fileno())
            _apply(Path(draft.name), asked.output or results_path, len(found.regraded))
    return _status(found, asked)


def _lines(results: OpenResults, new: RubricFile, asked: Asked, path: Path, found: Found) -> Iterator[str]:
    """The new lines, in order; what they change goes to ``found``."""
    order = RegradingOrder(
        old_file=results.head.rubric_file,
        old_source=results.head.rubric_source,
        new_file=new.name,
        new_source=new.source,
        lines=not asked.dry_run,
    )
    load_rubric_text(order.old_source, order.old_file)  # a file that was changed by hand is refused at once
    job = job_of(PREPARE, order.model_dump_json(), seconds=asked.timeout, memory_mb=asked.memory)
    number = count_results(path)
    pieces = ((line, line.text) for line in results.lines)
    is_few = asked.jobs is None and number <= FEW
    answers = here(prepared(job), job, pieces) if is_few else in_processes(job, pieces, asked.jobs)
    with watched(answers, lambda: number, "Regrading") as counted:
        for answered in in_order((one.number, one) for one in counted):
            one = _regraded(answered.mine, answered.answer)
            if one.change is None:
                found.refused.append((one.name, one.why))
            else:
                found.regraded.append(one.change)
                yield one.line


def _regraded(line: ResultLine, answer: Answer) -> RegradedLine:
    if not isinstance(answer, str):
        why = answer.why if isinstance(answer, Lost) else ""
        return RegradedLine(name=line.result().handed_in.name, why=why)
    one = RegradedLine.model_validate_json(answer)
    if one.is_bad:
        line.result()  # raises, with the line's number
    return one


def _tell(found: Found, asked: Asked) -> None:
    if asked.form == "json":
        for one in found.regraded:
            for change in one.changes:
                told: object = _CHANGE.dump_python(change, mode="json")
                click.echo(json.dumps({"submission": one.name, "change": told}, ensure_ascii=False))
    else:
        text = changes_as_text(found.regraded, width=width(), color=colored(), summary=asked.summary)
        click.echo(text, color=colored(), nl=False)
    for name, why in found.refused:
        click.echo(f"{shown(name)}: {why}", err=True)


def _gate(found: Found, asked: Asked) -> Status | None:
    """Why nothing may be written, said and as a status; None where it may."""
    if found.refused:
        click.echo("Nothing was written: some submissions do not fit the changed rubric.", err=True)
        return Status.FAILED
    if not asked.allow_lower and (fewer := _fewer(found.regraded)):
        click.echo(f"Nothing was written: {fewer} would lose points. Say --allow-lower if they should.", err=True)
        return Status.FAILED
    return None


def _fewer(regraded: Sequence[Regraded]) -> str:
    count = sum(bool(one.lowered) for one in regraded)
    return f"{count} submission{'' if count == 1 else 's'}" if count else ""


def _status(found: Found, asked: Asked) -> Status:
    changes = asked.exit_code and any(one.changes for one in found.regraded)
    return Status.FAILED if found.refused or changes else Status.DONE


@contextmanager
def _draft(asked: Asked, results: Path, new: RubricFile) -> Iterator[TextIO | None]:
    """The new file while it is written; gone at the end unless it took its place. None where nothing is to be written."""
    if asked.dry_run:
        yield None
        return
    path = asked.output or results
    head = ResultsHead(rubric_file=new.name, rubric_source=new.source, engine=engine_version())
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        file = draft.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: results cannot be written here: {error.strerror}.") from error
    try:
        with file:
            file.write(f"{head.model_dump_json()}\n")
            yield file
    finally:
        draft.unlink(missing_ok=True)


def _apply(draft: Path, path: Path, number: int) -> None:
    try:
        former = replace_results(path, draft)
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: results cannot be written here: {error.strerror}.") from error
    click.echo(f"{number} results written to {path}.", err=True)
    if former:
        click.echo(f"The former ones are in {former}; --undo puts them back.", err=True)


_CHANGE = TypeAdapter(Change)
