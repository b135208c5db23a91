"""``fullmarks gradescope``: an autograder for Gradescope, built, tried and run, one command a file."""

from __future__ import annotations

import click

from fullmarks.cli.gradescope.build import build
from fullmarks.cli.gradescope.run import run
from fullmarks.cli.gradescope.try_zip import try_zip


@click.group()
def gradescope() -> None:
    """Build, try and run a Gradescope autograder."""


for command in (build, try_zip, run):
    gradescope.add_command(command)
