"""Connections to the database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import IntegrityError, OperationalError

from fullmarks.errors import OperatorError

LOCK_PATIENCE_MS = 10_000
"""How long a SQLite statement waits for another process's transaction."""


@dataclass(frozen=True, slots=True)
class Database:
    """One database; safe from several threads. A process that forks makes another in each child."""

    engine: Engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction, committed at the end and rolled back on an error.

        One that writes begins with a writing statement: SQLite then takes its lock at once, and never has to refuse
        one that has already read.
        """
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that reads before it writes: SQLite then takes its lock before it reads."""
        with self.engine.execution_options(writing=True).begin() as connection:
            yield connection

    @contextmanager
    def locked(self) -> Iterator[Connection]:
        """A transaction that no other one writes beside, for changes of the tables themselves."""
        with self.engine.execution_options(locked=True).begin() as connection:
            yield connection
            _refuse_broken_references(connection)

    def close(self) -> None:
        """Close all connections that are not in use."""
        self.engine.dispose()


def open_database(url: URL, *, keep_connections: bool = True) -> Database:
    """The database at this URL; nothing is read yet, and the folder of a SQLite file is made.

    ``keep_connections`` is off where a process forks: no open connection may be inherited.
    """
    pool = {} if keep_connections else {"poolclass": NullPool}
    engine = create_engine(url, pool_pre_ping=True, **pool)
    if engine.dialect.name == "sqlite":
        Path(url.database or "").parent.mkdir(0o700, parents=True, exist_ok=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgresql)
    return Database(engine)


@contextmanager
def reached() -> Iterator[None]:
    """What a program does first with its database; raises ``OperatorError`` (``no_database``) if it can't be reached."""
    try:
        yield
    except OperationalError as error:
        raise OperatorError("no_database", f"The database cannot be reached: {error.orig}") from error


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    # Python's driver would begin transactions by its own rules, and not before CREATE TABLE: `_begin_sqlite` does it.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {LOCK_PATIENCE_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    # What was answered with 202 survives a power cut: one fsync a transaction.
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    locked = options.get("locked", False)
    # SQLite changes a table by copying and dropping it; references to it are looked at when that is done.
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if locked else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if locked or options.get("writing", False) else "BEGIN")


def _refuse_broken_references(connection: Connection) -> None:
    """What SQLite does not look at while tables are changed; raises ``IntegrityError``, which undoes all."""
    if connection.dialect.name == "sqlite" and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(f"{len(broken)} rows point at none"))


MIGRATION_LOCK = 0x66756C6C
"""Any number, as long as every Fullmarks takes the same."""


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("locked", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
