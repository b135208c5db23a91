"""``fullmarks gradescope try``: what students and staff would see, before the zip is uploaded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from fullmarks.cli.status import Status

if TYPE_CHECKING:
    from fullmarks.cli.gradescope.container import Container
    from fullmarks.cli.gradescope.played import Run


@click.command("try")
@click.argument("zip_path", metavar="ZIP", type=click.Path(path_type=Path))
@click.argument("submissions", metavar="SUBMISSION...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--metadata",
    type=click.Path(path_type=Path),
    help="A submission_metadata.json; without one it is a first submission that is never late.",
)
@click.option("--without-setup", is_flag=True, help="Grade by this program instead, which saves half a minute.")
def try_zip(zip_path: Path, submissions: tuple[Path, ...], metadata: Path | None, without_setup: bool) -> Status:
    """Run the autograder ZIP on submissions, as Gradescope would.

    A SUBMISSION is a file, or a folder of the files that are handed in together. All happens in a temporary folder. Where
    this machine has the Python that the zip is for, the zip's own setup installs what it carries; else this program
    grades in its place.
    """
    from fullmarks.cli.gradescope.container import Container
    from fullmarks.cli.gradescope.played import hand_in, run_autograder
    from fullmarks.cli.gradescope.unpacked import unpack

    with TemporaryDirectory(prefix="fullmarks-") as folder:
        container = Container(Path(folder))
        unpack(zip_path, container)
        _set_up(container, without_setup)
        all_well = True
        for submission in submissions:
            hand_in(container, submission, metadata)
            click.echo(f"\n==> {submission} <==")
            all_well &= _show(container, run_autograder(container))
    return Status.DONE if all_well else Status.FAILED


def _set_up(container: Container, without: bool) -> None:
    from fullmarks.cli.gradescope.pinned import PYTHON
    from fullmarks.cli.gradescope.unpacked import fitting_python, set_up, use_this_program

    if without:
        use_this_program(container)
    elif (python := fitting_python()) is None:
        use_this_program(container)
        click.echo(
            f"The zip is for Python {PYTHON} on Linux (x86-64), which is not here: this program grades in its place."
        )
    else:
        click.echo(f"setup.sh was run with {python} and took {set_up(container, python):.0f} seconds.")


def _show(container: Container, run: Run) -> bool:
    """Whether the run was such that Gradescope would show its results."""
    from fullmarks.cli.gradescope.played import MOST_MEGABYTES, MOST_SECONDS
    from fullmarks.cli.gradescope.results_format import AcceptedResults, read_results
    from fullmarks.cli.gradescope.shown_results import as_staff, as_student

    if not run.in_time:
        click.echo(f"Gradescope would have ended this after {MOST_SECONDS} seconds, with 0 points and nothing shown.")
        return False
    click.echo(
        f"It took {run.seconds:.1f} of {MOST_SECONDS} seconds and {run.megabytes:.0f} of {MOST_MEGABYTES} MB of memory."
    )
    found = read_results(container.results.read_bytes()) if container.results.is_file() else ("there is no such file",)
    if not isinstance(found, AcceptedResults):
        _print("Gradescope would say “The autograder failed to execute correctly”; results.json:", found)
        _print("It printed:", run.said.splitlines())
        return False
    _print("The student sees:", as_student(found))
    _print("Staff see also:", as_staff(found, run.said))
    return True


def _print(heading: str, lines: Iterable[str]) -> None:
    click.echo(f"\n{heading}")
    for line in lines:
        click.echo(f"  {line}".rstrip())
