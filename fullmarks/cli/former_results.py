"""Results that others took the place of, kept beside them until somebody deletes them: ``results.ndjson.before-1``."""

from __future__ import annotations

import os
import re
from pathlib import Path

from fullmarks.errors import OperatorError, SubmissionError


def replace_results(path: Path, draft: Path) -> Path | None:
    """Puts a draft in the place of results, which stay beside it; where they are then, None where there were none.

    At every moment the path holds the former results or the new ones, whole.
    """
    former = None
    if path.exists():
        former = _beside(path, max(_kept(path), default=0) + 1)
        os.link(path, former)
    draft.replace(path)
    return former


def restore_results(path: Path) -> Path:
    """Puts the latest former results back; where they came from. Raises SubmissionError where there are none."""
    numbers = _kept(path)
    if not numbers:
        raise SubmissionError("no_former_results", f"{path}: there are no former results of this file to go back to.")
    former = _beside(path, max(numbers))
    try:
        former.replace(path)
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: results cannot be written here: {error.strerror}.") from error
    return former


def _beside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.before-{number}")


def _kept(path: Path) -> list[int]:
    name = re.compile(rf"{re.escape(path.name)}\.before-([0-9]{{1,6}})")
    found = (name.fullmatch(other.name) for other in path.parent.iterdir()) if path.parent.is_dir() else ()
    return [int(one[1]) for one in found if one]
