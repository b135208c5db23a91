"""The door of this room: a rubric from a file or a text."""

from __future__ import annotations

from pathlib import Path

from fullmarks.errors import Problem, RubricError
from fullmarks.rubric.build import build
from fullmarks.rubric.model import Rubric
from fullmarks.rubric.parse import parse
from fullmarks.rubric.yaml_text import MAX_CHARACTERS


def load_rubric(path: Path | str) -> Rubric:
    """The rubric in a file; raises RubricError with every mistake as ``FILE:LINE:COLUMN: what is wrong and what was expected``."""
    return load_rubric_text(read_rubric_file(path), str(path))


def load_rubric_text(text: str, file: str = "<text>") -> Rubric:
    """The rubric in a text; ``file`` is what its mistakes are told under. Raises RubricError."""
    return build(parse(text, file))


def read_rubric_file(path: Path | str) -> str:
    """The text of a file; raises RubricError where it cannot be opened, is no text or is too long."""
    try:
        with Path(path).open("rb") as opened:
            raw = opened.read(4 * MAX_CHARACTERS + 4)
    except OSError as error:
        raise RubricError(str(path), (Problem(1, 1, f"The file cannot be opened: {error.strerror}."),)) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        raise RubricError(
            str(path), (Problem(line, column, "This byte is not UTF-8. Save the file as UTF-8 text."),)
        ) from error
