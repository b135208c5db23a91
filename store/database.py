"""Connections to the database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import IntegrityError, OperationalError

from fullmarks.errors import OperatorError

LOCK_PATIENCE_MS = 10_000
"""How long a SQLite statement waits for another process's transaction."""

KEPT_CONNECTIONS = 40
"""Of one process; more than its threads, since one that is opened anew costs as much as a request."""


@dataclass(frozen=True)
class Database:
    """One database; safe from several threads. A process that forks makes another in each child."""

    engine: Engine
    hasty: Engine
    """Of the same database, but its commits do not wait for the disk."""

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[Connection]:
        """A transaction, committed at the end and rolled back on an error.

        One that writes begins with a writing statement: SQLite then takes its lock at once, and never has to refuse
        one that has already read. What is not ``durable`` may be undone by a power cut, whole and in the order of the
        commits: for work that is then done again with the same result, it spares the wait for the disk.
        """
        with (self.engine if durable else self.hasty).begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that reads before it writes: SQLite then takes its lock before it reads."""
        with self.engine.execution_options(writing=True).begin() as connection:
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """For one statement that only reads: without the cost of a transaction around it."""
        with self._looking.connect() as connection:
            yield connection

    @cached_property
    def _looking(self) -> Engine:
        return self.engine.execution_options(look=True)

    @contextmanager
    def locked(self) -> Iterator[Connection]:
        """A transaction that no other one writes beside, for changes of the tables themselves."""
        try:
            with self.engine.execution_options(locked=True).begin() as connection:
                yield connection
                _refuse_broken_references(connection)
        finally:
            self.engine.dispose()  # the connection looked at no references

    def close(self) -> None:
        """Close all connections that are not in use."""
        self.engine.dispose()
        self.hasty.dispose()


def open_database(url: URL, *, keep_connections: bool = True) -> Database:
    """The database at this URL; nothing is read yet, and the folder of a SQLite file is made.

    ``keep_connections`` is off where a process forks: no open connection may be inherited.
    """
    if url.get_backend_name() != "sqlite":
        engine = _engine(url, keep_connections=keep_connections, checked=True)
        event.listen(engine, "begin", _begin_postgresql)
        return Database(engine, engine.execution_options(durable=False))
    Path(url.database or "").parent.mkdir(0o700, parents=True, exist_ok=True)
    engine, hasty = (_engine(url, keep_connections=keep_connections, checked=False) for _ in range(2))
    for one, synchronous in ((engine, "FULL"), (hasty, "NORMAL")):
        event.listen(one, "connect", partial(_prepare_sqlite, synchronous))
        event.listen(one, "begin", _begin_sqlite)
    return Database(engine, hasty)


def _engine(url: URL, *, keep_connections: bool, checked: bool) -> Engine:
    """``checked`` makes sure of a kept connection before it is used, since a server may have been started anew."""
    if not keep_connections:
        return create_engine(url, hide_parameters=True, poolclass=NullPool)
    return create_engine(url, hide_parameters=True, pool_pre_ping=checked, pool_size=KEPT_CONNECTIONS)


@contextmanager
def reached() -> Iterator[None]:
    """What a program does first with its database; raises ``OperatorError`` (``no_database``) if it can't be reached."""
    try:
        yield
    except OperationalError as error:
        raise OperatorError("no_database", f"The database cannot be reached: {error.orig}") from error


def _prepare_sqlite(synchronous: str, connection: SqliteConnection, _record: object) -> None:
    # Python's driver would begin transactions by its own rules, and not before CREATE TABLE: `_begin_sqlite` does it.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {LOCK_PATIENCE_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    # FULL: what was answered with 202 survives a power cut, for one wait for the disk a transaction.
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("locked", False):
        # SQLite changes a table by copying and dropping it; references to it are looked at when that is done.
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    if options.get("locked", False) or options.get("writing", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif not options.get("look", False):
        connection.exec_driver_sql("BEGIN")


def _refuse_broken_references(connection: Connection) -> None:
    """What SQLite does not look at while tables are changed; raises ``IntegrityError``, which undoes all."""
    if connection.dialect.name == "sqlite" and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(f"{len(broken)} rows point at none"))


MIGRATION_LOCK = 0x66756C6C
"""Any number, as long as every Fullmarks takes the same."""


def _begin_postgresql(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("durable", True):
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
    if options.get("locked", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
