"""How reports look on standard output, in each form; nothing else is written there."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Literal

import click
from pydantic import BaseModel, ConfigDict

from fullmarks.cli.forms import Form, View
from fullmarks.report.as_json import as_json
from fullmarks.report.model import Report
from fullmarks.report.named import NamedReport
from fullmarks.rubric.model import Rubric

WIDTH = 100
"""Columns where no terminal says how wide it is."""


class Style(BaseModel):
    """How reports are shown; ``headed``: each with the name of its submission above it, where its form has room for that."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Form = "text"
    view: View = "staff"
    headed: bool = False
    width: int = WIDTH
    color: bool = False


def beginning(form: Form) -> str:
    """What stands before all reports."""
    if form != "csv":
        return ""
    from fullmarks.report.as_csv import header

    return header()


def printed(named: NamedReport, style: Style, rubric: Rubric) -> str:
    """One report with its end, ready to print."""
    match style.form:
        case "json":
            return f"{as_json(named.report)}\n"
        case "csv":
            from fullmarks.report.as_csv import as_csv

            return as_csv(named, rubric.attempts)
        case "markdown":
            from fullmarks.report.as_markdown import as_markdown

            return f"{as_markdown(named)}\n"
        case "html":
            from fullmarks.report.as_html import as_html

            return as_html([named], rubric)
        case _:
            return _text(named, style)


def print_report(report: Report, form: Literal["text", "json"], heading: str | None = None) -> None:
    """One report; ``heading`` is shown above it as text, never in JSON."""
    if form == "json":
        click.echo(as_json(report))
        return
    style = Style(headed=heading is not None, width=width(), color=colored())
    click.echo(_text(NamedReport(heading or "", report), style), color=colored(), nl=False)


def width() -> int:
    """Columns to fill on standard output."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def colored() -> bool:
    """Whether standard output is a terminal whose owner has not asked for plain text (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _text(named: NamedReport, style: Style) -> str:
    from fullmarks.report.as_text import as_text
    from fullmarks.report.shown import shown

    heading = f"==> {shown(named.name)} <==\n" if style.headed else ""
    return f"{heading}{as_text(named.report, width=style.width, color=style.color)}\n"
