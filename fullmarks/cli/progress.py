"""How far a long run is: a bar on standard error where somebody watches, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, Task
    from rich.text import Text

Thing = TypeVar("Thing")


@contextmanager
def watched(things: Iterable[Thing], count: Callable[[], int], what: str) -> Iterator[Iterator[Thing]]:
    """The same things, counted on the bar as they come; ``count`` is asked only where somebody watches."""
    if not sys.stderr.isatty() or (total := count()) < 2:
        yield iter(things)
        return
    with _bar() as bar:
        task = bar.add_task(what, total=total)

        def counted() -> Iterator[Thing]:
            for thing in things:
                yield thing
                bar.advance(task)

        yield counted()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _rate(), TimeRemainingColumn())
    # Reports on standard output may share the terminal with the bar: they are printed above it.
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=True, redirect_stderr=True)


def _rate() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """So many a second, of late."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.1f}/s" if speed else "", style="progress.data.speed")

    return Rate()
