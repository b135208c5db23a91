"""``fullmarks grade``: what may be asked of it. What it then does is in ``batch/run.py``, loaded when it is to be done."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from fullmarks.cli.batch.settings import MEMORY_MB, TIMEOUT_S
from fullmarks.cli.forms import Form, View
from fullmarks.cli.status import Status


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
    from fullmarks.cli.batch.run import Asked, run

    return run(rubric_path, paths, Asked.model_validate(said))
