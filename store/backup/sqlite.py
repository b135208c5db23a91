"""Back-ups of SQLite by its own means: pages are copied while others read and write, and are of one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from fullmarks.errors import OperatorError
from store.database import LOCK_PATIENCE_MS


def dump(database: Path, to: Path) -> None:
    """Write the database, as it is at one moment, into a file that needs no other beside it."""
    with closing(_opened(database, "ro")) as source, closing(sqlite3.connect(to)) as target:
        # All pages in one step: writers go on in the write-ahead log, and nothing is begun anew because of them.
        source.backup(target, pages=-1)
        target.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def inspected(file: Path) -> Iterator[sqlite3.Connection]:
    """A back-up that is sound, opened to be read.

    Raises ``OperatorError`` (``broken_backup``).
    """
    with closing(_opened(file, "ro")) as source:
        try:
            (said,) = source.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            said = str(error)
        if said != "ok":
            raise OperatorError("broken_backup", f"{file} is damaged, and nothing was changed: {said}.")
        yield source


def revision_in(source: sqlite3.Connection) -> str | None:
    """The revision of the tables in a back-up; None where it is no database of ours."""
    try:
        found = source.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:
        return None
    return str(found[0]) if found else None


def load(source: sqlite3.Connection, database: Path) -> None:
    """Write a back-up over all that is in a database, in one transaction: it is all there, or nothing has changed."""
    database.parent.mkdir(0o700, parents=True, exist_ok=True)
    with closing(_opened(database, "rwc")) as target:
        target.execute("PRAGMA journal_mode = WAL")
        target.execute("PRAGMA synchronous = FULL")
        source.backup(target, pages=-1)


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=LOCK_PATIENCE_MS / 1000)
