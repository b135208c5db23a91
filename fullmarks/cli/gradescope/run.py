"""``fullmarks gradescope run``: what the autograder does with one submission.

The grading is done by a process of its own (``grading.py``), which this one watches: it may be ended by its own limits, by
the kernel for want of memory, or by a mistake in a library. Then it is begun again without the item that it was at. Every state of
the results file says the truth, so that whatever ends both of them leaves what was graded until then.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryFile

import click

from fullmarks.cli.gradescope.container import ROOT, ROOT_VARIABLE, Container
from fullmarks.cli.gradescope.results_file import ResultsFile
from fullmarks.cli.status import Status
from fullmarks.records import frozen

MOST_SECONDS = 240.0
"""For the whole run; Gradescope ends it after 600 unless told otherwise, and then shows nothing."""
MOST_SECONDS_EACH = 40.0
"""For one answer, which takes 2 at most by itself on a whole processor."""
MOST_LEFT_OPEN = 5
"""Items that may end the process; after more of them it is not begun again."""


@frozen
class Ended:
    """How the grading process ended: its status, None where it did not end by itself; the item that it was at; what it said."""

    status: int | None
    item: str | None
    said: str


@click.command()
@click.option(
    "--root",
    envvar=ROOT_VARIABLE,
    default=ROOT,
    show_default=True,
    show_envvar=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder that holds submission, submission_metadata.json, source and results.",
)
@click.option(
    "--rubric", "rubric_path", type=click.Path(path_type=Path), help="The rubric, by default source/rubric.yaml."
)
@click.option("--seconds", default=MOST_SECONDS, show_default=True, help="At most for the whole run.")
@click.option("--seconds-each", default=MOST_SECONDS_EACH, show_default=True, help="At most for one answer.")
def run(root: Path, rubric_path: Path | None, seconds: float, seconds_each: float) -> Status:
    """Grade the submission under ROOT and write results/results.json."""
    container = Container(root)
    ResultsFile(container.results).write_stub()
    last = time.monotonic() + seconds
    left_open: list[str] = []
    while True:
        words = [str(root), str(rubric_path or container.rubric), str(seconds_each), *left_open]
        ended = _graded(words, last - time.monotonic())
        click.echo(ended.said, err=True, nl=False)
        if ended.status is not None and ended.status >= 0:
            return Status(ended.status)
        click.echo(_what_happened(ended), err=True)
        if ended.item is None or ended.item in left_open or len(left_open) == MOST_LEFT_OPEN or time.monotonic() > last:
            return Status.FAILED
        left_open.append(ended.item)


def _graded(words: list[str], seconds: float) -> Ended:
    """One process that grades as these words say, until it ends or its time is up.

    It writes to files: a pipe would stay open as long as any process that it started.
    """
    command = [sys.executable, "-P", "-m", "fullmarks.cli.gradescope.grading", *words]
    with TemporaryFile() as begun, TemporaryFile() as said:
        try:
            ended = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
                command, stdin=subprocess.DEVNULL, stdout=begun, stderr=said, timeout=max(seconds, 0), check=False
            )
            status = ended.returncode
        except subprocess.TimeoutExpired:
            status = None
        begun.seek(0)
        said.seek(0)
        items = begun.read().decode("utf-8", "replace").split()
        return Ended(status, items[-1] if items else None, said.read().decode("utf-8", "replace"))


def _what_happened(ended: Ended) -> str:
    """For staff."""
    place = f"at {ended.item}" if ended.item else "before the first item"
    if ended.status is None:
        return f"Grading was stopped {place}: its time was up."
    return f"Grading was ended {place} by signal {-ended.status}."
