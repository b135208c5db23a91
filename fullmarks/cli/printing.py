"""Reports on standard output, and nothing else there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import click

from fullmarks.report.as_json import as_json
from fullmarks.report.model import Report
from fullmarks.report.named import NamedReport
from fullmarks.rubric.model import Rubric

Form = Literal["text", "json", "markdown", "html", "csv"]
Print = Callable[[NamedReport], None]
WIDTH = 100
"""Columns where no terminal says how wide it is."""


@contextmanager
def printed(form: Form, rubric: Rubric, *, several: bool) -> Iterator[Print]:
    """A function that prints one report after the other, as soon as that form allows: a page is printed whole, at the end."""
    if form == "html":
        from fullmarks.report.as_html import as_html

        on_the_page: list[NamedReport] = []
        yield on_the_page.append
        if on_the_page:
            click.echo(as_html(on_the_page, rubric), nl=False)
    elif form == "csv":
        from fullmarks.report.as_csv import as_csv, header

        click.echo(header(), nl=False)
        yield lambda named: click.echo(as_csv(named, rubric.attempts), nl=False)
    elif form == "markdown":
        from fullmarks.report.as_markdown import as_markdown

        yield lambda named: click.echo(as_markdown(named))
    else:
        yield lambda named: print_report(named.report, form, heading=named.name if several else None)


def print_report(report: Report, form: Literal["text", "json"], heading: str | None = None) -> None:
    """One report; ``heading`` is shown above it as text, never in JSON."""
    if form == "json":
        click.echo(as_json(report))
        return
    from fullmarks.report.as_text import as_text
    from fullmarks.report.shown import shown

    if heading is not None:
        click.echo(f"==> {shown(heading)} <==")
    click.echo(as_text(report, width=width(), color=colored()), color=colored())


def width() -> int:
    """Columns to fill on standard output."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def colored() -> bool:
    """Whether standard output is a terminal whose owner has not asked for plain text (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
