"""Brings a database's tables to the shape that this version knows, and back."""

from __future__ import annotations

import time
from pkgutil import iter_modules

from sqlalchemy import Connection, inspect, text

from fullmarks.errors import OperatorError
from store.database import Database
from store.migrations import versions

SCHEMA = "0003"
"""The newest revision under ``store/migrations/versions``."""
BASE = "base"
"""No tables at all."""


def revisions() -> tuple[str, ...]:
    """All that there are, the first one first."""
    return (BASE, *sorted(module.name[1:5] for module in iter_modules(versions.__path__)))


def revision(connection: Connection) -> str:
    """The revision a database is at."""
    if not inspect(connection).has_table("alembic_version"):
        return BASE
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or BASE


def migrate(connection: Connection, target: str = SCHEMA) -> None:
    """Go up or down to a revision, in the caller's transaction that nothing else writes beside (``Database.locked``)."""
    at = revision(connection)
    if at == target:
        return
    # Alembic takes a sixth of a second to load: only where there is something to do.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.attributes["connection"] = connection
    goes_down = target == BASE or (at != BASE and target < at)
    (command.downgrade if goes_down else command.upgrade)(config, target)


def make_or_refuse(database: Database) -> None:
    """Make the tables where there are none.

    Raises ``OperatorError`` (``old_tables``) where there are another version's: the service changes those when it starts.
    """
    with database.transaction() as connection:
        at = revision(connection)
    if at == BASE:
        with database.locked() as connection:
            migrate(connection)
    elif at != SCHEMA:
        raise OperatorError(
            "old_tables",
            f"The tables of the database are at revision {at} and this program needs {SCHEMA}. "
            "Start the service first: it brings them there.",
        )


def wait_until_migrated(database: Database, patience_s: float, pause_s: float = 0.1) -> None:
    """Return once the tables have this version's shape; the service brings them there when it starts.

    Raises ``OperatorError`` (``old_tables``) when they don't within the patience.
    """
    last = time.monotonic() + patience_s
    while True:
        with database.transaction() as connection:
            at = revision(connection)
        if at == SCHEMA:
            return
        if time.monotonic() > last:
            raise OperatorError(
                "old_tables",
                f"The tables of the database are at revision {at} and this worker needs {SCHEMA}. "
                "Start the service first: it brings them there.",
            )
        time.sleep(pause_s)
