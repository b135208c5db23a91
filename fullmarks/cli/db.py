"""``fullmarks db``: the database of a service, looked after by whoever runs it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from fullmarks.cli.db_files import backup, restore
from fullmarks.cli.db_tables import check, migrate
from fullmarks.cli.service_settings import settings_of
from fullmarks.cli.status import Status
from fullmarks.cli.store_options import opened, store_options


@click.group()
def db() -> None:
    """Look after the database of a service."""


@db.command()
@click.option("--days", type=click.IntRange(1), help="Keep so many days; by default FULLMARKS_RETENTION_DAYS.")
@click.option("--dry-run", is_flag=True, help="Only say how many there are.")
@store_options
def prune(days: int | None, dry_run: bool, **where: str | Path | None) -> Status:
    """Remove the submissions that came in longer ago than they are kept, with their reports."""
    from store.clock import now
    from store.removal import count_old
    from workers.prune import prune as remove
    from workers.settings import WorkerSettings

    kept = days or settings_of(WorkerSettings, {}).retention_days
    if not kept:
        raise click.UsageError("Nothing says how long things are kept: give --days, or set FULLMARKS_RETENTION_DAYS.")
    with opened(where) as database:
        if dry_run:
            with database.transaction() as connection:
                found = count_old(connection, now() - timedelta(days=kept))
            click.echo(f"{found} submissions are older than {kept} days.")
        else:
            click.echo(f"{remove(database, kept)} submissions older than {kept} days were removed.")
    return Status.DONE


@db.command()
@click.argument("student")
@click.option("--course", default="main", show_default=True, help="The course that the student is in.")
@store_options
def forget(student: str, course: str, **where: str | Path | None) -> Status:
    """Remove all that STUDENT handed in, its reports, and the student's keys."""
    from store.clock import now
    from store.removal import forget as remove

    with opened(where) as database:
        removed = remove(database, course, student, None, now())
    click.echo(f"{removed.submissions} submissions and {removed.keys} keys were removed.")
    return Status.DONE


for command in (backup, restore, migrate, check):
    db.add_command(command)
