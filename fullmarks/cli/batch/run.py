"""What ``fullmarks grade`` does once it is asked: submissions in, reports out."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import chain
from pathlib import Path

import click
from pydantic import BaseModel, ConfigDict

from fullmarks.cli.batch.answers import Answered, Piece, here, in_order, in_processes, job_of
from fullmarks.cli.batch.grading import PREPARE, Grading, GradingOrder, Output
from fullmarks.cli.batch.settings import FEW
from fullmarks.cli.batch.settled import KnownResult, Mine, NewResult, pieces_of, settled
from fullmarks.cli.forms import Form, View
from fullmarks.cli.handed_in import STANDARD_INPUT, files_in
from fullmarks.cli.intake.source import Source, sources
from fullmarks.cli.journal import Journal, journal, journal_of
from fullmarks.cli.outlet import Outlet
from fullmarks.cli.printing import Style, colored, width
from fullmarks.cli.progress import watched
from fullmarks.cli.results import ResultsHead
from fullmarks.cli.rubric_file import RubricFile, read_rubric, refuse_wrong_order
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


def run(rubric_path: Path, paths: Sequence[Path], asked: Asked) -> Status:
    """Grades what is at the paths, and puts each report where it was asked for."""
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
        kept = stack.enter_context(_kept(asked, file))
        outlet = stack.enter_context(Outlet(order, file.rubric, asked.pages))
        pieces = pieces_of(chain.from_iterable(found), kept)
        answers = (
            _served(pieces, order, asked.server, file.rubric)
            if asked.server
            else _here(pieces, order, asked, file.rubric, count)
        )
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


def _here(
    pieces: Iterable[Piece[Mine]], order: GradingOrder, asked: Asked, rubric: Rubric, count: Callable[[], int]
) -> Iterator[Answered[Mine]]:
    job = job_of(PREPARE, order.model_dump_json(), seconds=asked.timeout, memory_mb=asked.memory)
    if asked.jobs is None and count() <= FEW:
        return here(Grading(order, rubric), job, pieces)
    return in_processes(job, pieces, asked.jobs)


def _served(pieces: Iterable[Piece[Mine]], order: GradingOrder, url: str, rubric: Rubric) -> Iterator[Answered[Mine]]:
    # What speaks HTTP is loaded where a service is to be asked.
    from fullmarks.cli.batch.served import by_service
    from fullmarks.cli.service_client import ServiceClient

    # Not an option: the list of processes shows options to everybody on the machine.
    service = ServiceClient(url.rstrip("/"), os.environ.get("FULLMARKS_KEY"))
    return by_service(service, pieces, order, rubric)


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
