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

from fullmarks.cli.results import ResultsHead, handed_in_text
from fullmarks.cli.whole_file import write_bytes_whole
from fullmarks.errors import OperatorError
from fullmarks.records import frozen

SUFFIX = ".part"


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

    def finish(self) -> None:
        """Puts the results in their place, in the order in which they were put."""
        with _said(self.path):
            os.fsync(self._new.fileno())
            if not self._is_in_order():
                self._sort()
            journal_of(self.path).replace(self.path)

    def close(self) -> None:
        """Closes its files; what was kept stays."""
        self._new.close()
        if self._old is not None:
            self._old.close()

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
    """The journal of a run; ``fresh``: what was graded before does not count. Raises OperatorError."""
    with _said(path):
        made = _opened(path, f"{head.model_dump_json()}\n".encode(), fresh=fresh)
    try:
        yield made
    finally:
        made.close()


def _opened(path: Path, head: bytes, *, fresh: bool) -> Journal:
    known: dict[bytes, Place] = {}
    part = journal_of(path)
    old = None if fresh or not path.is_file() or not _index(path, head, known, in_journal=False) else path.open("rb")
    end = 0 if fresh or not part.exists() else _index(part, head, known, in_journal=True)
    new = part.open("r+b" if end else "w+b")
    if end:
        new.truncate(end)
    else:
        new.write(head)
        new.flush()
    return Journal(path, head, new, old, known, end or len(head))


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What is said where results cannot be written; raises OperatorError."""
    try:
        yield
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: results cannot be kept here: {error.strerror}.") from error


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
