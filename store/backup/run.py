"""A whole database into a file, and back out of it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, literal, select, table

from fullmarks.errors import OperatorError
from store.backup import postgresql, sqlite
from store.backup.file import Kind, kind_of, written_whole
from store.database import Database
from store.migrate import BASE, SCHEMA, revision

NO_CONTENT = {"alembic_version", "courses"}
"""Tables that are never empty."""


def back_up(database: Database, file: Path) -> None:
    """Write all of it, as it is at one moment, while others go on with it.

    Raises ``OperatorError``: ``no_tables``, ``file_taken``, ``no_place``, ``no_program`` or ``backup_failed``.
    """
    url = database.engine.url
    with database.look() as connection:
        if revision(connection) == BASE:
            raise OperatorError("no_tables", "There is nothing to back up: the database has no tables yet.")
    with written_whole(file) as unfinished:
        if _kind(database) is Kind.SQLITE:
            sqlite.dump(Path(url.database or ""), unfinished)
        else:
            postgresql.dump(url, unfinished)


def restore(database: Database, file: Path, *, replace: bool) -> str:
    """Put a back-up in, in one transaction; the revision that its tables have.

    Raises ``OperatorError``: ``no_backup``, ``other_kind``, ``other_backup``, ``broken_backup``, ``newer_tables``,
    ``not_empty`` where there is anything that ``replace`` does not allow to be lost, ``no_program`` or ``backup_failed``.
    """
    kind = kind_of(file)
    if kind is not _kind(database):
        raise OperatorError(
            "other_kind",
            f"{file} is a back-up of {kind.name.lower()}, and this database is of {_kind(database).name.lower()}: what was "
            "backed up in one cannot be restored in the other.",
        )
    with database.look() as connection:
        held = _held(connection)
    if held and not replace:
        raise OperatorError(
            "not_empty",
            f"A restore would remove all that this database holds: there are rows in {', '.join(held)}. Back it up, and say "
            "--replace if that is meant.",
        )
    if kind is Kind.SQLITE:
        _restore_sqlite(database, file)
    else:
        _restore_postgresql(database, file)
    database.close()
    with database.look() as connection:
        return revision(connection)


def _restore_sqlite(database: Database, file: Path) -> None:
    with sqlite.inspected(file) as source:
        _refuse_unknown(file, sqlite.revision_in(source))
        database.close()
        sqlite.load(source, Path(database.engine.url.database or ""))


def _restore_postgresql(database: Database, file: Path) -> None:
    _refuse_unknown(file, postgresql.revision_in(file))
    with postgresql.set_aside(database.engine):
        database.close()
        postgresql.load(database.engine.url, file)


def _refuse_unknown(file: Path, at: str | None) -> None:
    if at is None:
        raise OperatorError("other_backup", f"{file} is a back-up of something else than a database of Fullmarks.")
    if at > SCHEMA:
        raise OperatorError(
            "newer_tables", f"The tables in {file} are at revision {at}, and this program knows {SCHEMA} at most."
        )


def _kind(database: Database) -> Kind:
    return Kind.SQLITE if database.engine.dialect.name == "sqlite" else Kind.POSTGRESQL


def _held(connection: Connection) -> list[str]:
    """The tables with rows that somebody may miss."""
    names = sorted(set(inspect(connection).get_table_names()) - NO_CONTENT)
    return [name for name in names if connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first()]
