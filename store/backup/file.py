"""The file that a back-up is: which kind it is, and how it is written so that half of one is never taken for one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from fullmarks.errors import OperatorError


class Kind(Enum):
    """Of which kind of database a back-up is, by the bytes that its file begins with."""

    SQLITE = b"SQLite format 3\x00"
    POSTGRESQL = b"PGDMP"


def kind_of(file: Path) -> Kind:
    """Raises ``OperatorError`` (``no_backup``) for a file that is none."""
    try:
        with file.open("rb") as opened:
            begins = opened.read(16)
    except OSError as error:
        raise OperatorError("no_backup", f"{file} cannot be read: {error.strerror}.") from error
    for kind in Kind:
        if begins.startswith(kind.value):
            return kind
    raise OperatorError(
        "no_backup",
        f"{file} is no back-up: neither a SQLite database nor what `pg_dump --format=custom` writes.",
    )


@contextmanager
def written_whole(file: Path) -> Iterator[Path]:
    """Where to write; only what is complete, and on the disk, gets the file's name.

    It holds homework and marks, so nobody else on this machine may read it. Raises ``OperatorError`` (``file_taken``,
    ``no_place``).
    """
    if file.exists():
        raise OperatorError("file_taken", f"{file} is there already, and is not written over. Name another file.")
    try:
        number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.absolute().parent)
    except OSError as error:
        raise OperatorError("no_place", f"Nothing can be written beside {file}: {error.strerror}.") from error
    os.close(number)
    unfinished = Path(name)
    try:
        yield unfinished
        _flush(unfinished)
        unfinished.rename(file)
        _flush(file.absolute().parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
