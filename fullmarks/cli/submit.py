"""``fullmarks submit``: hands files to a running service."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import click

from fullmarks.cli.handed_in import files_in, read_handed_in
from fullmarks.cli.printing import print_report
from fullmarks.cli.service_client import ServiceClient
from fullmarks.cli.status import Status
from fullmarks.cli.submission_body import body_of
from fullmarks.errors import StudentError, SubmissionError
from fullmarks.report.shown import shown


@click.command()
@click.argument("url", metavar="URL")
@click.argument("rubric_id", metavar="RUBRIC")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--wait", is_flag=True, help="Wait for the reports and print them.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="JSON is one report a line."
)
def submit(url: str, rubric_id: str, paths: tuple[Path, ...], wait: bool, form: Literal["text", "json"]) -> Status:
    """Hand submissions to the service at URL, to be graded by its rubric RUBRIC.

    A PATH is as for `fullmarks grade`. Without --wait the submissions' ids are printed, in the order of the files. A key
    to the service is taken from the variable FULLMARKS_KEY.
    """
    # Not an option: the list of processes shows options to everybody on the machine.
    service = ServiceClient(url.rstrip("/"), os.environ.get("FULLMARKS_KEY"))
    files = files_in(paths)
    refused, failed = 0, 0
    handed_in: list[tuple[Path, str]] = []
    for path in files:
        try:
            handed_in.append((path, service.hand_in(body_of(read_handed_in(path), rubric_id))))
        except SubmissionError as error:
            refused += 1
            click.echo(
                shown(f"{path}: {error.where}: {error.sentence}" if error.where else f"{path}: {error}"), err=True
            )
    for path, submission_id in handed_in:
        if not wait:
            click.echo(submission_id)
            continue
        try:
            print_report(service.report(submission_id), form, heading=str(path) if len(files) > 1 else None)
        except StudentError as error:
            failed += 1
            click.echo(f"{path}: {shown(error.sentence)}", err=True)
    if refused == len(files):
        return Status.BAD_INPUT
    return Status.FAILED if refused or failed else Status.DONE
