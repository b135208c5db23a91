"""A folder with a page for each submission, and an index of them."""

from __future__ import annotations

import re
from pathlib import Path

from fullmarks.cli.batch.grading import Graded
from fullmarks.cli.status import Status
from fullmarks.cli.whole_file import write_whole
from fullmarks.errors import OperatorError
from fullmarks.report.index_page import IndexRow, index_page
from fullmarks.rubric.model import Rubric

INDEX = "index.html"
_LONGEST_NAME = 60
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


class Pages:
    """Pages are written as they come; the index at the end, whatever ends it."""

    def __init__(self, folder: Path, rubric: Rubric) -> None:
        self._folder = folder
        self._rubric = rubric
        self._rows: list[IndexRow] = []

    def add(self, one: Graded) -> None:
        """One submission; without a page where it could not be graded."""
        number = len(self._rows) + 1
        file = f"{number:05}-{_name(one.name)}.html" if one.status is Status.DONE else ""
        if file:
            self._write(file, one.page)
        self._rows.append(IndexRow(one.name, file, one.score, one.max_score, one.pending, one.why.partition("\n")[0]))

    def finish(self) -> None:
        """Writes the index."""
        self._write(INDEX, index_page(self._rows, self._rubric))

    def _write(self, name: str, text: str) -> None:
        path = self._folder / name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, (text,))
        except OSError as error:
            raise OperatorError("cannot_write", f"{path}: this page cannot be written: {error.strerror}.") from error


def _name(name: str) -> str:
    """What of a submission's name may be in a file's."""
    return _UNFIT.sub("-", name)[-_LONGEST_NAME:].strip("-") or "submission"
