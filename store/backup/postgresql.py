"""Back-ups of PostgreSQL by its own programs, `pg_dump` and `pg_restore`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect
from sqlalchemy.schema import CreateSchema, DropSchema

from fullmarks.errors import OperatorError

ASIDE = "fullmarks_before_restore"
"""The schema that holds what was there, until what is restored is."""


def dump(url: URL, to: Path) -> None:
    """Write the database, as it is at one moment, in PostgreSQL's custom format."""
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={to}")


def load(url: URL, file: Path) -> None:
    """Make what is in a back-up, in one transaction, in a database that has nothing of that name."""
    _run("pg_restore", url, "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", str(file))


def revision_in(file: Path) -> str | None:
    """The revision of the tables in a back-up; None where it is no database of ours."""
    rows = _run("pg_restore", None, "--data-only", "--table=alembic_version", "--file=-", str(file))
    found = re.search(r"^COPY .*\n(.+)\n\\\.$", rows, re.MULTILINE)
    return found[1] if found else None


@contextmanager
def set_aside(engine: Engine) -> Iterator[None]:
    """All tables out of the way: gone for good after the block, or back where they were if it fails."""
    with engine.begin() as connection:
        schema = connection.dialect.default_schema_name or "public"
        tables = inspect(connection).get_table_names()
        if inspect(connection).has_schema(ASIDE):
            raise OperatorError(
                "restore_cut_off",
                f"An earlier restore was cut off: the schema {ASIDE} holds what was there before it. Move its tables back "
                "or drop it, and try again.",
            )
        connection.execute(CreateSchema(ASIDE))
        _move(connection, tables, schema, ASIDE)
    try:
        yield
    except BaseException:
        with engine.begin() as connection:
            _move(connection, tables, ASIDE, schema)
            connection.execute(DropSchema(ASIDE))
        raise
    with engine.begin() as connection:
        connection.execute(DropSchema(ASIDE, cascade=True))


def _move(connection: Connection, tables: Sequence[str], source: str, target: str) -> None:
    quote = connection.dialect.identifier_preparer.quote
    for table in tables:
        connection.exec_driver_sql(f"ALTER TABLE {quote(source)}.{quote(table)} SET SCHEMA {quote(target)}")


def _run(name: str, url: URL | None, *options: str) -> str:
    """What it writes; raises ``OperatorError`` (``no_program``, ``backup_failed``)."""
    program = shutil.which(name)
    if program is None:
        raise OperatorError(
            "no_program",
            f"This needs PostgreSQL's program {name}, which is not on the PATH. Install PostgreSQL's client programs "
            "(on Debian: apt-get install postgresql-client), in the server's version or a newer one.",
        )
    address: tuple[str, ...] = ()
    environment = dict(os.environ)
    if url is not None:
        # Whoever lists the processes of this machine reads their arguments, and not their variables.
        bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
        address = (f"--dbname={bare.render_as_string()}",)
        if url.password:
            environment["PGPASSWORD"] = url.password
    done = subprocess.run(  # noqa: S603  # PostgreSQL's own program, and no shell
        (program, *address, *options), env=environment, check=False, capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        said = done.stderr.strip() or f"it exited with status {done.returncode}"
        raise OperatorError("backup_failed", f"{name} failed: {said}")
    return done.stdout
