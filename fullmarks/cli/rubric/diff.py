"""``fullmarks rubric diff``: what two rubrics say differently."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from fullmarks.cli.rubric_file import read_rubric
from fullmarks.cli.status import Status
from fullmarks.errors import RubricError
from fullmarks.rubric.model import Rubric


@click.command()
@click.argument("old_path", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new_path", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="JSON is one line.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where they differ, for scripts.")
def diff(old_path: Path, new_path: Path, form: Literal["text", "json"], exit_code: bool) -> Status:
    """Show what two rubrics say differently, item by item: keys, points, options, known mistakes, symbols and so on.

    Layout, comments and tests do not count. For staff: it shows keys.
    """
    from fullmarks.authoring.differences_as_json import differences_as_json
    from fullmarks.authoring.differences_as_text import differences_as_text
    from fullmarks.rubric.differences import rubric_differences

    rubrics = [rubric for path in (old_path, new_path) if (rubric := _usable(path))]
    if len(rubrics) < 2:
        return Status.BAD_RUBRIC
    old, new = rubrics
    found = rubric_differences(old, new)
    if form == "json":
        click.echo(differences_as_json(found, old, new))
    else:
        click.echo("\n".join(differences_as_text(found, old, new)))
    return Status.FAILED if exit_code and found else Status.DONE


def _usable(path: Path) -> Rubric | None:
    """The rubric; None where it cannot be used, which is told: so both are looked at before the command ends."""
    try:
        return read_rubric(path).rubric
    except RubricError as error:
        click.echo(error.sentence, err=True)
        return None
