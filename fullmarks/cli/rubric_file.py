"""A rubric with the text of its file, which is kept with the results that it gave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from fullmarks.errors import Problem, RubricError
from fullmarks.records import frozen
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric

MOST_BYTES = 5_000_000
ENDINGS = (".yaml", ".yml")


@frozen
class RubricFile:
    """The loaded rubric, the name of its file and its text."""

    rubric: Rubric
    name: str
    source: str


def read_rubric(path: Path) -> RubricFile:
    """Raises RubricError, also for a file that cannot be opened."""
    name = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise _refused(name, f"this file is larger than {MOST_BYTES:,} bytes.")
        source = content.decode("utf-8-sig")
    except IsADirectoryError as error:
        raise _refused(name, "this is a folder. Name the rubric's file in it.") from error
    except OSError as error:
        raise _refused(name, f"this file cannot be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise _refused(name, f"this file is not UTF-8 text: byte {error.start:,} belongs to no character.") from error
    return RubricFile(load_rubric_text(source, name), name, source)


def refuse_wrong_order(command: str, rubric: Path, others: Sequence[Path]) -> None:
    """For who names the submission first and the rubric behind it."""
    if rubric.suffix.lower() in ENDINGS:
        return
    if swapped := next((path for path in others if path.suffix.lower() in ENDINGS), None):
        raise click.UsageError(f"The rubric stands first: fullmarks {command} {swapped} {rubric}")


def _refused(name: str, sentence: str) -> RubricError:
    return RubricError(name, (Problem(1, 1, sentence),))
