"""``fullmarks grade``: submissions in, reports out."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_args

import click
from pydantic import BaseModel, ConfigDict

from fullmarks.cli.batch.answers import Answered, Piece, here, in_order, in_processes, job_of
from fullmarks.cli.batch.grading import PREPARE, GradingOrder, Output
from fullmarks.cli.batch.served import by_service
from fullmarks.cli.batch.settings import FEW, MEMORY_MB, TIMEOUT_S
from fullmarks.cli.batch.settled import KnownResult, Mine, NewResult, pieces_of, settled
from fullmarks.cli.handed_in import STANDARD_INPUT, files_in
from fullmarks.cli.intake.source import Source, sources
from fullmarks.cli.journal import Journal, journal, journal_of
from fullmarks.cli.outlet import Outlet
from fullmarks.cli.printing import Form, Style, View, colored, width
from fullmarks.cli.progress import watched
from fullmarks.cli.results import ResultsHead
from fullmarks.cli.rubric_file import RubricFile, read_rubric, refuse_wrong_order
from fullmarks.cli.service_client import ServiceClient
from fullmarks.cli.status import Status
from fullmarks.report.engine_version import engine_version
from fullmarks.rubric.model import Rubric


class Asked(BaseModel):
    """What the options say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Form
    view: View
    output: Path | None
    pages: Path | None
    quiet: bool
    changed: bool
    fresh: bool
    only: tuple[str, ...]
    jobs: int | None
    timeout: float
    memory: int
    memo: bool
    server: str | None

    @property
    def outputs(self) -> tuple[Output, ...]:
        """What is wanted of each grading."""
        seen: Output = "report" if self.form == "html" else "shown"
        wanted: dict[Output, bool] = {
            "result": self.output is not None,
            "page": self.pages is not None,
            seen: not self.quiet,
        }
        return tuple(name for name, is_wanted in wanted.items() if is_wanted)


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
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Keep the results here.")
@click.option("--pages", type=click.Path(file_okay=False, path_type=Path), help="Write a page for each, and an index.")
@click.option("--quiet", "-q", is_flag=True, help="Print no reports.")
@click.option("--changed", is_flag=True, help="Print only what is not in the results of --output as it is.")
@click.option("--fresh", is_flag=True, help="Grade again what is in the results of --output.")
@click.option("--only", metavar="PART", multiple=True, help="Grade this part alone; may be said several times.")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes that grade, by default one for each core.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=TIMEOUT_S, help="Seconds a submission.")
@click.option("--memory", type=click.IntRange(256), default=MEMORY_MB, help="Megabytes a process.")
@click.option("--server", metavar="URL", help="Let the service at URL grade, by its rubric of the same id and version.")
@click.option("--memo/--no-memo", default=True, help="Judge an answer that many give once; the reports are the same.")
def grade(rubric_path: Path, paths: tuple[Path, ...], **said: object) -> Status:
    """Grade submissions against a rubric.

    A PATH is a Markdown, plain text or LaTeX document, or JSON that holds answers or chat messages; a folder or a zip means
    all such files in it; .ndjson and .jsonl hold a submission a line, .csv a student a row; an export of Gradescope is a
    folder or a zip; and - is standard input. Reports go to standard output in the order of the paths, all else to standard
    error. With --output a run that was stopped goes on where it was.
    """
    asked = Asked.model_validate(said)
    refuse_wrong_order("grade", rubric_path, paths)
    _refuse_nonsense(asked, (rubric_path, *files_in(paths)))
    file = read_rubric(rubric_path)
    _refuse_unknown_parts(asked.only, file.rubric)
    found = sources(paths, file.rubric.sought)
    count = _counted(found)
    style = Style(form=asked.form, view=asked.view, headed=count() > 1, width=width(), color=colored())
    order = GradingOrder(
        rubric_file=file.name,
        rubric_source=file.source,
        only=asked.only,
        style=style,
        outputs=asked.outputs,
        remember=asked.memo,
    )
    with ExitStack() as stack:
        kept = stack.enter_context(_kept(asked, file)) if asked.output else None
        outlet = stack.enter_context(Outlet(order, file.rubric, asked.pages))
        pieces = pieces_of(chain.from_iterable(found), kept)
        if asked.server:
            # Not an option: the list of processes shows options to everybody on the machine.
            service = ServiceClient(asked.server.rstrip("/"), os.environ.get("FULLMARKS_KEY"))
            answers = by_service(service, pieces, order, file.rubric)
        else:
            answers = _answered(pieces, order, asked, count)
        failures, number = [], 0
        finished = stack.enter_context(watched(answers, count, "Grading"))
        for one in in_order((answered.number, settled(answered, kept)) for answered in finished):
            number += 1
            graded = outlet.known(one.line()) if isinstance(one, KnownResult) else one.graded
            if graded.status is not Status.DONE:
                failures.append(graded.status)
                outlet.refuse(graded)
                continue
            if kept and one.place:
                kept.put(one.place)
            outlet.take(graded, is_new=isinstance(one, NewResult), changed_only=asked.changed)
        if kept and (former := kept.finish()):
            click.echo(f"The former results are in {former}.", err=True)
    return _status(number, failures)


def _counted(found: Sequence[Source]) -> Callable[[], int]:
    """How many submissions there are, counted once, when that is first asked for."""
    return cache(lambda: sum(source.count() for source in found))


def _answered(
    pieces: Iterable[Piece[Mine]], order: GradingOrder, asked: Asked, count: Callable[[], int]
) -> Iterator[Answered[Mine]]:
    job = job_of(PREPARE, order.model_dump_json(), seconds=asked.timeout, memory_mb=asked.memory)
    if asked.jobs is None and count() <= FEW:
        return here(job, pieces)
    return in_processes(job, pieces, asked.jobs)


@contextmanager
def _kept(asked: Asked, file: RubricFile) -> Iterator[Journal | None]:
    """The journal of the results; when the run is stopped it is said where they are."""
    if asked.output is None:
        yield None
        return
    head = ResultsHead(rubric_file=file.name, rubric_source=file.source, engine=engine_version())
    with journal(asked.output, head, fresh=asked.fresh) as kept:
        if kept.size and not asked.changed:
            click.echo(
                f"{kept.size:,} results are there already; what was handed in the same is not graded again.", err=True
            )
        try:
            yield kept
        except KeyboardInterrupt:
            click.echo(
                f"What was graded is kept in {journal_of(asked.output)}. The same command goes on from there.", err=True
            )
            raise


def _status(asked: int, failures: Sequence[Status]) -> Status:
    """Bad input only where nothing else came in; else a failure is a failure among many."""
    if not failures:
        return Status.DONE
    return failures[0] if len(failures) == asked and len(set(failures)) == 1 else Status.FAILED


def _refuse_nonsense(asked: Asked, inputs: Sequence[Path]) -> None:
    if asked.changed and asked.output is None:
        raise click.UsageError("--changed compares with the results of --output, which is not given.")
    if asked.only and asked.server:
        raise click.UsageError("A service grades all parts: leave out --server or --only.")
    if asked.output is None:
        return
    if asked.only:
        raise click.UsageError("Results of some parts alone are not kept: leave out --output or --only.")
    taken = {path.resolve() for path in inputs if path != STANDARD_INPUT}
    if not taken.isdisjoint((asked.output.resolve(), journal_of(asked.output).resolve())):
        raise click.UsageError(f"{asked.output} is one of the files to read; results need a file of their own.")


def _refuse_unknown_parts(only: Collection[str], rubric: Rubric) -> None:
    for name in only:
        if rubric.part(name) is None:
            parts = ", ".join(part.id for part in rubric.parts)
            raise click.UsageError(f"“{name}” is no part of this rubric. Its parts are {parts}.")
