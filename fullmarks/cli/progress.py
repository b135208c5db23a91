"""How far a long run is: a bar on standard error where somebody watches, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


@contextmanager
def watched(paths: Sequence[Path]) -> Iterator[Iterator[Path]]:
    """The same paths, counted on the bar as they are taken."""
    if len(paths) < 2 or not sys.stderr.isatty():
        yield iter(paths)
        return
    with _bar() as bar:
        task = bar.add_task("Grading", total=len(paths))
        yield _counted(paths, bar, task)


def _counted(paths: Sequence[Path], bar: Progress, task: TaskID) -> Iterator[Path]:
    for path in paths:
        yield path
        bar.advance(task)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Reports on standard output may share the terminal with the bar: they are printed above it.
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=True, redirect_stderr=True)


@contextmanager
def counted(what: str) -> Iterator[Callable[[int], None]]:
    """A function that counts so many more on the bar; how many there will be is not known."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with _bar() as bar:
        task = bar.add_task(what, total=None)
        yield lambda more: bar.advance(task, more)
