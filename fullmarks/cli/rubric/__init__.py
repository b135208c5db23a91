"""``fullmarks rubric``: what an author of rubrics does with them, one command a file."""

from __future__ import annotations

import click

from fullmarks.cli.rubric.check import check
from fullmarks.cli.rubric.diff import diff
from fullmarks.cli.rubric.init import init
from fullmarks.cli.rubric.schema import schema
from fullmarks.cli.rubric.show import show
from fullmarks.cli.rubric.test import test
from fullmarks.cli.rubric.try_answer import try_answer


@click.group()
def rubric() -> None:
    """Check, test and show rubrics."""


for command in (check, test, try_answer, show, diff, init, schema):
    rubric.add_command(command)
