"""``fullmarks rubric check``: whether a rubric is well formed, and whether it says what was meant."""

from __future__ import annotations

from pathlib import Path

import click

from fullmarks.cli.rubric.files import counted, over_files
from fullmarks.cli.status import Status
from fullmarks.rubric.model import Rubric
from fullmarks.rubric.parse import ParsedRubric


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> Status:
    """Check rubrics: their form, their keys, and what is hardly meant.

    Each mistake is told as FILE:LINE:COLUMN. Exits with 3 where a rubric cannot be used, with 1 where it can be used but
    something in it looks wrong.
    """
    return over_files(files, _look)


def _look(parsed: ParsedRubric, rubric: Rubric) -> bool:
    from fullmarks.authoring.lint import lint

    found = lint(parsed, rubric)
    for problem in found:
        click.echo(f"{parsed.file}:{problem.line}:{problem.column}: {problem.sentence}")
    parts, items = counted(len(rubric.parts), "part"), counted(len(rubric.items()), "item")
    says = counted(len(found), "thing looks wrong", "things look wrong") if found else "nothing looks wrong"
    click.echo(f"{parsed.file}: {parts}, {items}: {says}.")
    return not found
