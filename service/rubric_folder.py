"""The rubrics of a folder, read to be served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fullmarks.errors import AuthorError, OperatorError, RubricError
from fullmarks.rubric.load import load_rubric
from store.courses import FIRST_COURSE
from store.rubrics import RubricName, RubricSource

SUFFIXES = {".yaml", ".yml"}


def read_folder(folder: Path) -> list[RubricSource]:
    """The rubric of each file in the folder, in the order of their names.

    Raises ``AuthorError`` with every mistake of every file, ``OperatorError`` for a folder without any.
    """
    found: dict[str, Path] = {}
    sources, mistakes = [], []
    for path in _files(folder):
        try:
            rubric = load_rubric(path)
        except RubricError as error:
            mistakes.append(error.sentence)
            continue
        if rubric.id in found:
            mistakes.append(f"{path}:1:1: The rubric “{rubric.id}” is in {found[rubric.id]} already.")
        found[rubric.id] = path
        sources.append(
            RubricSource(RubricName(FIRST_COURSE, rubric.id, rubric.version, rubric.title), path.read_text("utf-8-sig"))
        )
    if mistakes:
        raise AuthorError("bad_rubric", "\n".join(mistakes))
    return sources


def _files(folder: Path) -> Iterator[Path]:
    files = sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES and path.is_file())
    if not files:
        raise OperatorError(
            "no_rubrics",
            f"There is no rubric in {folder.absolute()}: name the folder that holds them, one .yaml file each, "
            "with --rubrics or FULLMARKS_RUBRICS.",
        )
    yield from files
