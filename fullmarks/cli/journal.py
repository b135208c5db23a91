"""Results as they come, kept so that nothing that was graded is graded again, whatever stops the run.

While a run goes on its results are appended to a journal beside the results file, ``results.ndjson.part``: each at once when it is
there, whatever stands before it and is not. The results file is as it was. At the end the new one takes its place, whole and in the
order of what was handed in. A run that was stopped leaves its journal, and the next one goes on from there. A result is taken from the
journal, or from the results file as it was, where the same was handed in, under the same name, and rubric and engine are the same:
then grading it again would give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from fullmarks.cli.former_results import replace_results
from fullmarks.cli.results import ResultsHead, handed_in_text
from fullmarks.cli.whole_file import write_bytes_whole
from fullmarks.errors import OperatorError, RubricError
from fullmarks.records import frozen
from fullmarks.report.shown import shown
from fullmarks.rubric.load import load_rubric_text

SUFFIX = ".part"
MOST_HEAD_BYTES = 20_000_000
"""Of the first line, which holds a rubric: as text of JSON it may be some times as long as its file."""


@frozen
class Place:
    """Where a line stands: in the journal, else in the old results."""

    in_journal: bool
    start: int
    length: int


@dataclass(slots=True)
class Journal:
    """A run's results. ``finish`` must be called at the end, or the results file stays as it is."""

    path: Path
    head: bytes
    _new: BinaryIO
    _old: BinaryIO | None
    _known: dict[bytes, Place]
    _end: int
    _loses: bool
    """The results file holds what this run does not begin with: results of another version of the rubric, or of the engine."""
    _order: list[Place] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many results were there when the run began."""
        return len(self._known)

    def known(self, handed_in: str) -> Place | None:
        """Where the result of what was handed in is, if it was graded before."""
        return self._known.get(_digest(handed_in))

    def keep(self, line: str) -> Place:
        """Keeps a result at once; where it is."""
        content = f"{line}\n".encode()
        with _said(self.path):
            self._new.seek(self._end)
            self._new.write(content)
            self._new.flush()
        place = Place(in_journal=True, start=self._end, length=len(content))
        self._end += len(content)
        return place

    def line(self, place: Place) -> str:
        """The result there."""
        return self._line(place).decode("utf-8").rstrip("\n")

    def put(self, place: Place) -> None:
        """Gives a result that is kept the next place in the new file."""
        self._order.append(place)

    def finish(self) -> Path | None:
        """Puts the results in their place, in the order in which they were put.

        Former results that are not among them stay beside them: where, None where there are none.
        """
        with _said(self.path):
            os.fsync(self._new.fileno())
            if not self._is_in_order():
                self._sort()
            if self._loses or self._left_out():
                return replace_results(self.path, journal_of(self.path))
            journal_of(self.path).replace(self.path)
            return None

    def close(self) -> None:
        """Closes its files; what was kept stays."""
        self._new.close()
        if self._old is not None:
            self._old.close()

    def _left_out(self) -> bool:
        old = {place.start for place in self._known.values() if not place.in_journal}
        return not old <= {place.start for place in self._order if not place.in_journal}

    def _line(self, place: Place) -> bytes:
        file = self._new if place.in_journal else self._old
        if file is None:
            return b""
        file.seek(place.start)
        return file.read(place.length)

    def _is_in_order(self) -> bool:
        """Whether the journal is the new file as it stands."""
        end = len(self.head)
        for place in self._order:
            if not place.in_journal or place.start != end:
                return False
            end += place.length
        return end == self._end

    def _sort(self) -> None:
        write_bytes_whole(journal_of(self.path), chain((self.head,), map(self._line, self._order)))


@contextmanager
def journal(path: Path, head: ResultsHead, *, fresh: bool) -> Iterator[Journal]:
    """The journal of a run; ``fresh``: what was graded before does not count, and is given up. Raises OperatorError.

    Also for a file that holds no results, or those of another rubric.
    """
    with _said(path):
        made = _opened(path, f"{head.model_dump_json()}\n".encode(), fresh=fresh)
    try:
        yield made
    finally:
        made.close()


def _opened(path: Path, head: bytes, *, fresh: bool) -> Journal:
    known: dict[bytes, Place] = {}
    part = journal_of(path)
    if not fresh:
        _refuse_others(path, head)
    old = None if fresh or not path.is_file() or not _index(path, head, known, in_journal=False) else path.open("rb")
    end = 0 if fresh or not part.exists() else _index(part, head, known, in_journal=True)
    new = part.open("r+b" if end else "w+b")
    if end:
        new.truncate(end)
    else:
        new.write(head)
        new.flush()
    loses = not fresh and old is None and path.is_file() and path.stat().st_size > 0
    return Journal(path, head, new, old, known, end or len(head), loses)


def _refuse_others(path: Path, head: bytes) -> None:
    if not path.is_file() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        first = file.readline(MOST_HEAD_BYTES)
    if first == head:
        return
    there, ours = _rubric_of(first), _rubric_of(head)
    if there is None:
        sentence = f"{path}: this file is there already, and holds no results. Name another file after -o."
        raise OperatorError("other_file", sentence)
    if there != ours:
        raise OperatorError(
            "other_rubric",
            f"{path}: this file holds results of the rubric “{shown(there)}”, and these are of “{shown(ours or '')}”. Name another "
            "file after -o, or say --fresh to give those up.",
        )


def _rubric_of(head: bytes) -> str | None:
    """The id of the rubric in a results file's first line; None for any other line."""
    try:
        read = ResultsHead.model_validate_json(head)
        return load_rubric_text(read.rubric_source, read.rubric_file).id
    except (ValidationError, RubricError):
        return None


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What is said where results cannot be written; raises OperatorError."""
    try:
        yield
    except OSError as error:
        why = error.strerror if path.parent.is_dir() else f"there is no folder {path.parent}"
        raise OperatorError("cannot_write", f"{path}: results cannot be kept here: {why}.") from error


def journal_of(path: Path) -> Path:
    """Where the journal of a results file is, while there is one."""
    return path.with_name(f"{path.name}{SUFFIX}")


def _index(path: Path, head: bytes, known: dict[bytes, Place], *, in_journal: bool) -> int:
    """Where the last whole line ends; 0 for a file that does not begin like this one."""
    with path.open("rb") as file:
        if file.readline() != head:
            return 0
        end = len(head)
        for line in file:
            handed_in = handed_in_text(line.decode("utf-8", "replace")) if line.endswith(b"}\n") else None
            if handed_in is None:  # torn, when the run was stopped
                break
            known[_digest(handed_in)] = Place(in_journal, end, len(line))
            end += len(line)
    return end


def _digest(handed_in: str) -> bytes:
    return hashlib.sha256(handed_in.encode("utf-8", "surrogatepass")).digest()[:16]
