"""Reports on standard output, and nothing else there."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Literal

import click

from fullmarks.report.as_json import as_json
from fullmarks.report.model import Report

Form = Literal["text", "json"]
WIDTH = 100
"""Columns where no terminal says how wide it is."""


def print_report(report: Report, form: Form, heading: str | None = None) -> None:
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
