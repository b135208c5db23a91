"""Several rubric files one after the other: one that cannot be loaded does not keep the others from their turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from fullmarks.cli.status import Status
from fullmarks.errors import RubricError
from fullmarks.rubric.build import build
from fullmarks.rubric.load import read_rubric_file
from fullmarks.rubric.model import Item, Rubric
from fullmarks.rubric.parse import ParsedRubric, parse

Look = Callable[[ParsedRubric, Rubric], bool]
"""Looks at one rubric and says whether all is well; writes what it finds to standard output."""


def over_files(paths: tuple[Path, ...], look: Look) -> Status:
    """The worst that happened: a rubric that cannot be loaded, a failed look, or nothing."""
    worst = Status.DONE
    for path in paths:
        try:
            parsed = parse(read_rubric_file(path), str(path))
            rubric = build(parsed)
        except RubricError as error:
            click.echo(error.sentence, err=True)
            worst = Status.BAD_RUBRIC
            continue
        if not look(parsed, rubric) and worst is Status.DONE:
            worst = Status.FAILED
    return worst


def counted(number: int, one: str, several: str = "") -> str:
    """``1 item``, ``3 items``."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def find_item(rubric: Rubric, wanted: str) -> Item:
    """The item of that id; raises click's usage error with the nearest ids."""
    from fullmarks.rubric.field_names import did_you_mean

    for item in rubric.items():
        if item.id == wanted:
            return item
    ids = tuple(item.id for item in rubric.items())
    raise click.UsageError(f"The rubric {rubric.id} has no item “{wanted}”. {did_you_mean(wanted, ids)}")
