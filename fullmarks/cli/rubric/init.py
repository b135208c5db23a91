"""``fullmarks rubric init``: a first rubric from a list of keys."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from fullmarks.cli.handed_in import STANDARD_INPUT
from fullmarks.cli.rubric.files import counted
from fullmarks.cli.status import Status
from fullmarks.cli.whole_file import write_whole
from fullmarks.errors import OperatorError
from fullmarks.rubric.load import read_rubric_file

SCHEMA = Path("schema") / "rubric.schema.json"
"""Where a folder of rubrics has the JSON Schema."""


@click.command()
@click.argument("paths", metavar="KEYS...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write the rubric to this file.")
@click.option("--id", "name", help="The rubric's id, by default the name of the file.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def init(paths: tuple[Path, ...], output: Path | None, name: str | None, force: bool) -> Status:
    """Make a first rubric from a list of KEYS, such as “1a.runtime: 2 c d_out^2 d_in”, one a line.

    KEYS are files in Markdown or plain text, or in CSV (.csv) with the columns item and key; - is standard input. The kinds
    of checker are guessed, the names declared, and each key is its own first test. Without -o the rubric is printed.
    """
    from fullmarks.authoring.first_rubric import first_rubric
    from fullmarks.authoring.listed_keys import listed_keys

    if output is not None and output.exists() and not force:
        raise click.UsageError(f"{output} is there already. Say --force to write over it.")
    lists = [listed_keys(_text(path), str(path), is_table=path.suffix.lower() == ".csv") for path in paths]
    for one in lists:
        for note in one.notes:
            click.echo(f"{one.file}:{note.line}: {note.sentence}", err=True)
    made = first_rubric(lists, name or _id(output or paths[0]), _schema(output))
    if output is None:
        click.echo(made.text, nl=False)
        return Status.DONE
    _write(output, made.text)
    click.echo(f"{output}: {counted(made.parts, 'part')}, {counted(made.items, 'item')}. Look it over.", err=True)
    return Status.DONE


def _text(path: Path) -> str:
    return sys.stdin.read() if path == STANDARD_INPUT else read_rubric_file(path)


def _id(path: Path) -> str:
    """A rubric's id from the name of a file."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", path.stem).strip("-_")[:40] or "rubric"


def _schema(output: Path | None) -> str:
    return str(SCHEMA) if output is not None and (output.parent / SCHEMA).exists() else ""


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, (text,))
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: the rubric cannot be written here: {error.strerror}.") from error
