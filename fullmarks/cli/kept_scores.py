"""The file of verdicts that ``fullmarks score -o`` keeps: written row by row, and gone on with where a run was stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from fullmarks.errors import OperatorError
from fullmarks.evaluation.files.score_lines import Head, ScoreLine


class KeptScores:
    """First gives back the rows that are there, then takes new ones; without a file there are none, and none is kept."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file = file
        self._ahead: tuple[ScoreLine, ...] | None = None
        self._end = file.tell() if file else 0
        """Where what was given back ends."""

    def taken(self, name: str) -> Iterator[tuple[ScoreLine, ...]]:
        """The rows of this file that are kept, from where the last ones were taken."""
        while (row := self._ahead or self._read()) and row[0].file == name:
            self._ahead = None
            self._end = self._file.tell() if self._file else 0
            yield row
        self._ahead = row or None

    def keep(self, row: Sequence[ScoreLine]) -> None:
        """Writes a row at once, in the place of whatever stands behind those that were taken."""
        if self._file is None:
            return
        if self._end >= 0:
            self._file.seek(self._end)
            self._file.truncate()
            self._end, self._ahead = -1, None
        self._file.write("".join(f"{line.model_dump_json()}\n" for line in row).encode())
        self._file.flush()

    def _read(self) -> tuple[ScoreLine, ...]:
        """The next whole row; nothing where there is none, or where the run was stopped in the middle of it."""
        row: list[ScoreLine] = []
        while self._file is not None and self._end >= 0 and (text := self._file.readline()):
            line = _line(text)
            if line is None or (row and line.row != row[0].row):
                return ()
            row.append(line)
            if line.is_last_of_row:
                return tuple(row)
        return ()


def _line(text: bytes) -> ScoreLine | None:
    try:
        return ScoreLine.model_validate_json(text)
    except ValidationError:
        return None


@contextmanager
def kept_scores(path: Path | None, head: Head) -> Iterator[KeptScores]:
    """The file, opened; raises OperatorError where it is another run's or cannot be written."""
    if path is None:
        yield KeptScores(None)
        return
    try:
        file = path.open("r+b" if path.exists() else "w+b")
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: scores cannot be kept here: {error.strerror}.") from error
    with file:
        first = file.readline()
        if not first:
            file.write(f"{head.model_dump_json()}\n".encode())
        elif not _is_of(first, head):
            raise OperatorError(
                "other_run",
                f"{path}: this file holds something else than a run with these options and this version. "
                "Name another file, or remove it.",
            )
        yield KeptScores(file)


def _is_of(first: bytes, head: Head) -> bool:
    try:
        return Head.model_validate_json(first) == head
    except ValidationError:
        return False
